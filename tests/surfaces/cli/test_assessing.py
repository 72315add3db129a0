"""`assess`, `explain`, `simulate` and `certificate`, run as people run them, on a table and a ledger."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ceyuan.engines.rules.certificate import digest
from ceyuan.model.claim import Claim
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.locator import CellAt
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.office import Office

TESTS = str(Path(__file__).parents[2])
TOYLAND = {"CEYUAN_DISTRICT": "toyland", "PYTHONPATH": TESTS}
HEAD = "作坊名称,开张日期,销售收入（万元）,纸张费用（万元）,匠人数,无不良记录,式样\n"
ROWS = "云岫风筝铺,2020-01-01,10,0.5,12,是,旧式\n=1+1,2020-01-01,10,0.5,60,是,旧式\n"


@pytest.fixture
def ceyuan(ceyuan: Callable[..., object], tmp_path: Path) -> Callable[..., object]:
    """Toyland's command line, with a table of two workshops beside it."""
    (tmp_path / "作坊.csv").write_text(HEAD + ROWS, "utf-8")
    return lambda *line: ceyuan(*line, **TOYLAND)


def _assess(ceyuan: Callable[..., object], *more: str):  # type: ignore[no-untyped-def]
    return ceyuan("assess", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01", *more)


def test_each_line_for_machines_has_the_promised_words(ceyuan) -> None:  # type: ignore[no-untyped-def]
    said = _assess(ceyuan, "--json")

    lines = [json.loads(line) for line in said.out.splitlines()]
    assert list(lines[0]) == [
        "subject",
        "programme",
        "on",
        "eligible",
        "clauses",
        "values",
        "missing",
        "gaps",
    ]
    assert lines[0]["values"]["amount"] == 1000.0
    assert [(line["subject"], line["eligible"]) for line in lines] == [
        ("云岫风筝铺", True),
        ("=1+1", False),
    ]
    assert lines[1]["gaps"][0]["short_by"] == 10


def test_names_that_look_like_formulas_are_written_as_text(ceyuan, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    said = _assess(ceyuan, "--out", "结果.xlsx")

    book = openpyxl.load_workbook(tmp_path / "结果.xlsx")
    cells = {c.value: c.data_type for row in book["名单"].iter_rows() for c in row}
    assert said.code == 0
    assert book.sheetnames == ["汇总", "名单", "差距与缺项", "读取问题"]
    assert cells["=1+1"] == "s"


def test_what_was_not_read_goes_to_standard_error_with_lines_for_machines(
    ceyuan, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "作坊.csv").write_text(
        HEAD.strip() + ",风向\n云岫风筝铺,2020-01-01,约10,0.5,12,是,旧式,北\n", "utf-8"
    )

    said = _assess(ceyuan, "--json")

    assert json.loads(said.out)["eligible"] is None
    assert "作坊!C2 “约10”是约数，按不知处理" in said.err
    assert "不认识的列，没有用：风向" in said.err


def test_a_programme_goes_by_its_title(ceyuan) -> None:  # type: ignore[no-untyped-def]
    said = ceyuan("assess", "风筝奖", "--table", "作坊.csv", "--on", "2025-06-01", "--json")

    assert json.loads(said.out.splitlines()[0])["programme"] == "kite_prize"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("--out", "."), "这是文件夹"),
        (("--out", "没有/结果.xlsx"), "没有文件夹"),
        (("--keep",), "--table 不能和 --keep 同用"),
        (("--place", "云岫"), "不是六位行政区划代码"),
        (("--on", "2025-02-30"), "不是日期"),
        (("--on", "9999-12-31"), "1900 至 2200 年"),
        (("--on", "1990-01-01"), "不在有效期内"),
        (("--sheet", "丙镇"), "没有工作表"),
        (("--engine", "abacus"), "没有引擎"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_says_why(ceyuan, line, said) -> None:  # type: ignore[no-untyped-def]
    told = ceyuan("assess", "kite_prize", "--table", "作坊.csv", *line)

    assert told.code == 2
    assert said in told.err
    assert "处理: " in told.err
    assert not told.out


def test_a_table_to_fill_in_can_be_written_and_is_read_back(ceyuan, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    line = ("programme", "风筝奖", "--on", "2025-06-01")

    made = ceyuan(*line, "--template", "模板.xlsx")
    listed = ceyuan(*line, "--json")
    book = openpyxl.load_workbook(tmp_path / "模板.xlsx")
    headings = [cell.value for cell in book.worksheets[0][1]]
    book.worksheets[0].append(["云岫风筝铺"])
    book.save(tmp_path / "模板.xlsx")
    asked = ceyuan("assess", "kite_prize", "--table", "模板.xlsx", "--on", "2025-06-01")

    assert (made.code, asked.code) == (0, 0)
    assert headings == [column["heading"] for column in listed.json[0]["columns"]]
    assert "2024年销售收入（万元）" in headings
    assert "不认识的列" not in asked.err


def test_the_list_of_programmes_says_what_each_is_called_and_from_when(ceyuan) -> None:  # type: ignore[no-untyped-def]
    said = ceyuan("programme", "--json")

    assert [one["programme"] for one in said.json] == ["grand_prize", "kite_prize"]
    assert said.json[1]["from"] == "2020-01-01"


def test_nobody_of_that_name_ends_with_two(ceyuan) -> None:  # type: ignore[no-untyped-def]
    said = ceyuan(
        "explain", "山里的铺子", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01"
    )

    assert said.code == 2
    assert "没有“山里的铺子”" in said.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("--set", "cap=5%"), "不是金额"),
        (("--budget", "-1"), "不是金额"),
        (("--pro-rata",), "要有预算"),
        (("--draft", "没有"), "不是政策文件夹"),
    ],
)
def test_a_trial_that_cannot_be_run_ends_with_two_and_says_why(ceyuan, line, said) -> None:  # type: ignore[no-untyped-def]
    told = ceyuan("simulate", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01", *line)

    assert told.code == 2
    assert said in told.err


def test_a_budget_of_nothing_serves_nobody(ceyuan) -> None:  # type: ignore[no-untyped-def]
    line = ("simulate", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01", "--json")

    said = ceyuan(*line, "--budget", "0")

    assert said.json["budget"] == {
        "amount": 0.0,
        "how": "first-come",
        "paid": 0.0,
        "left": 0.0,
        "unserved": 1,
    }


def test_asking_in_a_folder_that_is_no_home_leaves_nothing_there(ceyuan, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    before = sorted(path.name for path in tmp_path.iterdir())

    said = ceyuan("--home", ".", "assess")

    assert said.code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_help_has_lines_to_copy_in_either_language(ceyuan) -> None:  # type: ignore[no-untyped-def]
    chinese, english = ceyuan("assess", "--help"), ceyuan("--lang", "en", "assess", "--help")

    assert "用法：ceyuan assess" in chinese.out
    assert "ceyuan assess --table 企业表.xlsx" in chinese.out
    assert "Usage: ceyuan assess" in english.out
    assert "<bool>" not in chinese.out + english.out


def test_a_programme_there_is_not_ends_with_two_and_says_which_there_are(ceyuan) -> None:  # type: ignore[no-untyped-def]
    said = ceyuan("assess", "kitty", "--table", "作坊.csv")

    assert said.code == 2
    assert "kite_prize" in said.err


def test_a_firm_is_explained_and_certified_and_the_certificate_recomputes(
    ceyuan, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    line = ("explain", "风筝铺", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01")

    said = ceyuan(*line, "--certificate", "凭据.json")
    good = ceyuan("certificate", "凭据.json")
    text = (tmp_path / "凭据.json").read_text("utf-8")
    (tmp_path / "改.json").write_text(text.replace('"value": 12.0', '"value": 60.0'), "utf-8")
    bad = ceyuan("certificate", "改.json", "--json")

    assert "作坊开张满二年" in said.out
    assert (good.code, bad.code) == (0, 1)
    assert "云岫风筝铺 · 风筝奖 · 2025-06-01" in good.out
    assert bad.json["differing"] == ["small_enough", "eligible", "amount"]


def test_a_certificate_by_other_rules_or_with_another_digest_is_told(
    ceyuan, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    line = ("explain", "风筝铺", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01")
    ceyuan(*line, "--certificate", "凭据.json")
    body = json.loads((tmp_path / "凭据.json").read_text("utf-8"))
    body["rules"][-1]["sentence"] = "谁都给。"
    rest = {name: part for name, part in body.items() if name != "digest"}
    (tmp_path / "伪.json").write_text(json.dumps(rest | {"digest": digest(rest)}), "utf-8")

    forged = ceyuan("certificate", "伪.json")
    other = ceyuan("certificate", "伪.json", "--digest", body["digest"])
    own = ceyuan("certificate", "凭据.json", "--digest", body["digest"].upper(), "--json")

    assert (forged.code, other.code, own.code) == (1, 1, 0)
    assert f"{body['rules'][-1]['name']} 不是本程序所载的规则" in forged.out
    assert "不是同一份凭据" in other.out
    assert own.json["other_rules"] == []


def test_a_limit_that_is_missed_says_whether_the_number_itself_would_do(ceyuan) -> None:  # type: ignore[no-untyped-def]
    said = ceyuan("explain", "=1+1", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01")

    assert "60 人，要求 ≤ 50 人" in said.out


def test_a_stricter_ceiling_names_the_loser(ceyuan) -> None:  # type: ignore[no-untyped-def]
    line = ("simulate", "kite_prize", "--table", "作坊.csv", "--on", "2025-06-01", "--json")

    said = ceyuan(*line, "--set", "makers_ceiling=10", "--budget", "500")

    assert said.json["lost"] == ["云岫风筝铺"]
    assert (said.json["before"]["cost"], said.json["after"]["cost"]) == (1000.0, 0.0)


def test_answers_about_the_ledger_are_kept_once(ceyuan, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    _workshop_in_a_ledger(tmp_path / "ceyuan-home")

    first = ceyuan("assess", "--on", "2025-06-01", "--keep")
    again = ceyuan("assess", "--on", "2025-06-01", "--keep")
    facts = ceyuan("facts", "--standing", "derived", "--json")

    assert (first.code, again.code) == (0, 0)
    assert "入账 2 条推算事实" in first.err
    assert "入账 0 条推算事实" in again.err
    assert facts.json["total"] == 2


def _workshop_in_a_ledger(home: Path) -> None:
    day = date(2025, 5, 1)
    document = Document("a" * 64, "名册.xlsx", "application/vnd.ms-excel", received_on=day)
    makers = Claim(
        "云岫风筝铺", "workshop", "makers", "匠人数", Quantity(Decimal(60), "人"), Measure.LEVEL,
        parse_period("as_of 2024-12-31"), Standing.REGISTERED, Section.MAIN,
        CellAt("作坊", "E2"), "60",
    )  # fmt: skip
    subject = "workshop:云岫风筝铺"
    fact = Fact(
        fact_id(subject, makers, document.digest),
        subject,
        makers,
        document.digest,
        "notice",
        "1",
        day,
    )
    with Office.open(home, package="toyland") as office:
        office.ledger.record(
            [fact],
            [document],
            at=datetime(2025, 5, 1, 9, tzinfo=UTC),
            entities=[Entity(subject, "workshop", "云岫风筝铺")],
        )
