"""The sample district tells one invented story, and says that it is invented."""

import re
import sys
import tomllib
from collections import defaultdict
from decimal import Decimal
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

import ceyuan_district
from ceyuan.model.credit_code import BadCreditCode, parse_credit_code
from ceyuan.model.period import parse_period
from ceyuan.model.place_table import gazetteer_from_rows, place_rows

DISTRICT = Path(ceyuan_district.__file__).parent
SAMPLE = DISTRICT / "sample"
TOOLS = Path(__file__).parents[1] / "tools" / "sample"
EXPECTED = tomllib.loads((SAMPLE / "expected.toml").read_text("utf-8"))
FILES = tomllib.loads((SAMPLE / "sample.toml").read_text("utf-8"))["file"]

needs_tools = pytest.mark.skipif(not TOOLS.is_dir(), reason="tools/sample is not in this checkout")


def reported() -> dict[tuple[str, str, str], Decimal]:
    """District, property, period and measure to value, without plans and planted slips."""
    return {
        (fact["property"], fact["period"], fact["measure"]): Decimal(fact["value"])
        for document in EXPECTED["document"]
        for fact in document["facts"]
        if fact["subject"] == "云岫区"
        and "period" in fact
        and fact["standing"] == "reported"
        and fact.get("planted", "") not in {"P01", "P02", "P03", "P07", "P08", "P09"}
    }


def rows_of(name: str, sheet: str) -> list[list[object]]:
    return (
        CalamineWorkbook.from_path(SAMPLE / "registers" / name).get_sheet_by_name(sheet).to_python()
    )


def test_the_list_names_every_file_and_nothing_else():
    listed = {file["path"] for file in FILES}
    there = {
        f"{file.parent.name}/{file.name}"
        for folder in ("documents", "registers")
        for file in (SAMPLE / folder).iterdir()
    }

    assert listed == there
    assert sum((SAMPLE / path).stat().st_size for path in there) < 3_000_000


@needs_tools
def test_making_the_sample_again_gives_the_same_files(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    import make  # type: ignore[import-not-found]

    make.main(tmp_path)

    made = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(made) >= 46 - (find_spec("xlwt") is None)
    for file in made:
        assert file.read_bytes() == (SAMPLE / file.relative_to(tmp_path)).read_bytes(), file.name
    for name in [name for name, module in sys.modules.items() if _of_tools(module)]:
        del sys.modules[name]


def _of_tools(module: object) -> bool:
    return str(getattr(module, "__file__", "")).startswith(str(TOOLS))


ENCODINGS = {"Big5": "big5", "GB18030": "gb18030", "UTF16": "utf-16"}


def text_of(path: str) -> str:
    named = next((code for word, code in ENCODINGS.items() if word in path), "utf-8")
    return (SAMPLE / path).read_text(named)


@pytest.mark.parametrize("path", [f["path"] for f in FILES if f["path"].endswith(("txt", "html"))])
def test_every_text_says_that_it_is_invented(path):
    without_readings = re.sub(r"\([^()\u4e00-\u9fff]+\)", "", text_of(path))

    assert re.search("纯属虚构|純屬虛構", without_readings)


@pytest.mark.parametrize("path", [f["path"] for f in FILES if f["path"].endswith(("xlsx", "xls"))])
def test_every_workbook_says_that_it_is_invented(path):
    book = CalamineWorkbook.from_path(SAMPLE / path)

    cells = (
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    )
    assert any("虚构" in str(cell) for cell in cells)


@needs_tools
def test_no_real_place_is_named_and_no_number_can_be_rung():
    places = gazetteer_from_rows(
        row
        for file in sorted((DISTRICT / "places").glob("*.csv"))
        for row in place_rows(file.read_text("utf-8"), file.name)
    )
    real = {form for form, code in places.names() if not code.startswith(("99", "100000"))}
    longest = max(map(len, real))
    for file in (TOOLS / "texts").glob("*.txt"):
        text = re.sub(r"\[\[.+?\|(.+?)\]\]", r"\1", file.read_text("utf-8"))
        found = {
            text[i : i + n]
            for i in range(len(text))
            for n in range(2, longest)
            if text[i : i + n] in real
        }
        assert not found, (file.name, found)
        assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)|0[1-9]\d{1,2}-\d{7,8}", text), file.name


