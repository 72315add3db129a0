"""Programmes over a table on NumPy arrays, a stretch of rows at a time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import numpy as np
import pyarrow as pa

from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.table import table_of, vectors_of
from ceyuan.engines.rules.vector import Vector

#: Rows computed together: what fits into the cache of a processor.
STRETCH = 16_384


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
    graph: Graph, columns: dict[str, Vector], rows: int, *, threads: int = 2
) -> dict[str, Vector]:
    """As `compute`, for many rows: on several processors, without filling the memory."""
    wanted = list(graph.nodes)
    starts = range(0, max(rows, 1), STRETCH)

    def one(start: int) -> dict[str, Vector]:
        end = min(start + STRETCH, rows)
        part = {
            name: Vector(
                v.values[start:end] if v.values.ndim else v.values,
                v.known[start:end] if v.known is not None and v.known.ndim else v.known,
            )
            for name, v in columns.items()
        }
        made = compute(graph, part)
        return {name: made[name].over(end - start) for name in wanted}

    with ThreadPoolExecutor(threads) as pool:
        parts = list(pool.map(one, starts))
    whole = {}
    for name in wanted:
        values = np.concatenate([part[name].values for part in parts])
        masks = [part[name].known for part in parts]
        known = None
        if any(mask is not None for mask in masks):
            known = np.concatenate(
                [
                    np.ones(len(part[name].values), dtype=bool) if mask is None else mask
                    for part, mask in zip(parts, masks, strict=True)
                ]
            )
        whole[name] = Vector(values, known)
    return whole


@contextmanager
def open_numpy(table: pa.Table) -> Iterator[NumpyEngine]:
    """The table, ready."""
    yield NumpyEngine(table)
