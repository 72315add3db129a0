"""How each document of the sample is laid out, damaged and encoded: plain text in, bytes out."""

import io
import zipfile
from datetime import datetime
from html import escape

from damage import (
    full_width,
    interleaved,
    repeated_pinyin,
    stray_spaces,
    toned_pinyin,
    traditional,
    wrapped,
)
from docx import Document as Docx


def utf8(text: str) -> bytes:
    """UTF-8, as it is."""
    return text.encode("utf-8")


def traditional_news(text: str) -> bytes:
    """Traditional characters and words, corner quotation marks."""
    return utf8(traditional(text, "s2twp").replace("“", "「").replace("”", "」"))


def toned(text: str) -> bytes:
    """Traditional, with toned readings in brackets."""
    return utf8(toned_pinyin(traditional(text), seed=3))


def repeats(text: str) -> bytes:
    """Traditional, with repeated toneless readings."""
    return utf8(repeated_pinyin(traditional(text), seed=12))


def big5(text: str) -> bytes:
    """Traditional, in Big5."""
    tidy = traditional(text, "s2twp").replace("•", "．").replace("“", "「").replace("”", "」")
    return tidy.encode("big5")


def gb18030(text: str) -> bytes:
    """Full-width punctuation, in GB18030."""
    return full_width(text).encode("gb18030")


def utf16(text: str) -> bytes:
    """Full-width punctuation, in UTF-16 with its mark."""
    return full_width(text).encode("utf-16-le", "strict").join((b"\xff\xfe", b""))


def official(text: str) -> bytes:
    """Full-width punctuation, as offices print."""
    return utf8(full_width(text))


def newspaper_scan(text: str) -> bytes:
    """A scanned page: lead in wide lines, stories in narrow ones, stray spaces, look-alikes."""
    read = text.replace("30300万元", "80300万元").replace("资金池", "资金他").replace("—", "一")
    out: list[str] = []
    for number, paragraph in enumerate(read.strip().split("\n")):
        if paragraph.startswith("云岫企业技术人员"):
            paragraph = paragraph.replace("云岫", "云袖")
        wide = "第一季度" in paragraph or paragraph.startswith("科技“新苗”")
        lines = wrapped(paragraph, 56 if wide else 17)
        if len(paragraph) > 30 and not paragraph.startswith("("):
            lines = stray_spaces(lines, seed=400 + number, share=0.5 if wide else 0.15)
        out += lines if lines else [""]
    return utf8("\n".join(out) + "\n")


