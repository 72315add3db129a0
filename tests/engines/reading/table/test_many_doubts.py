"""A long list that contradicts itself throughout: every cell counts as unknown, the first are told."""

import numpy as np

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.table.columnwise import MOST_PROBLEMS, ReadList, read_columnwise
from ceyuan.engines.reading.table.columnwise_doubts import doubts
from ceyuan.model.kind import Field, FieldType, Kind

PEOPLE = {"type": FieldType.QUANTITY, "unit": "人", "stock": True}
MILL = Kind(
    "mill",
    "作坊",
    "mill",
    (
        Field("name", "名称", "name"),
        Field("staff", "职工总数", "staff", **PEOPLE),  # type: ignore[arg-type]
        Field("makers", "匠人数", "makers", part_of="staff", **PEOPLE),  # type: ignore[arg-type]
    ),
)


def mills(*rows: tuple[str, float, float]) -> ReadList:
    return read_columnwise(
        [Sheet("表", (("名称", "职工总数", "匠人数"), *rows))], "作坊.xlsx", [MILL]
    )


def test_of_each_trouble_the_first_rows_are_told_and_all_count_as_unknown() -> None:
    many = MOST_PROBLEMS + 50
    read = mills(*((f"第{n}家作坊", 3, 5) for n in range(many)), ("好作坊", 5, 3))

    told, sure = doubts(read, read.names)

    assert [one.code for one in told] == ["part_above_whole"] * 2 * MOST_PROBLEMS
    assert sure.more_problems == read.more_problems + 2 * 50
    for column in sure.columns:
        if column.field.type is FieldType.QUANTITY:
            assert np.isnan(np.asarray(column.values[:many], float)).all()
            assert not np.isnan(float(column.values[many]))


def test_a_list_without_contradiction_stays_as_it_was() -> None:
    read = mills(("甲作坊", 5, 3), ("乙作坊", 8, 8))

    assert doubts(read, read.names) == ([], read)


def test_every_row_that_comes_again_names_the_first() -> None:
    read = mills(*(("同一作坊", 5, 3) for _ in range(MOST_PROBLEMS + 5)))

    told, sure = doubts(read, read.names)

    assert {one.code for one in told} == {"listed_twice"}
    assert (len(told), sure.more_problems) == (MOST_PROBLEMS, 4)
    assert all("第2行" in one.what.zh for one in told)