def test_stocks_roll_forward_from_year_to_year():
    said = reported()
    enterprises = {
        y: said["tech_enterprises", f"as_of {y}-12-31", "level"] for y in (2021, 2023, 2024, 2025)
    }

    assert enterprises[2023] + 52 - 9 == enterprises[2024]
    assert said["new_tech_enterprises", "2024", "level"] == 52
    assert said["退库科技型企业数", "2024", "level"] == 9
    assert (
        enterprises[2024] + said["new_tech_enterprises", "2025", "level"] - 11 == enterprises[2025]
    )
    certified = [
        said["high_tech_enterprises", f"as_of {y}-12-31", "level"] for y in (2023, 2024, 2025)
    ]
    assert certified[0] + said["new_high_tech_enterprises", "2024", "level"] - 7 == certified[1]
    assert certified[1] + said["new_high_tech_enterprises", "2025", "level"] - 8 == certified[2]
    loans = "知识价值信用贷款发放额(累计)"
    assert (
        said[loans, "as_of 2024-12-31", "level"] + said["kv_loans", "2025", "level"]
        == said[loans, "as_of 2025-12-31", "level"]
    )


def test_growth_and_shares_follow_from_the_levels():
    said = reported()

    def level(name: str, year: int) -> Decimal:
        return said.get((name, str(year), "level")) or said[name, f"as_of {year}-12-31", "level"]

    for name, year in (
        ("rd_spending", 2024),
        ("rd_spending", 2025),
        ("technology_contracts_value", 2024),
        ("technology_contracts_value", 2025),
        ("strategic_emerging_output", 2025),
        ("industrial_output", 2025),
        ("retail_sales", 2025),
        ("tech_smes", 2024),
        ("tech_smes", 2025),
        ("tech_enterprises", 2024),
        ("high_tech_enterprises", 2024),
    ):
        if name == "high_tech_enterprises":
            growth = said[name, f"as_of {year}-12-31", "growth_yoy"]
        else:
            growth = (
                said.get((name, str(year), "growth_yoy"))
                or said[name, f"as_of {year}-12-31", "growth_yoy"]
            )
        computed = (level(name, year) / level(name, year - 1) - 1) * 100
        assert abs(computed - growth) < Decimal("0.06"), (name, year, computed)
    for year in (2024, 2025):
        assert abs(
            level("rd_spending", year) / level("gdp", year) * 100 - level("rd_intensity", year)
        ) < Decimal("0.006")
        assert abs(
            level("inventions", year) / level("resident_population", year) * 10_000
            - level("inventions_per_10k", year)
        ) < Decimal("0.006")
    parts = ("primary_value_added", "secondary_value_added", "tertiary_value_added")
    assert sum(level(p, 2024) for p in parts) == level("gdp", 2024)


def test_the_planted_disagreements_are_there():
    planted = {entry["id"] for entry in EXPECTED["planted"]}
    values = defaultdict(set)
    for document in EXPECTED["document"]:
        for fact in document["facts"]:
            if fact["standing"] == "reported" and "period" in fact:
                values[fact["subject"], fact["property"], fact["period"], fact["measure"]].add(
                    fact["value"]
                )
    marked = {f["planted"] for d in EXPECTED["document"] for f in d["facts"] if "planted" in f}

    assert planted == {f"P{n:02d}" for n in range(1, 20)}
    assert marked <= planted
    contradicted = {key[1] for key, said in values.items() if len(said) > 1}
    assert contradicted == {
        "high_tech_enterprises",
        "区级及以上研发平台数",
        "new_tech_enterprises",
        "rd_spending",
    }


def test_every_period_is_written_as_the_ledger_writes_it():
    for document in EXPECTED["document"]:
        for fact in document["facts"]:
            if "period" in fact:
                parse_period(fact["period"])


def test_the_technology_register_holds_310_enterprises_and_its_planted_faults():
    rows = [r for r in rows_of("科技型企业库.xlsx", "在库企业")[3:] if isinstance(r[0], float)]
    bad = []
    for row in rows:
        try:
            assert parse_credit_code(str(row[2])).region == "990101"
        except BadCreditCode as fault:
            bad.append(type(fault).__name__)

    assert len(rows) == 311
    assert len({r[0] for r in rows}) == 310
    assert (
        sorted(bad)
        == ["BadCreditCode"] * 3 + ["CodeTurnedIntoNumber"] + ["WrongCheckCharacter"] * 2
    )
    assert all("岚江" in str(r[1]) or "云岫" in str(r[1]) for r in rows)


