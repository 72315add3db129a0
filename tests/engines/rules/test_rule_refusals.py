"""What is refused when a programme is loaded, and what it says."""

import shutil
import uuid
from pathlib import Path

import pytest

from ceyuan.catalogue import load_catalogue

TOYLAND = Path(__file__).parents[2] / "toyland"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a copied kite prize that a test may spoil."""
    root = tmp_path / f"land_{uuid.uuid4().hex[:8]}"
    shutil.copytree(TOYLAND, root, ignore=shutil.ignore_patterns("__pycache__", "grand_prize"))
    monkeypatch.syspath_prepend(str(tmp_path))
    return root / "programmes" / "kite_prize"


def _spoil(folder: Path, file: str, old: str, new: str) -> str:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    item = load_catalogue(folder.parent.parent.name).programmes[0]
    return "\n".join(fault.told("en") for fault in item.faults())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('source = "第一条"', 'source = ""', "source"),
        ("value = 2\n", "", "mark unknown goes without a value"),
        ('unit = "人"', 'unit = "万元"', "unknown unit '万元'"),
        ("{ above = 50_000, up_to", "{ above = 60_000, up_to", "has a gap between 50000 and 60000"),
        ("{ above = 50_000, up_to", "{ at_least = 50_000, up_to", "has 50000 in two rows"),
        ("{ above = 50_000, up_to", "{ at_least = 40_000, up_to", "overlap or are out of order"),
        ("{ up_to = 50_000, value", "{ at_least = 0, up_to = 50_000, value", "has a gap below 0"),
        ("from = 2025-01-01", "from = 2020-01-01", "overlaps"),
        ("value = 50\n", 'value = "fifty"\n', "does not go with the unit"),
        ('mark = "sourced"', 'mark = "guessed"', "mark = 'guessed' will not do"),
    ],
)
def test_a_parameter_that_is_not_as_it_must_be(folder: Path, old: str, new: str, said: str) -> None:
    assert said in _spoil(folder, "parameters.toml", old, new)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("def behaves(clean_record)", "def behaves(clean_recrd)", "did you mean 'clean_record'?"),
        ("def paper_share(paper_cost, sales)", "def paper_share(paper_share, sales)", "circle"),
        ('@clause("第一条")', '@clause("")', "has no article"),
        ('    """匠人不超过五十人。"""\n', "", "has no sentence of the notice"),
        ("    return clean_record", "    return makers", "NameError"),
        ("makers <= makers_ceiling", "makers <= makers_ceiling / 2", "ratio(a, b)"),
        ("makers <= makers_ceiling", "makers <= makers_ceiling if makers else True", "when"),
        ("return clean_record\n", "return 1\n", "must be a truth, is a number"),
        ("paper_cost * rate, cap", "paper_cost * rate, 100000", "puts money beside a number"),
        (
            "paper_cost * rate, cap)",
            "ratio(paper_cost, paper_cost), 1)",
            "amount that is not money",
        ),
        (
            "    return clean_record",
            "    from ceyuan.authoring.rules import date_of, is_known\n"
            "    return clean_record & is_known(date_of(2024, 2, 29))",
            "not every year has a 2-29",
        ),
        (
            "def prize(paper_cost, *, rate, cap)",
            "def prize(paper_cost, rate, *, cap)",
            "after the *",
        ),
    ],
)
def test_a_rule_that_is_not_as_it_must_be(folder: Path, old: str, new: str, said: str) -> None:
    assert said in _spoil(folder, "rules.py", old, new)


def test_a_parameter_nobody_uses(folder: Path) -> None:
    more = '\n[spare]\ntitle = "多余"\nunit = "个"\n[[spare.value]]\nfrom = 2020-01-01\nvalue = 1\n'
    more += 'source = "无"\nmark = "invented"\n'
    path = folder / "parameters.toml"
    path.write_text(path.read_text("utf-8") + more, "utf-8")

    said = "\n".join(
        fault.told("en")
        for fault in load_catalogue(folder.parent.parent.name).programmes[0].faults()
    )

    assert "no rule uses the parameter spare" in said


def test_all_faults_of_a_file_are_told_together(folder: Path) -> None:
    _spoil(folder, "parameters.toml", 'unit = "人"', 'unit = "个儿"')

    said = _spoil(folder, "parameters.toml", 'source = "第一条"', 'source = ""')

    assert "个儿" in said
    assert "source" in said


def test_a_field_called_like_the_answer(folder: Path) -> None:
    more = '\n[[field]]\nid = "amount"\nname = "金额"\nenglish = "amount"\ntype = "quantity"\nunit = "元"\n'
    path = folder / "inputs.toml"
    path.write_text(path.read_text("utf-8") + more, "utf-8")

    said = _spoil(
        folder,
        "rules.py",
        "def prize(paper_cost, *, rate, cap):",
        "def prize(paper_cost, amount, *, rate, cap):",
    )

    assert "amount, which is the name of the answer" in said


@pytest.mark.parametrize("answer", ["eligible", "amount"])
def test_programmes_that_ask_one_another_in_a_circle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    root = tmp_path / f"land_{uuid.uuid4().hex[:8]}"
    shutil.copytree(TOYLAND, root, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(str(tmp_path))
    rules = root / "programmes" / "kite_prize" / "rules.py"
    asks = f"    return first_known(clean_record, is_known(grand_prize__{answer}))"
    text = rules.read_text("utf-8").replace("    return clean_record", asks)
    text = text.replace(
        "def behaves(clean_record", f"def behaves(clean_record, grand_prize__{answer}"
    )
    text = text.replace("    award,\n", "    award,\n    first_known,\n    is_known,\n", 1)
    rules.write_text(text, "utf-8")
    grand = root / "programmes" / "grand_prize" / "rules.py"
    more = '\n\n@award("第二条")\ndef grand(kite_prize__amount):\n    """同额。"""\n    return kite_prize__amount\n'
    grand.write_text(
        grand.read_text("utf-8").replace("import clause", "import award, clause") + more
    )

    for item in load_catalogue(root.name).programmes:
        said = [fault.told("en") for fault in item.faults()]
        assert any("ask one another in a circle" in one for one in said), said
