"""Reads `places/*.csv` into the gazetteer. The columns and their checks are those of model.place_table."""

from pathlib import Path

from ceyuan.catalogue.fault import fault
from ceyuan.model.errors import CeyuanError, Faults
from ceyuan.model.place import Gazetteer
from ceyuan.model.place_table import UnreadablePlaces, gazetteer_from_rows, place_rows


def read_places(place: Path) -> Gazetteer:
    """Every place of every file, in the order of the file names.

    Raises:
        Faults: everything that is not as it must be, each with its file and line.
    """
    rows: list[dict[str, str]] = []
    faults: list[CeyuanError] = []
    for path in sorted(place.glob("*.csv")):
        shown = f"places/{path.name}"
        try:
            rows += place_rows(path.read_text("utf-8-sig"), shown)
        except UnreadablePlaces as one:
            faults.append(one)
        except UnicodeDecodeError:
            faults.append(
                fault(
                    "不是 UTF-8 文本",
                    "is not UTF-8 text",
                    where=shown,
                    remedy_zh="用 UTF-8 编码另存",
                    remedy_en="save it as UTF-8",
                )
            )
    if faults:
        raise Faults(faults)
    return gazetteer_from_rows(rows)
