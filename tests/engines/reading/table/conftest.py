"""A desk for the toy kinds, and a way to read rows as one sheet."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from kilns import KILN, KITE, sheet

from ceyuan.engines.reading.table.read import TableDesk
from ceyuan.model.table import TableReading


@pytest.fixture(scope="session")
def desk() -> TableDesk:
    return TableDesk((KILN, KITE))


@pytest.fixture(scope="session")
def read(desk: TableDesk) -> Callable[..., TableReading]:
    """Read rows as one sheet: `read([["窑厂名称", …], …], merged=("A1:C1",))`."""

    def reading(
        rows: Sequence[Sequence[Any]],
        *,
        merged: Sequence[str] = (),
        name: str = "表",
        file: str = "",
    ) -> TableReading:
        return desk.read((sheet(rows, merged=merged, name=name),), name=file)

    return reading
