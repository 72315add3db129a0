"""Values that are no figures: unknown, and told with the reason."""

from datetime import date

import pyarrow as pa
import pytest

from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph

DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("column", "why"), [([5.0, -1.0], "不会为负"), ([5.0, float("nan")], "不是可用的数")]
)
def test_a_headcount_below_zero_or_no_number_is_unknown_and_told(
    kite_prize: Programme, column: list[float], why: str
) -> None:
    rows, absurd = fitted(pa.table({"makers": column}), [whole_graph(kite_prize, DAY)])

    assert rows["makers"].to_pylist() == [5.0, None]
    assert [(one.column, one.row, one.why.zh) for one in absurd] == [("makers", 1, why)]


def test_nothing_is_said_of_figures_that_are_well(kite_prize: Programme) -> None:
    rows, absurd = fitted(pa.table({"makers": [0.0, None, 7.0]}), [whole_graph(kite_prize, DAY)])

    assert (rows["makers"].to_pylist(), absurd) == ([0.0, None, 7.0], [])
