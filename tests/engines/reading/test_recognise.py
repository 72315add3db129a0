"""A file is what its content says: encodings, web pages, Word, PDF, workbooks, separated text."""

from io import BytesIO

import docx
import pytest
import xlsxwriter
from written_pdf import Run, written_pdf

from ceyuan.engines.reading.recognise import recognise

TEXT = "云岫区2024年科技型企业达到1234家，同比增长12.5%。研发投入强度为2.8%。"
TRADITIONAL = "雲岫區2024年科技型企業達到1234家，同比增長12.5%。研發投入強度為2.8%。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_a_simplified_text_is_read_in_any_encoding(encoding):
    assert recognise(TEXT.encode(encoding), "a.txt").text == TEXT


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8", "utf-16-le"])
def test_a_traditional_text_is_read_in_any_encoding(encoding):
    assert recognise(TRADITIONAL.encode(encoding), "a.txt").text == TRADITIONAL


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
@pytest.mark.parametrize("word", ["科技局", "工作", "人民政府"])
def test_a_few_characters_are_enough_to_tell_the_encoding(word, encoding):
    assert recognise(word.encode(encoding), "a.txt").text == word


def test_a_text_cut_off_inside_a_character_is_read_and_the_loss_told():
    scan = recognise(TEXT.encode()[:-1], "a.txt")

    assert scan.text == TEXT[:-1] + "\ufffd"
    assert ["1 处字节残缺" in remark.what.zh for remark in scan.remarks] == [True]


def test_line_ends_stay_as_they_came():
    assert recognise("甲乙\r\n丙丁\r\n".encode(), "a.txt").text == "甲乙\r\n丙丁\r\n"


def test_a_wrong_name_is_told_and_the_content_read():
    scan = recognise(_word(), "名单.pdf")

    assert scan.text.startswith("云岫区科技工作总结")
    assert ".pdf" in scan.remarks[0].what.zh


def test_word_gives_paragraphs_and_tables_in_order():
    scan = recognise(_word(), "总结.docx")

    assert scan.text.split("\n") == [
        "云岫区科技工作总结",
        "指标 | 数值",
        "科技型企业 | 1234家",
        "以上为初步统计。",
    ]
    assert scan.sheets[0].rows == (("指标", "数值"), ("科技型企业", "1234家"))


def test_word_reads_inserted_text_and_leaves_deleted_text_out():
    document = docx.Document()
    paragraph = document.add_paragraph("企业")._p
    for tag, inner, words in (("ins", "t", "12家"), ("del", "delText", "10家")):
        paragraph.append(
            docx.oxml.parse_xml(
                f'<w:{tag} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
                f' w:id="1" w:author="a"><w:r><w:{inner}>{words}</w:{inner}></w:r></w:{tag}>'
            )
        )

    assert recognise(_saved(document), "a.docx").text == "企业12家"


PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>云岫区科技工作_云岫网</title>
<meta name="PubDate" content="2024-03-05 10:00"><meta name="ContentSource" content="云岫日报">
<script>document.write("脚本里的数字99家")</script><style>p{}</style></head><body>
<div class="nav"><a href="/">首页</a><a href="/x">新闻</a></div><h1>云岫区科技工作</h1>
<p>%s</p><p>全区研发平台达到259个，其中市级及以上133个，技术合同成交额11.06亿元，居全市第三位。</p>
<table><tr><th>指标</th><th>数值</th></tr><tr><td>科技型企业</td><td>1234家</td></tr></table>
</body></html>"""


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_page_gives_its_article_table_title_date_and_source_whatever_it_declares(encoding):
    scan = recognise((PAGE % TEXT).encode(encoding), "a.html")

    assert scan.media == "text/html"
    assert TEXT in scan.text.split("\n")
    assert "科技型企业 | 1234家" in scan.text
    assert "99家" not in scan.text
    assert scan.printed == {
        "title": "云岫区科技工作",
        "date": "2024-03-05",
        "publisher": "云岫日报",
    }
    assert scan.sheets[0].rows[1] == ("科技型企业", "1234家")


def test_a_page_without_an_article_is_given_whole():
    links = "".join(f"<li><a href='{i}'>云岫区科技动态第{i}条</a></li>" for i in range(9))

    scan = recognise(f"<html><body><ul>{links}</ul></body></html>".encode(), "a.htm")

    assert scan.text.count("云岫区科技动态") == 9


def test_a_workbook_gives_every_sheet_with_cells_as_stored():
    book = BytesIO()
    with xlsxwriter.Workbook(book) as workbook:
        sheet = workbook.add_worksheet("名录")
        sheet.merge_range("A1:C1", "云岫区科技型企业名录")
        sheet.write_row("A2", ["名称", "年份", "比重"])
        sheet.write_row("A3", ["岚江甲公司", 2020, 1.5])
        workbook.add_worksheet("底稿").hide()

    scan = recognise(book.getvalue(), "名录.xlsx")

    assert scan.is_workbook
    assert scan.sheets[0].rows[1:] == (("名称", "年份", "比重"), ("岚江甲公司", 2020, 1.5))
    assert scan.sheets[0].merged == ("A1:C1",)
    assert [sheet.hidden for sheet in scan.sheets] == [False, True]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_separated_text_is_a_sheet_in_any_encoding_with_any_mark(encoding, mark):
    rows = [["名称", "数量"], ["岚江甲公司", "12"], ["岚江乙公司", ""]]
    text = "\r\n".join(mark.join(row) for row in rows)

    scan = recognise(text.encode(encoding), "名录.csv")

    assert scan.sheets[0].name == "名录"
    assert scan.sheets[0].rows[1:] == (("岚江甲公司", "12"), ("岚江乙公司", None))


def test_a_pdf_drawn_column_by_column_is_read_as_drawn():
    assert _page_of_columns(row_by_row=False) == LEFT + RIGHT


def test_a_pdf_drawn_row_by_row_is_put_into_columns():
    assert _page_of_columns(row_by_row=True) == LEFT + RIGHT


def test_a_headline_over_two_columns_stands_before_them():
    runs = [Run(60, 60, "云岫区科技创新专版：三个加快打造升级版", 20), *_columns(row_by_row=True)]

    lines = recognise(written_pdf([runs]), "a.pdf").text.split("\n")

    assert lines == ["云岫区科技创新专版：三个加快打造升级版", *LEFT, *RIGHT]


def test_page_numbers_are_left_out_and_pages_counted():
    page = [Run(60, 80 + 20 * i, line) for i, line in enumerate(LEFT)]

    scan = recognise(written_pdf([[*page, Run(290, 800, "- 1 -")], page]), "a.pdf")

    assert scan.text.split("\n") == LEFT * 2
    assert scan.text[scan.pages[1] :].split("\n") == LEFT


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_on_a_page_keeps_its_rows(ruled):
    cells = [
        ["指标", "数值", "增速"],
        ["科技型企业", "1234家", "12.5%"],
        ["研发投入", "7.2亿元", "16%"],
    ]
    runs = [Run(60, 80, "主要指标完成情况如下表所示，数据为初步核算")]
    runs += [Run(65 + 100 * c, 114 + 20 * r, cells[r][c]) for r in range(3) for c in range(3)]
    rules = [(60, 100 + 20 * i, 360, 100 + 20 * i) for i in range(4)]
    rules += [(60 + 100 * i, 100, 60 + 100 * i, 160) for i in range(4)]

    scan = recognise(written_pdf([runs], rules if ruled else ()), "a.pdf")

    assert scan.text.split("\n")[1:] == [" | ".join(row) for row in cells]
    assert len(scan.sheets) == ruled


def test_a_page_without_text_among_others_is_told():
    page = [Run(60, 80 + 20 * i, line) for i, line in enumerate(LEFT)]

    scan = recognise(written_pdf([page, []]), "a.pdf")

    assert "第 2 页没有文字" in scan.remarks[0].what.zh


def test_the_same_bytes_give_the_same_scan():
    for content in (TEXT.encode("gbk"), (PAGE % TEXT).encode(), _word()):
        assert recognise(content, "a") == recognise(content, "a")


LEFT = ["云岫区全年新增科技型企业", "六十三家累计达到一千五百", "家研发平台提质增量持续增"]
RIGHT = ["全区坚持以制度创新营造良", "好科技生态以开放平台集聚", "创新资源以数字引领激发力"]


def _columns(row_by_row: bool) -> list[Run]:
    places = [(c, r) for c in range(2) for r in range(3)]
    if row_by_row:
        places.sort(key=lambda place: place[1])
    return [Run(60 + 170 * c, 100 + 16 * r, (LEFT, RIGHT)[c][r]) for c, r in places]


def _page_of_columns(row_by_row: bool) -> list[str]:
    return recognise(written_pdf([_columns(row_by_row)]), "a.pdf").text.split("\n")


def _word() -> bytes:
    document = docx.Document()
    document.add_paragraph("云岫区科技工作总结")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ["指标", "数值", "科技型企业", "1234家"], strict=True):
        cell.text = words
    document.add_paragraph("以上为初步统计。")
    return _saved(document)


def _saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
