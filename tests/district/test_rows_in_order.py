"""A table in pieces: every answer belongs to the row it was asked for."""

from datetime import date

import pyarrow as pa

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph


def test_answers_on_a_table_in_pieces_come_back_in_the_order_of_its_rows() -> None:
    programmes = {item.name: item.programme for item in load_catalogue().programmes}
    graph = whole_graph(programmes["high_tech_enterprise"], date(2026, 6, 10))
    pieces = [
        pa.table({"staff": [float(row) for row in rows], "st_staff": [7.0] * len(rows)})
        for rows in (range(1, 1_241), range(1_241, 1_541))
    ]
    rows, _ = fitted(pa.concat_tables(pieces), [graph])

    with open_engine("numpy", rows) as numpy, open_engine("duckdb", rows) as duckdb:
        expected = numpy.answer(graph)["st_staff_share"]
        for _ in range(30):
            assert duckdb.answer(graph)["st_staff_share"].equals(expected)
