"""The documents of the sample district: from the marked texts to damaged files."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

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
from marked import plain

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Sample:
    """One document: the marked text it is made from, its file, and what is said about it.

    `given` is the date the person who files it knows; empty where it is to be read from the page
    (`published`) or where nobody knows (both empty). `publisher` is empty where none is printed
    or known.
    """

    text: str
    file: str
    genre: str
    damage: str
    publisher: str
    published: str
    given: str
    make: Callable[[str], bytes]
    title: str
    aims_after: str = ""

    @property
    def marked(self) -> str:
        """The marked text."""
        return (TEXTS / f"{self.text}.txt").read_text(encoding="utf-8")

    def bytes(self) -> bytes:
        """The file."""
        return self.make(plain(self.marked))


def _utf8(text: str) -> bytes:
    return text.encode("utf-8")


def _traditional_news(text: str) -> bytes:
    return _utf8(traditional(text, "s2twp").replace("“", "「").replace("”", "」"))


def _toned(text: str) -> bytes:
    return _utf8(toned_pinyin(traditional(text), seed=3))


def _repeats(text: str) -> bytes:
    return _utf8(repeated_pinyin(traditional(text), seed=12))


def _big5(text: str) -> bytes:
    tidy = traditional(text, "s2twp").replace("•", "．").replace("“", "「").replace("”", "」")
    return tidy.encode("big5")


def _gb18030(text: str) -> bytes:
    return full_width(text).encode("gb18030")


def _utf16(text: str) -> bytes:
    return full_width(text).encode("utf-16-le", "strict").join((b"\xff\xfe", b""))


def _official(text: str) -> bytes:
    return _utf8(full_width(text))


def _newspaper_scan(text: str) -> bytes:
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
    return _utf8("\n".join(out) + "\n")


def _newspaper_columns(text: str) -> bytes:
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
    return _utf8("\n".join([*wrapped(lead, 15), "", *rest, *tail]) + "\n")


def _policy_page(text: str) -> bytes:
    """A page of the district's site: navigation, the notice, footer."""
    lines = [line for line in full_width(text).strip().split("\n") if line]
    title, number, day = lines[:3]
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines[3:])
    return _utf8(
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


def _communique(text: str) -> bytes:
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


def _printed_earlier(_: str) -> bytes:
    raise NotImplementedError("printed by a browser: tools/sample/print_pdf.py")


SAMPLES = (
    Sample(
        "01_traditional_news",
        "01_繁体新闻_带相关链接.txt",
        "新闻网页（繁体）",
        "繁体字词、相关焦点中别处的数字",
        "岚江新闻网",
        "2022-11-24",
        "",
        _traditional_news,
        "云岫:搭台子聚人才建机制 打磨科技创新“金钥匙”",
    ),
    Sample(
        "02_county_site",
        "02_县级网站转载.txt",
        "区县网站转载",
        "举报电话、版权声明、有奖爆料等站点文字",
        "岚江日报",
        "2023-07-12",
        "",
        _utf8,
        "邻里区县巡礼丨云岫:让实验室搬进产业园",
    ),
    Sample(
        "03_pinyin_repost",
        "03_注音转载_繁体.txt",
        "商业网站转载",
        "通篇插入带调拼音、繁体、链接列表",
        "",
        "",
        "2025-01-16",
        _toned,
        "云岫区落实创新驱动发展战略 以科技创新引领三大产业集群",
    ),
    Sample(
        "04_newspaper_ocr",
        "04_报纸版面_扫描.txt",
        "报纸版面",
        "断行、多余空格、形近误识、图片说明",
        "岚江日报",
        "",
        "2026-04-21",
        _newspaper_scan,
        "云岫 奋力跑好科技创新“第一棒”",
    ),
    Sample(
        "05_newspaper_columns",
        "05_报纸专版_栏序错乱.txt",
        "报纸专版",
        "分栏交错、标题错位重复、图注插入句中",
        "岚江日报",
        "",
        "2023-12-28",
        _newspaper_columns,
        "云岫:科技创新迈出坚实步伐",
    ),
    Sample(
        "06_communique",
        "06_2024年统计公报.docx",
        "统计公报",
        "无；含表格",
        "云岫区统计局",
        "2025-04-10",
        "",
        _communique,
        "云岫区2024年国民经济和社会发展统计公报",
    ),
    Sample(
        "07_work_report",
        "07_2026年政府工作报告.txt",
        "政府工作报告",
        "无；篇幅长，回顾与目标并存",
        "云岫区人民政府",
        "2026-01-15",
        "",
        _official,
        "政府工作报告",
        "二、2026年重点工作",
    ),
    Sample(
        "08_policy_notice",
        "08_支持科技创新若干措施.html",
        "政策文件",
        "网页导航、页脚",
        "云岫区人民政府办公室",
        "2025-03-05",
        "",
        _policy_page,
        "云岫区人民政府办公室关于印发《云岫区支持科技创新若干措施(试行)》的通知",
    ),
    Sample(
        "09_account_post",
        "09_公众号_前三季度.txt",
        "公众号推文",
        "单字小标题、往期推荐",
        "云岫发布",
        "",
        "2025-10-27",
        _utf8,
        "前三季度,云岫交出这份成绩单!",
    ),
    Sample(
        "10_task_table",
        "10_重点工作完成情况.txt",
        "任务分解表",
        "表格散成竖线和断行",
        "云岫区科技局",
        "",
        "2024-07-15",
        _utf8,
        "云岫区科技局2024年重点工作任务上半年完成情况",
    ),
    Sample(
        "11_plan_summary",
        "11_规划中期评估.txt",
        "规划摘要",
        "数字密集、相关链接",
        "云岫融媒",
        "2024-02-20",
        "",
        _utf8,
        "云岫区科技创新“十四五”规划中期评估发布",
    ),
    Sample(
        "12_profile_repeats",
        "12_高新区概况_叠音.txt",
        "园区词条",
        "插入重复的无调拼音、繁体；无日期",
        "",
        "",
        "",
        _repeats,
        "云岫高新区概况",
    ),
    Sample(
        "13_monthly_gb18030",
        "13_科技运行月报_GB18030.txt",
        "运行月报",
        "GB18030 编码",
        "云岫区科技局",
        "2025-12-12",
        "",
        _gb18030,
        "云岫区科技创新运行月报",
    ),
    Sample(
        "14_special_issue_pdf",
        "14_产业观察_双栏.pdf",
        "期刊专题",
        "双栏 PDF",
        "岚江科技导刊",
        "2024-10-28",
        "",
        _printed_earlier,
        "云岫智能传感产业观察",
    ),
    Sample(
        "15_institute_big5",
        "15_研究院报道_Big5.txt",
        "新闻网页（繁体）",
        "Big5 编码",
        "岚江新闻网",
        "2024-05-16",
        "",
        _big5,
        "岚江柔性材料研究院:把“冷板凳”坐热",
    ),
    Sample(
        "16_recognition_utf16",
        "16_高企认定公布_UTF16.txt",
        "认定公布",
        "UTF-16 编码",
        "云岫区科技局",
        "2025-12-26",
        "",
        _utf16,
        "关于公布云岫区2025年新认定高新技术企业名单的通知",
    ),
)
