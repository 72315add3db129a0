"""Over how many cells a work sheet spreads, told from its XML before anybody makes room for them.

A reader of workbooks makes room for every cell from the first to the last that is filled; one stray
cell in the farthest corner is 17 thousand million, and the program dies.
"""

import re
from typing import IO

from lxml import etree

#: The last row and column a workbook can have.
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_ANY_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
#: A cell as every office program writes it; any other spelling is left to the full parse.
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: (?:s|t|cm|vm|ph)="[^"<>&]*")* ?(/?)>')
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
        found = _CELL.findall(seen)
        self.is_sure &= len(found) == len(_ANY_CELL.findall(seen)) and b"\x00" not in chunk
        for letters, digits, closed in found:
            if not closed:
                self.reach(int(digits), _number(letters.decode()))

    def reach(self, row: int, column: int) -> None:
        """A filled cell stands here."""
        if row > _LAST_ROW or column > _LAST_COLUMN:
            row, column = _LAST_ROW, _LAST_COLUMN  # no sheet has it: taken for the farthest
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)


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
