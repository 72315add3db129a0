"""Programmes over a table on NumPy arrays, a stretch of rows at a time."""

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock
from typing import Any

import numpy as np
import pyarrow as pa

from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.table import table_of, vectors_of
from ceyuan.engines.rules.vector import Vector, dtype_of

#: Rows computed together: what fits into the cache of a processor.
STRETCH = 32_768


class NumpyEngine:
    """A table in memory."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table

    def answer(self, graph: Graph) -> pa.Table:
        """One row for each row of the table in its order, one column for each rule."""
        rows = len(self._table)
        columns = vectors_of(self._table, graph)
        made = compute_in_stretches(graph, columns, rows)
        return table_of(made, graph, rows)


def compute_in_stretches(
    graph: Graph,
    columns: dict[str, Vector],
    rows: int,
    *,
    wanted: Collection[str] = (),
    threads: int = 2,
) -> dict[str, Vector]:
    """As `compute`, for many rows: on several processors, without filling the memory.

    Args:
        graph: a whole programme on one day.
        columns: the inputs.
        rows: how many.
        wanted: the rules to keep; empty for all. Steps on the way are let go after each stretch.
        threads: how many stretches at once.
    """
    kept = list(wanted or graph.nodes)
    values = {name: np.empty(rows, dtype_of(graph.nodes[name].type)) for name in kept}
    masks: dict[str, Any] = dict.fromkeys(kept)

    def one(start: int) -> None:
        end = min(start + STRETCH, rows)
        part = {
            name: Vector(
                v.values[start:end] if v.values.ndim else v.values,
                v.known[start:end] if v.known is not None and v.known.ndim else v.known,
            )
            for name, v in columns.items()
        }
        made = compute(graph, part)
        for name in kept:
            values[name][start:end] = made[name].values
            known = made[name].known
            if known is not None and not known.all():
                with lock:
                    if masks[name] is None:
                        masks[name] = np.ones(rows, dtype=bool)
                masks[name][start:end] = known

    lock = Lock()
    if rows <= STRETCH:  # Threads would take longer to start than this takes.
        one(0)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(one, range(0, rows, STRETCH)))
    return {name: Vector(values[name], masks[name]) for name in kept}


@contextmanager
def open_numpy(table: pa.Table) -> Iterator[NumpyEngine]:
    """The table, ready."""
    yield NumpyEngine(table)
