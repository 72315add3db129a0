"""From a table of rows to columns a programme can ask, and from answers back to a table."""

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.absurd import Absurd, figures, numbers
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.vector import Vector, dtype_of
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: How tables keep values of a type.
ARROW_TYPES = {
    Type.NUMBER: pa.float64(),
    Type.TRUTH: pa.bool_(),
    Type.TEXT: pa.string(),
    Type.DAY: pa.date32(),
}


class UnfitColumn(BadInput):
    """A column of the table does not hold what the rules take it for."""


def fitted(table: pa.Table, graphs: Iterable[Graph]) -> tuple[pa.Table, list[Absurd]]:
    """The columns the programmes ask for, each of the type they take it for.

    Numbers become float64, dates date32; what is no figure (see `absurd`) becomes unknown and is
    told.

    Raises:
        UnfitColumn: text where a number belongs, and the like.
    """
    wanted: dict[str, Type] = {}
    graphs = tuple(graphs)
    for graph in graphs:
        wanted |= {n: node.type for n, node in graph.nodes.items() if graph.takes(n)}
    for graph in graphs:
        wanted |= graph.inputs
    columns: dict[str, pa.ChunkedArray] = {}
    found: list[Absurd] = []
    for name in table.column_names:
        column = table[name]
        if name not in wanted:
            continue
        columns[name] = _cast(column, wanted[name], name)
        if wanted[name] is Type.TEXT:  # PostgreSQL holds no NUL, and no name has one
            columns[name] = pc.replace_substring(columns[name], "\0", "")
        if wanted[name] is Type.NUMBER:
            columns[name], wild = numbers(columns[name], name)
            found += wild
    columns, contradicted = figures(columns, graphs)
    if not columns:
        columns["nothing"] = pa.chunked_array([pa.nulls(len(table), pa.float64())])
    return pa.table(columns), found + contradicted


def vectors_of(table: pa.Table, graph: Graph) -> dict[str, Vector]:
    """The columns of a fitted table as vectors."""
    types = {name: node.type for name, node in graph.nodes.items()} | dict(graph.inputs)
    return {
        name: vector_of_column(table[name], types[name])
        for name in table.column_names
        if name in types and graph.takes(name)
    }


def vector_of_column(column: pa.ChunkedArray, type_: Type) -> Vector:
    """One column as a vector."""
    known = None if not column.null_count else pc.is_valid(column).to_numpy().astype(bool)
    if type_ is Type.TEXT:
        words = column.fill_null("") if column.null_count else column
        return Vector(np.array(words.to_pylist(), dtype=object), known)
    if type_ is Type.DAY:
        column = column.cast(pa.date32()).cast(pa.int32())
    filled = column.fill_null(False if type_ is Type.TRUTH else 0) if column.null_count else column
    values = filled.to_numpy().astype(dtype_of(type_), copy=False)
    return Vector(values, known)


def table_of(made: Mapping[str, Vector], graph: Graph, rows: int) -> pa.Table:
    """Answers as a table, one column for each rule."""
    columns = {}
    for name, vector in made.items():
        type_ = graph.nodes[name].type
        full = vector.over(rows)
        mask = None if full.known is None else ~full.known
        values = full.values
        if type_ is Type.DAY:
            days = pa.array(values.astype(np.int32), pa.int32(), mask=mask)
            columns[name] = days.cast(pa.date32())
        elif type_ is Type.NUMBER:
            columns[name] = pa.array(values + 0.0, pa.float64(), mask=mask)
        else:
            columns[name] = pa.array(values, ARROW_TYPES[type_], mask=mask)
    return pa.table(columns)


def settled(table: pa.Table, graph: Graph) -> pa.Table:
    """Answers of a SQL engine in the same form: types of the rules, no negative zero."""
    columns = {}
    for name in table.column_names:
        type_ = graph.nodes[name].type
        column = table[name].cast(ARROW_TYPES[type_])
        columns[name] = pc.add(column, 0.0) if type_ is Type.NUMBER else column
    return pa.table(columns).combine_chunks()


def _cast(column: pa.ChunkedArray, type_: Type, name: str) -> pa.ChunkedArray:
    try:
        if pa.types.is_null(column.type):
            return pa.chunked_array([pa.nulls(len(column), ARROW_TYPES[type_])])
        fits = {
            Type.NUMBER: lambda t: (
                pa.types.is_integer(t) or pa.types.is_floating(t) or pa.types.is_decimal(t)
            ),
            Type.TRUTH: pa.types.is_boolean,
            Type.TEXT: lambda t: (
                pa.types.is_string(t) or pa.types.is_large_string(t) or pa.types.is_dictionary(t)
            ),
            Type.DAY: lambda t: pa.types.is_date(t) or pa.types.is_timestamp(t),
        }[type_]
        if fits(column.type):
            return column.cast(ARROW_TYPES[type_])
    except pa.ArrowInvalid:
        pass
    raise UnfitColumn(
        Bilingual(
            f"{name} 列是 {column.type}，规则要的是{_ZH[type_]}",
            f"the column {name} is {column.type}, but rules take it for a {type_}",
        ),
        remedy=Bilingual("检查该列的类型", "look at the type of that column"),
    )


_ZH = {Type.NUMBER: "数字", Type.TRUTH: "是否", Type.TEXT: "文字", Type.DAY: "日期"}