def test_registers_agree_with_the_report_except_where_planted():
    said = reported()
    valid = [r for r in rows_of("高新技术企业名册.xlsx", "名册")[2:] if r[7] == "有效"]
    smes = [
        r
        for sheet in ("第一批", "第二批")
        for r in rows_of("科技型中小企业名单_2025.xls", sheet)[3:]
        if r[1]
    ]
    names = [re.sub(r"[()]", lambda m: {"(": "（", ")": "）"}[m[0]], str(r[2])) for r in smes]
    platforms = [r for r in rows_of("研发平台清单.xlsx", "研发平台")[3:] if isinstance(r[0], float)]
    loans = [r for r in rows_of("知识价值信用贷款台账.xlsx", "台账")[2:] if isinstance(r[0], float)]
    lent = sum(Decimal(str(r[6]).removesuffix("万")) for r in loans)

    assert len(valid) == said["high_tech_enterprises", "as_of 2025-12-31", "level"] - 2
    assert len(set(names)) == said["tech_smes", "2025", "level"] - 3
    assert len(names) - len(set(names)) == 1
    assert len(platforms) == said["区级及以上研发平台数", "as_of 2025-12-31", "level"]
    assert len(loans) == said["知识价值信用贷款累计支持企业次数", "as_of 2025-12-31", "level"]
    assert lent * 10_000 == said["知识价值信用贷款发放额(累计)", "as_of 2025-12-31", "level"]
    assert len({r[1] for r in loans}) < len(loans)


def test_contracts_add_up_to_the_published_sum():
    sheet = openpyxl.load_workbook(SAMPLE / "registers" / "技术合同登记_2025.xlsx")["登记清单"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))

    assert sum(row[6] for row in rows) == reported()["technology_contracts_value", "2025", "level"]
    assert all(earlier[8] <= later[8] for earlier, later in pairwise(rows))
    november = [row for row in rows if row[8].month <= 11]
    assert len(november) == reported()["technology_contracts", "2025-01/2025-11", "level"]
    assert (
        sum(row[6] for row in november)
        == reported()["technology_contracts_value", "2025-01/2025-11", "level"]
    )


def firms_and_figures(
    name: str, sheet: str, first: int, code: int, figure: int
) -> dict[str, float]:
    """By credit code, one column of a sheet; cells that are no plain number are left out."""
    return {
        str(row[code]): float(row[figure])
        for row in rows_of(name, sheet)[first:]
        if isinstance(row[figure], int | float) and len(str(row[code])) == 18
    }


def test_applicants_state_the_figures_of_the_yearly_register_except_where_planted():
    yearly = "企业年度主要指标.xlsx"
    applied = "高新技术企业申报汇总_2026.xlsx"
    differing = set()
    for year, (sales, spent) in {"2024年": (6, 9), "2025年": (7, 10)}.items():
        for column, stated in ((5, sales), (9, spent)):
            known = firms_and_figures(yearly, year, 3, 2, column)
            said = firms_and_figures(applied, "申报汇总", 4, 2, stated)
            both = known.keys() & said.keys()
            assert len(both) > 60
            differing |= {(year, column) for code in both if known[code] != said[code]}

    # P11 is the revenue typed in yuan, P16 the R&D expense of one applicant.
    assert differing <= {("2025年", 5), ("2025年", 9)}
    assert ("2025年", 9) in differing


def test_collected_items_come_to_the_rd_expense_of_the_yearly_register():
    known = firms_and_figures("企业年度主要指标.xlsx", "2025年", 3, 2, 9)
    columns = [
        firms_and_figures("研发费用加计扣除归集_2025.xlsx", "归集汇总", 5, 2, at)
        for at in (4, 5, 6, 7)
    ]
    complete = set.intersection(*(set(column) for column in columns)) & known.keys()

    assert len(complete) > 70
    for code in complete:
        assert abs(sum(column[code] for column in columns) - known[code] * 10_000) < 60


def test_each_list_of_quality_firms_stands_within_the_longer_one():
    rows = rows_of("优质中小企业名单.xlsx", "名单")
    heads = [n for n, row in enumerate(rows) if str(row[0])[:2] in ("一、", "二、", "三、")]
    lists = [
        {str(row[1]) for row in rows[first + 2 : last] if row[1]}
        for first, last in pairwise([*heads, len(rows)])
    ]

    assert [len(names) for names in lists] == [6, 26, 74]
    assert lists[0] < lists[1] < lists[2]
