"""Over how many cells a work sheet spreads, told from its XML before anybody makes room for them.

A reader of workbooks makes room for every cell from the first to the last that is filled; one stray
cell in the farthest corner is 17 thousand million, and the program dies.
"""

import re
from typing import IO

import numpy as np
from lxml import etree

#: The last row and column a workbook can have.
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
#: A cell as every office program writes it, filled or empty; any other spelling is left to the full
#: parse.
_FILLED = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})"(?: (?:s|t|cm|vm|ph)="[^"<>&]*")* ?>')
_EMPTY = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"(?: (?:s|t|cm|vm|ph)="[^"<>&]*")* ?/>')
_PREFIXED = re.compile(rb"<[\w.-]+:c[\s/>]")
#: What may follow `<c` where it is a cell: white space, a stroke, the end.
_AFTER_NAME = np.zeros(256, np.bool_)
_AFTER_NAME[list(b" \t\n\r\f\v/>")] = True
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class Spread:
    """The farthest filled row and column of a sheet, taken chunk by chunk as it is unpacked.

    `is_sure` is false where the XML is written in a way that a quick look cannot judge; then
    `spread_of` parses it.
    """

    def __init__(self) -> None:
        self.rows = self.columns = 1
        self.is_sure = True
        self._rest = b""

    @property
    def cells(self) -> int:
        """How many cells lie between the first and the last."""
        return self.rows * self.columns

    def take(self, chunk: bytes) -> None:
        """Look at the next bytes of the sheet."""
        seen = self._rest + chunk
        whole = seen.rfind(b">") + 1
        seen, self._rest = seen[:whole], seen[whole:]
        filled = _FILLED.findall(seen)
        cells = _cells_in(seen)
        known = len(filled) + (len(_EMPTY.findall(seen)) if len(filled) != cells else 0)
        self.is_sure &= known == cells and b"\x00" not in chunk
        if filled:
            self._reach_all(filled)

    def reach(self, row: int, column: int) -> None:
        """A filled cell stands here."""
        if row > _LAST_ROW or column > _LAST_COLUMN:
            row, column = _LAST_ROW, _LAST_COLUMN  # no sheet has it: taken for the farthest
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)

    def _reach_all(self, names: list[bytes]) -> None:
        """As `reach`, for many cells called A1, B1 …: all at once, sign by sign."""
        signs = np.array(names).view(np.uint8).reshape(len(names), -1).astype(np.int64)
        row = np.zeros(len(names), np.int64)
        column = np.zeros(len(names), np.int64)
        for sign in signs.T:
            digit = (sign >= ord("0")) & (sign <= ord("9"))
            row = np.where(digit, row * 10 + sign - ord("0"), row)
            column = np.where(sign >= ord("A"), column * 26 + sign - ord("@"), column)
        outside = (row > _LAST_ROW) | (column > _LAST_COLUMN)
        if outside.any():
            self.reach(_LAST_ROW + 1, 1)
        self.reach(int(row[~outside].max(initial=1)), int(column[~outside].max(initial=1)))


def _cells_in(seen: bytes) -> int:
    """How many tags open a cell, however they are written."""
    signs = np.frombuffer(seen, np.uint8)
    opens = np.flatnonzero((signs[:-2] == ord("<")) & (signs[1:-1] == ord("c")))
    prefixed = len(_PREFIXED.findall(seen)) if b":c" in seen else 0
    return int(_AFTER_NAME[signs[opens + 2]].sum()) + prefixed


def spread_of(sheet: IO[bytes]) -> Spread:
    """The same from a full parse: any spelling of XML, cells without a place of their own.

    Raises:
        ValueError: not well-formed.
    """
    spread = Spread()
    row = column = 0
    try:
        for _, node in etree.iterparse(
            sheet, events=("start",), resolve_entities=False, no_network=True, huge_tree=False
        ):
            tag = etree.QName(node).localname if isinstance(node.tag, str) else ""
            if tag == "row":
                row = _whole(node.get("r"), row + 1)
                column = 0
            elif tag == "c":
                place = _PLACE.fullmatch(node.get("r") or "")
                if node.get("r") and not place:
                    raise ValueError(f"no cell is called {node.get('r')!r}")
                row = int(place[2]) if place else max(row, 1)
                column = _number(place[1]) if place else column + 1
                spread.reach(row, column)
            if node.getprevious() is not None and tag == "row":
                del node.getparent()[0]
    except etree.XMLSyntaxError as problem:
        raise ValueError(str(problem)) from problem
    return spread


def _whole(printed: str | None, otherwise: int) -> int:
    if printed is None:
        return otherwise
    if not printed.isdecimal() or len(printed) > 7:
        raise ValueError(f"no row is called {printed!r}")
    return int(printed)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
