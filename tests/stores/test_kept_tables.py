"""Tables kept between runs: whole or not at all, whoever writes at the same time, and not for ever."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pytest

from ceyuan.stores.kept_tables import KeptTables

FIRMS = pa.table({"subject": ["甲", "乙"], "met": [True, None]})
OTHERS = pa.table({"amount": [1.5, None, -0.0]})
BOTH = {"firms of 云岫/..": FIRMS, "amounts": OTHERS}


def test_what_is_kept_comes_back_as_it_was_for_any_process(tmp_path: Path) -> None:
    KeptTables(tmp_path).put("day", BOTH)

    found = KeptTables(tmp_path).get("day")

    assert found is not None
    assert {name: table.equals(BOTH[name]) for name, table in found.items()} == dict.fromkeys(
        BOTH, True
    )


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    assert KeptTables(tmp_path / "nowhere").get("day") is None


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def of_somebody_else(path: Path) -> None:
    path.write_text('["nothing"]', "utf-8")


@pytest.mark.parametrize("damage", [flip, cut, Path.unlink, of_somebody_else])
@pytest.mark.parametrize("which", ["*.parquet", "list.json"])
def test_a_damaged_file_counts_as_not_there_and_is_replaced(
    tmp_path: Path, damage: object, which: str
) -> None:
    kept = KeptTables(tmp_path)
    kept.put("day", BOTH)
    damage(next((tmp_path / "day").glob(which)))  # type: ignore[operator]

    assert kept.get("day") is None
    kept.put("day", BOTH)
    assert kept.get("day") is not None


def test_only_the_sets_asked_for_last_are_kept(tmp_path: Path) -> None:
    kept = KeptTables(tmp_path, most=2)
    kept.put("monday", BOTH)
    kept.put("tuesday", BOTH)
    long_ago = 1_000_000_000
    os.utime(tmp_path / "monday" / "list.json", (long_ago, long_ago))
    os.utime(tmp_path / "tuesday" / "list.json", (long_ago + 1, long_ago + 1))
    assert kept.get("monday") is not None

    kept.put("wednesday", BOTH)

    assert kept.get("tuesday") is None
    assert kept.get("monday") is not None
    assert sorted(place.name for place in tmp_path.iterdir()) == ["monday", "wednesday"]


def test_many_who_write_and_read_at_once_see_a_whole_set_or_none(tmp_path: Path) -> None:
    kept = KeptTables(tmp_path, most=3)

    def write_and_read(number: int) -> bool:
        name = f"day {number % 4}"
        kept.put(name, BOTH)
        found = kept.get(name)
        return found is None or all(found[one].equals(BOTH[one]) for one in BOTH)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(write_and_read, range(64)))
    assert not list(tmp_path.glob(".new-*"))


def test_a_folder_that_cannot_be_written_keeps_nothing_and_troubles_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text(json.dumps({}), "utf-8")

    KeptTables(blocked).put("day", BOTH)

    assert KeptTables(blocked).get("day") is None