def newspaper_columns(text: str) -> bytes:
    """A page whose columns were taken up in the wrong order.

    Headings stand before the tail of the column above, captions in the middle of sentences, the
    headline twice.
    """
    paragraphs = [p for p in text.strip().split("\n") if p]
    title, subtitle, lead = paragraphs[:3]
    box = paragraphs.index("什么是“1+3+N”?")
    captions = paragraphs[box - 2 : box]
    body = paragraphs[3 : box - 2]
    sections: list[tuple[str, list[str]]] = []
    for paragraph in body:
        if paragraph.startswith("以") and len(paragraph) < 15:
            sections.append((paragraph, []))
        else:
            sections[-1][1].extend(wrapped(paragraph, 15))
    blocks: list[list[str]] = []
    for number, (_, lines) in enumerate(sections):
        cut = len(lines) * 2 // 3
        following = [sections[number + 1][0]] if number + 1 < len(sections) else []
        caption = [captions[number // 2]] if number % 2 else []
        blocks += [[*lines[:cut], *caption], [*following, *lines[cut:]]]
    front = [sections[0][0], *blocks[0]]
    rest = interleaved([front, *blocks[1:]])
    tail = ["", *paragraphs[box:-1], "", subtitle, title, subtitle, "", paragraphs[-1]]
    return utf8("\n".join([*wrapped(lead, 15), "", *rest, *tail]) + "\n")


def policy_page(text: str) -> bytes:
    """A page of the district's site: navigation, the notice, footer."""
    lines = [line for line in full_width(text).strip().split("\n") if line]
    title, number, day = lines[:3]
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines[3:])
    return utf8(
        f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{escape(title)}_岚江市云岫区人民政府</title>
<meta name="PubDate" content="{day} 09:30">
<meta name="ContentSource" content="云岫区人民政府办公室">
<style>.nav{{color:#fff}} .art{{line-height:2}}</style>
<script>var visits = 3188;</script>
</head>
<body>
<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a> <a href="/hd">互动交流</a> <a href="/fw">办事服务</a></div>
<div class="crumb">您所在的位置：首页 &gt; 政务公开 &gt; 行政规范性文件</div>
<table class="head"><tr><td>索引号</td><td>0000000/2025-00031</td><td>发文字号</td><td>{number}</td></tr>
<tr><td>发布机构</td><td>云岫区人民政府办公室</td><td>发布日期</td><td>{day}</td></tr></table>
<div class="art">
<h1>{escape(title)}</h1>
{body}
</div>
<div class="share">分享到： 微信 微博 <a href="javascript:window.print()">打印</a></div>
<div class="foot">主办：岚江市云岫区人民政府　网站标识码：0000000000　示范页面，纯属虚构</div>
</body>
</html>
"""
    )


def communique(text: str) -> bytes:
    """A word-processor file with headings and one table."""
    lines = [line for line in full_width(text).strip().split("\n") if line]
    paper = Docx()
    stamp = datetime(2025, 4, 10, 9, 0)
    paper.core_properties.created = paper.core_properties.modified = stamp
    paper.core_properties.author = "云岫区统计局（虚构）"
    paper.core_properties.title = lines[0]
    paper.add_heading(lines[0], level=0)
    for line in lines[1:]:
        if line[1:2] == "、":
            paper.add_heading(line, level=1)
        else:
            paper.add_paragraph(line)
        if line.startswith("表1"):
            _industry_table(paper)
    raw = io.BytesIO()
    paper.save(raw)
    return _still(raw.getvalue())


INDUSTRIES = (
    ("计算机、通信和其他电子设备制造业", "98.6", "13.1"),
    ("仪器仪表制造业", "61.2", "15.4"),
    ("通用设备制造业", "47.5", "6.2"),
    ("汽车制造业", "39.8", "4.8"),
    ("化学原料和化学制品制造业", "28.4", "3.9"),
    ("其他行业", "37.3", "5.0"),
)


def _industry_table(paper: object) -> None:
    table = paper.add_table(rows=1, cols=3)  # type: ignore[attr-defined]
    for cell, head in zip(table.rows[0].cells, ("行业", "产值（亿元）", "增长（%）"), strict=True):
        cell.text = head
    for row in INDUSTRIES:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value


def _still(archive: bytes) -> bytes:
    """The same zip with one date on every entry, so that making it twice gives equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (2025, 4, 10, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return out.getvalue()


def special_issue_html(text: str) -> str:
    """The page a browser prints as the two-column PDF."""
    lines = [line for line in full_width(text).strip().split("\n") if line]
    parts = [
        f"<h2>{escape(x[2:])}</h2>" if x.startswith("# ") else f"<p>{escape(x)}</p>"
        for x in lines[3:]
    ]
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{lines[0]}</title><style>
@page {{ size: A4; margin: 20mm 18mm }}
body {{ font: 10.5pt/1.7 "Noto Serif CJK SC", serif }}
header {{ border-bottom: 1px solid #333; display: flex; justify-content: space-between }}
h1 {{ font-size: 20pt; text-align: center }} h2 {{ font-size: 13pt; margin: 0.6em 0 0.2em }}
.columns {{ column-count: 2; column-gap: 9mm; text-align: justify }} p {{ text-indent: 2em; margin: 0 0 0.3em }}
</style></head><body><header><span>{lines[0]}</span><span>{lines[1]}</span></header>
<h1>{lines[2]}</h1><div class="columns">{"".join(parts)}</div></body></html>"""


def printed_earlier(_: str) -> bytes:
    """The PDF is printed by a browser and kept."""
    raise NotImplementedError("printed by a browser: tools/sample/print_pdf.py")
