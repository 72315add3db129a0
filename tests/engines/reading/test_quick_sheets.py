"""Large sheets take a quick way through; it gives exactly what the plain way gives."""

import re
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from ceyuan.engines.reading.formats.spread import Spread
from ceyuan.engines.reading.formats.workbook import stored

_ANY_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: (?:s|t|cm|vm|ph)="[^"<>&]*")* ?(/?)>')


def plain_spread(sheet: bytes) -> tuple[int, int, bool]:
    """Cell by cell."""
    spread = Spread()
    found = _CELL.findall(sheet)
    for letters, digits, closed in found:
        column = 0
        for letter in letters.decode():
            column = column * 26 + ord(letter) - 64
        if not closed:
            spread.reach(int(digits), column)
    sure = len(found) == len(_ANY_CELL.findall(sheet)) and b"\x00" not in sheet
    return spread.rows, spread.columns, sure


_TAGS = st.sampled_from(
    [
        '<c r="A1"><v>1</v></c>', '<c r="B7" t="s" s="3"><v>0</v></c>', '<c r="ZZ99"/>',
        '<c r="XFD1048576" s="1"/>', '<c r="XFE1"><v>1</v></c>', '<c r="A1048577"><v>2</v></c>',
        '<c r="AAA0000012" ><v>2</v></c>', "<c r='C3'><v>1</v></c>", "<c><v>1</v></c>", "<c/>",
        '<x:c r="D4"><x:v>1</x:v></x:c>', '<c\tr="E5"/>', '<c r="F6" other="1"/>', "<cols/>",
        '<c r="a1"/>', "<row r='9'>", "\x00", "text of a cell, a:c b", '<c r="G1234567"><f>A1</f></c>',
        "<c", '<c r="H8" t="inlineStr"><is><t>甲</t></is></c>', '<c r="I9" t="a&amp;b"/>',
    ]
)  # fmt: skip


@given(st.lists(_TAGS, max_size=30), st.integers(1, 40))
@example(['<c r="A1"><v>1</v></c>'] * 3, 1)
def test_how_far_a_sheet_spreads_is_the_same_however_it_is_cut_and_however_it_is_judged(
    tags: list[str], size: int
) -> None:
    sheet = "".join([*tags, "<end>"]).encode()
    spread = Spread()

    for start in range(0, len(sheet), size):
        spread.take(sheet[start : start + size])

    rows, columns, sure = plain_spread(sheet)
    assert spread.is_sure is sure
    if sure:
        assert (spread.rows, spread.columns) == (rows, columns)


def plain_cell(value: Any) -> Any:
    if value == "" and isinstance(value, str):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return int(value)
    return value


_SORTS = [
    st.floats(),
    st.integers(-(10**16), 10**16).map(float),
    st.sampled_from(["", "甲", " ", "12", "#REF!"]),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.one_of(st.floats(), st.sampled_from(["", "合计"]), st.booleans(), st.dates()),
]


@st.composite
def _sheets(draw: st.DrawFn) -> list[list[Any]]:
    sorts = draw(st.lists(st.sampled_from(_SORTS), max_size=4))
    head = draw(st.lists(st.sampled_from(["", "年度", 3.0]), max_size=3))
    rows = [[draw(sort) for sort in sorts] for _ in range(draw(st.integers(0, 12)))]
    times = draw(st.sampled_from([1, 20]))  # beyond the headings a column may go through as one
    return [head[: len(sorts)], *rows * times]


@given(_sheets())
def test_cells_are_stored_the_same_in_whole_columns_as_one_by_one(rows: list[list[Any]]) -> None:
    width = max(map(len, rows), default=0)
    plain = [[*(plain_cell(cell) for cell in row), *[None] * (width - len(row))] for row in rows]

    made = stored(rows)

    assert [[*map(repr, row)] for row in made] == [[*map(repr, row)] for row in plain]
