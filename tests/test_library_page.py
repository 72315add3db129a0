"""docs/library.md: the pieces of Python on the page run, one after the other, as printed."""

import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "library.md"
PIECES = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_every_piece_on_the_page_runs_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    named: dict[str, Any] = {}

    for number, piece in enumerate(PIECES, 1):
        exec(compile(piece, f"docs/library.md, piece {number}", "exec"), named)

    assert named["receipt"].new_facts > 0


def test_the_page_names_only_journeys_that_exist() -> None:
    journeys = {path.stem for path in (PAGE.parents[1] / "src/ceyuan/journeys").glob("*.py")}
    beside = re.search(r"`rehearse`.*?lie beside it", PAGE.read_text("utf-8"), re.DOTALL)

    assert beside
    assert set(re.findall(r"`(\w+)`", beside[0])) <= journeys
