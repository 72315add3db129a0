"""`ceyuan read` and what can be asked afterwards, on files written by the test."""

import csv
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ceyuan = Callable[..., Any]

NEWS = """云岫区晒出科技创新成绩单
2025-01-10  来源：岚江日报

截至2024年底，云岫区高新技术企业达186家，科技型企业累计突破1200家。
2024年，全区地区生产总值555.2亿元，同比增长7.8%。
到2027年，力争高新技术企业达到300家。
"""
OTHER_NEWS = """云岫区高新技术企业再添新军
2025-02-20  来源：岚江晚报

截至2024年底，云岫区高新技术企业达179家。
"""
UNDATED = "云岫区今年以来新增科技型企业45家。\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, "utf-8")
    return path


@pytest.fixture(scope="module")
def two_articles(
    ceyuan_in: Callable[[Path], Ceyuan], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A home that holds the figures of two articles that disagree."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "news.txt").write_text(NEWS, "utf-8")
    (folder / "other.txt").write_text(OTHER_NEWS, "utf-8")
    said = ceyuan_in(folder)("read", "news.txt", "other.txt", "--keep")
    assert said.code == 0, said.err
    return folder / "ceyuan-home"


@pytest.fixture
def kept(ceyuan: Ceyuan, two_articles: Path, tmp_path: Path) -> Ceyuan:
    """Runs command lines beside a copy of that home."""
    shutil.copytree(two_articles, tmp_path / "ceyuan-home")
    return ceyuan


def test_a_reading_shows_whose_what_how_much_when_and_as_printed(
    ceyuan: Ceyuan, news: Path
) -> None:
    said = ceyuan("read", news)

    assert said.code == 0
    assert "云岫区晒出科技创新成绩单" in said.out
    for words in (
        "高新技术企业",
        "186家",
        "不低于1,200家",
        "2024年",
        "7.8%",
        "同比增长",
        "目标",
        "300家",
    ):
        assert words in said.out


def test_a_reading_fits_on_eighty_columns(ceyuan: Ceyuan, news: Path) -> None:
    from rich.cells import cell_len

    said = ceyuan("read", news)

    assert max(cell_len(line) for line in said.out.splitlines()) <= 80


def test_json_has_the_shape_of_the_reference_documents(ceyuan: Ceyuan, news: Path) -> None:
    said = ceyuan("read", news, "--json")

    (document,) = said.json["documents"]
    lists = ("indicators", "entities", "relations", "events", "commitments", "mechanisms")
    assert (document["doc"], document["publisher"]) == ("news.txt", "岚江日报")
    assert (document["title"], document["published"]) == ("云岫区晒出科技创新成绩单", "2025-01-10")
    assert "高新技术企业达186家" in document["clean_text"]
    assert all(isinstance(document[name], list) for name in (*lists, "edits"))
    firms = next(i for i in document["indicators"] if i["value"] == 186)
    assert firms["subject"] == "云岫区"
    assert (firms["unit"], firms["measure"], firms["period"]) == ("家", "level", "as_of 2024-12-31")
    assert (firms["section"], firms["qualifier"]) == ("main", ["cumulative"])
    start, end = firms["offset"]
    assert NEWS[start:end] == firms["evidence"]


def test_a_figure_is_as_exact_in_json_as_it_was_printed(ceyuan: Ceyuan, news: Path) -> None:
    indicators = ceyuan("read", news, "--json").json["documents"][0]["indicators"]

    by_value = {i["value"]: i for i in indicators}
    assert by_value[55520000000]["unit"] == "元"
    assert by_value[7.8]["measure"] == "growth_yoy"
    assert "at_least" in by_value[1200]["qualifier"]
    assert "target" in by_value[300]["qualifier"]


def test_several_bad_files_are_told_one_by_one_and_the_others_are_read(
    ceyuan: Ceyuan, news: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    bad = ["empty.txt", "noise.bin", "folder", "broken.xlsx", "broken.pdf", "missing.txt"]

    said = ceyuan("read", *bad, news, "--json")

    assert said.code == 2
    assert [document["doc"] for document in said.json["documents"]] == ["news.txt"]
    for name in bad:
        assert name in said.err
    assert said.err.count("处理") == len(bad)
    assert "Traceback" not in said.err


def test_a_document_without_a_date_says_that_its_periods_stay_unknown(
    ceyuan: Ceyuan, tmp_path: Path
) -> None:
    (tmp_path / "undated.txt").write_text(UNDATED, "utf-8")

    undated = ceyuan("read", "undated.txt")
    dated = ceyuan("read", "undated.txt", "--published", "2024-06", "--json")

    assert undated.code == 0
    assert "没有发布日期" in undated.out
    periods = {i["value"]: i["period"] for i in dated.json["documents"][0]["indicators"]}
    assert periods[45] == "2024-01/2024-06"


def test_a_date_nobody_can_read_is_refused(ceyuan: Ceyuan, news: Path) -> None:
    said = ceyuan("read", news, "--published", "2024-13-40")

    assert (said.code, said.out) == (2, "")
    assert "--published" in said.err


def test_reading_alone_keeps_nothing(ceyuan: Ceyuan, news: Path, tmp_path: Path) -> None:
    ceyuan("read", news)

    assert [path.name for path in tmp_path.iterdir()] == ["news.txt"]


def test_keeping_twice_adds_nothing_the_second_time(
    ceyuan: Ceyuan, news: Path, tmp_path: Path
) -> None:
    first = ceyuan("read", news, "--keep")
    second = ceyuan("read", news, "--keep")

    assert re.search(r"入账 [1-9]\d* 条新事实", first.err)
    assert "没有新增" in second.err
    assert ceyuan("documents", "--json").json["total"] == 1


def test_a_rehearsal_says_what_would_be_written_and_writes_nothing(
    ceyuan: Ceyuan, news: Path
) -> None:
    rehearsed = ceyuan("read", news, "--rehearse")

    assert re.search(r"会入账 [1-9]\d* 条", rehearsed.err)
    assert ceyuan("facts").code == 2


def test_keeping_and_rehearsing_exclude_each_other(ceyuan: Ceyuan, news: Path) -> None:
    assert ceyuan("read", news, "--keep", "--rehearse").code == 2


def test_facts_are_filtered(kept: Ceyuan) -> None:
    everything = kept("facts", "--json").json
    growth = kept("facts", "--property", "地区生产总值", "--json").json
    targets = kept("facts", "--standing", "目标", "--json").json

    assert everything["total"] > growth["total"] > 0
    assert {fact["standing"] for fact in targets["facts"]} == {"target"}
    assert kept("facts", "--as-of", "1999-01-01", "--json").json["total"] == 0


def test_facts_as_csv_run_nothing_in_a_spreadsheet(ceyuan: Ceyuan, tmp_path: Path) -> None:
    text = "云岫区=cmd|'/c calc'!A0\n截至2024年底，云岫区高新技术企业达186家。\n"
    (tmp_path / "=evil.txt").write_text(text, "utf-8")
    ceyuan("read", "./=evil.txt", "--keep", "--published", "2025-01-01")

    said = ceyuan("facts", "--csv")

    rows = list(csv.reader(io.StringIO(said.out.removeprefix("\ufeff"))))
    assert len(rows) > 1
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=@]|[+-]\D", cell)]


def test_a_fact_is_shown_with_everything_behind_it(kept: Ceyuan) -> None:
    listed = kept("facts", "--property", "高新技术企业", "--standing", "reported", "--json").json
    fact = next(fact for fact in listed["facts"] if fact["value"] == "186")

    said = kept("fact", fact["id"][:8])

    assert said.code == 0
    for words in ("186家", "云岫区晒出科技创新成绩单", "岚江日报", fact["id"], fact["quote"]):
        assert words in said.out.replace("\n", "")


def test_a_fact_that_is_not_there_is_said_so(kept: Ceyuan) -> None:
    said = kept("fact", "ffffffffffff")

    assert said.code == 2
    assert "ffffffffffff" in said.err


def test_figures_that_cannot_all_be_true_are_findings(kept: Ceyuan) -> None:
    said = kept("conflicts", "--json")
    shown = kept("conflicts", "--lang", "en")

    (conflict,) = said.json["conflicts"]
    assert (said.code, shown.code) == (1, 1)
    assert [fact["value"] for fact in conflict["facts"]] == ["179", "186"]
    assert conflict["within_one_document"] is False
    assert "1 disagreement" in shown.err


def test_a_home_is_backed_up_restored_and_verified(kept: Ceyuan, tmp_path: Path) -> None:
    backed_up = kept("backup", "home.tar.gz")
    restored = kept("--home", "second", "restore", "home.tar.gz")
    verified = kept("--home", "second", "verify", "--json")

    assert (backed_up.code, restored.code, verified.code) == (0, 0, 0)
    assert verified.json["clean"] is True
    assert verified.json["documents"] == 2
    first, second = (
        kept("--home", home, "facts", "--json").json for home in ("ceyuan-home", "second")
    )
    assert first == second


def test_a_document_that_was_altered_is_a_finding(kept: Ceyuan, tmp_path: Path) -> None:
    archived = next(
        path
        for path in (tmp_path / "ceyuan-home/archive").rglob("*")
        if path.is_file() and path.read_bytes() == NEWS.encode()
    )
    archived.chmod(0o644)
    archived.write_text(NEWS.replace("186", "286"), "utf-8")

    said = kept("verify")

    assert said.code == 1
    assert archived.name[-16:] in said.err


def test_a_document_cannot_steer_the_terminal(ceyuan: Ceyuan, tmp_path: Path) -> None:
    steering = "\x1b]0;taken\x07\x1b[2J\u202e"
    text = f"云岫区{steering}成绩单\n截至2024年底，云岫区高新技术企业{steering}达186家。\n"
    (tmp_path / f"a{steering[:4]}.txt").write_text(text, "utf-8")

    said = ceyuan("read", *tmp_path.glob("*.txt"), "--published", "2025-01-01", NO_COLOR="1")
    missing = ceyuan("read", f"missing{steering}.txt")

    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", said.out + said.err + missing.err)


def test_a_register_shows_its_headings_and_names_the_cells_that_are_wrong(
    ceyuan: Ceyuan, tmp_path: Path
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["企业名称", "统一社会信用代码", "2024年营业收入（万元）", "备用栏位甲"])
    sheet.append(["云岫澄光传感技术有限公司", 9.1990101e17, "1,380", "x"])
    book.save(tmp_path / "register.xlsx")

    said = ceyuan("read", "register.xlsx")
    document = ceyuan("read", "register.xlsx", "--json").json["documents"][0]

    assert said.code == 0
    for words in ("企业名称", "统一社会信用代码", "营业收入", "备用栏位甲", "B2", "处理"):
        assert words in said.out
    assert document["rows"][0]["name"] == "云岫澄光传感技术有限公司"
    assert {problem["cell"] for problem in document["problems"]} >= {"B2"}
