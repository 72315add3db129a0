"""The workbook handed back with remarks."""

from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from ceyuan.engines.registry.remarked import Grid, remarked_workbook
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.table import Problem, Weight


def problem(cell, weight=Weight.DOUBTFUL, sheet="名册", printed=""):
    row = int("".join(c for c in cell if c.isdigit()) or 0)
    return Problem(
        "x",
        weight,
        sheet,
        Bilingual("数字不对", "wrong"),
        Bilingual("改正", "mend"),
        row,
        cell,
        "",
        printed,
    )


def workbook():
    book = Workbook()
    sheet = book.active
    sheet.title = "名册"
    sheet.append(["窑厂名称", "人数"])
    sheet.append(["红泥窑", "=1+2"])
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A2:A3")
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def back(content, problems, **more):
    return load_workbook(BytesIO(remarked_workbook(content, problems, **more)))


def test_every_problem_is_a_remark_in_its_cell_with_a_colour():
    book = back(workbook(), [problem("B2", Weight.UNREADABLE)], is_xlsx=True)

    cell = book["名册"]["B2"]
    assert "数字不对" in cell.comment.text
    assert "改正" in cell.comment.text
    assert cell.fill.fgColor.rgb.endswith("F8C9C4")


def test_formats_formulas_and_other_sheets_stay():
    book = back(workbook(), [problem("B2")], is_xlsx=True)

    assert book["名册"]["A1"].font.bold
    assert book["名册"]["B2"].value == "=1+2"
    assert [str(r) for r in book["名册"].merged_cells.ranges] == ["A2:A3"]


def test_a_remark_on_a_merged_cell_goes_to_its_first():
    book = back(workbook(), [problem("A3")], is_xlsx=True)

    assert book["名册"]["A2"].comment is not None


def test_the_gravest_of_several_problems_gives_the_colour():
    problems = [problem("B2", Weight.NOTE), problem("B2", Weight.UNREADABLE)]

    cell = back(workbook(), problems, is_xlsx=True)["名册"]["B2"]

    assert cell.fill.fgColor.rgb.endswith("F8C9C4")


def test_a_sheet_of_its_own_lists_all_problems_under_the_counts():
    book = back(workbook(), [problem("B2", printed="三")], is_xlsx=True, counts={"新增": 2})

    rows = list(book["导入预演"].iter_rows(values_only=True))
    assert rows[0][:2] == ("新增", 2)
    assert rows[3] == ("名册", "B2", "存疑", "数字不对", "改正", "三")


def test_separated_text_is_handed_back_as_a_workbook_and_runs_no_formula():
    grids = [Grid("名册", [["窑厂名称"], ["=HYPERLINK(1)"]])]

    book = back(b"", [problem("A2", printed="=cmd|1")], is_xlsx=False, grids=grids)

    assert book["名册"]["A2"].value == "=HYPERLINK(1)"
    assert book["名册"]["A2"].data_type == "s"
    assert all(cell.data_type != "f" for row in book["导入预演"].iter_rows() for cell in row)


def test_problems_of_no_cell_stand_at_their_row_or_at_the_top():
    book = back(workbook(), [problem(""), problem("")], is_xlsx=True)

    assert book["名册"]["A1"].comment is not None


def test_names_of_sheets_no_workbook_allows_are_mended():
    grids = [Grid("表[1]:*", [["甲"]]), Grid("表1", [["乙"]]), Grid("", [["丙"]])]

    assert back(b"", [], is_xlsx=False, grids=grids).sheetnames[:3] == ["表1", "表12", "表"]


def test_remarks_speak_english_when_asked():
    book = back(workbook(), [problem("B2")], is_xlsx=True, language="en")

    assert "wrong" in book["名册"]["B2"].comment.text
    assert "rehearsal" in book.sheetnames
