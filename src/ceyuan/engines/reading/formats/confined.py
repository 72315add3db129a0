"""Old workbooks and OpenDocument sheets, read in a process of their own.

Neither format can be judged safely before it is read, and the library makes room for every cell up
to the farthest: a hostile file of a few kilobytes would end the program. Here it ends only a child.
"""

import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.formats.refusal import (
    NoTable,
    Protected,
    damaged,
    no_table,
    protected,
)

#: What the child may use: address space in bytes, and seconds.
_MEMORY = 3 * 2**30
_SECONDS = 120
#: How the child says why it refused.
_PROTECTED, _NO_TABLE = 3, 4

_CHILD = "from ceyuan.engines.reading.formats.confined import main; main()"


def sheets_of_confined(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The same as `sheets_of`; a file that breaks the library is damaged, and nothing else happens.

    Raises:
        Protected, Damaged, NoTable: as `sheets_of`.
    """
    try:
        child = subprocess.run(
            [sys.executable, "-c", _CHILD],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise damaged(name, "工作簿", "workbook") from problem
    if child.returncode == _PROTECTED:
        raise protected(name)
    if child.returncode == _NO_TABLE:
        raise no_table(name)
    if child.returncode:
        raise damaged(name, "工作簿", "workbook")
    return tuple(
        Sheet(
            name=said["name"],
            rows=tuple(tuple(_read(cell) for cell in row) for row in said["rows"]),
            merged=tuple(said["merged"]),
            hidden=said["hidden"],
        )
        for said in json.loads(child.stdout)
    )


def main() -> None:
    """The child: bytes in on standard input, the sheets out as JSON, refusals as exit codes."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    from ceyuan.engines.reading.formats.workbook import sheets_of  # the child's business alone

    try:
        sheets = sheets_of(sys.stdin.buffer.read(), "")
    except Protected:
        sys.exit(_PROTECTED)
    except NoTable:
        sys.exit(_NO_TABLE)
    said = [
        {
            "name": sheet.name,
            "rows": [[_written(cell) for cell in row] for row in sheet.rows],
            "merged": sheet.merged,
            "hidden": sheet.hidden,
        }
        for sheet in sheets
    ]
    sys.stdout.buffer.write(json.dumps(said).encode())


def _written(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return {"moment": cell.isoformat()}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    if isinstance(cell, time):
        return {"time": cell.isoformat()}
    if isinstance(cell, timedelta):
        return {"seconds": cell.total_seconds()}
    return cell


def _read(cell: Any) -> Any:
    if not isinstance(cell, dict):
        return cell
    ((sort, said),) = cell.items()
    match sort:
        case "moment":
            return datetime.fromisoformat(said)
        case "day":
            return date.fromisoformat(said)
        case "time":
            return time.fromisoformat(said)
        case _:
            return timedelta(seconds=said)
