"""Reads `places/*.csv` into the gazetteer. The columns and their checks are those of model.place."""

import csv
from pathlib import Path

from ceyuan.model.place import Gazetteer, gazetteer_from_rows


def read_places(place: Path) -> Gazetteer:
    """Every place of every file, in the order of the file names.

    Raises:
        BadInput: a row is not as it must be; the message names file and line.
    """
    rows: list[dict[str, str]] = []
    for path in sorted(place.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows.extend(csv.DictReader(lines))
    return gazetteer_from_rows(rows)
