"""The list of a page as a CSV file that spreadsheets open with Chinese intact and run nothing from."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ceyuan.surfaces.cockpit.answer_json import plain

#: A cell that begins so is a formula to a spreadsheet; a signed number is only a number.
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?")


def listed_csv(listed: Sequence[Any]) -> bytes:
    """One line per entry under a heading line; UTF-8 with a byte order mark, lines end in CRLF.

    Entries have the same names throughout; names of nested tables are joined by a dot, lists are
    written as JSON. Text that a spreadsheet would run is led by an apostrophe.
    """
    lines = [_flat(plain(entry)) for entry in listed]
    names = list(dict.fromkeys(name for line in lines for name in line))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(line.get(name)) for name in names] for line in lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _flat(line: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in line.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value
    return flat


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False) if value else ""
    said = str(value)
    if _FORMULA.match(said) and not _NUMBER.fullmatch(said):
        return f"'{said}"
    return said
