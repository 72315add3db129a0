"""Toy kinds to read sheets with, a kiln (a firm) and a kite (a thing), and sheets made in the test."""

from collections.abc import Sequence
from typing import Any

from ceyuan.authoring.reader import Sheet
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.table import TableReading

KILN = Kind(
    name="kiln",
    title="窑厂",
    english="kiln",
    identifier="code",
    nouns=("窑厂", "窑"),
    fields=(
        Field("name", "窑厂名称", "name", headings=("单位名称",)),
        Field(
            "code",
            "统一社会信用代码",
            "credit code",
            FieldType.CODE,
            source="GB 32100-2015",
            headings=("信用代码",),
        ),
        Field("former_name", "曾用名", "former name", many=True),
        Field("parish", "所属乡镇", "parish", headings=("乡镇",)),
        Field("founded", "成立日期", "founded", FieldType.DATE),
        Field("valid_from", "有效期起", "valid from", FieldType.DATE),
        Field(
            "valid_to",
            "有效期至",
            "valid to",
            FieldType.DATE,
            since="valid_from",
            headings=("有效期",),
        ),
        Field("sales", "销售收入", "sales", FieldType.QUANTITY, unit="元", headings=("营业收入",)),
        Field(
            "profit", "净利润", "profit", FieldType.QUANTITY, unit="元", signed=True, beside="sales"
        ),
        Field("hands", "职工人数", "hands", FieldType.QUANTITY, unit="人", stock=True),
        Field(
            "potters",
            "陶工人数",
            "potters",
            FieldType.QUANTITY,
            unit="人",
            stock=True,
            part_of="hands",
        ),
        Field(
            "is_master", "名窑", "master kiln", FieldType.TRUTH, headings=("是否名窑", "名窑企业")
        ),
        Field("titles", "称号", "titles", many=True),
        Field(
            "level",
            "级别",
            "level",
            FieldType.CHOICE,
            choices={"national": ("国家级",), "local": ("乡级", "本乡")},
        ),
        Field("phone", "联系电话", "telephone", group="contact", personal=True, headings=("电话",)),
        Field("contact", "联系人", "contact", group="contact", personal=True),
    ),
)
KITE = Kind(
    name="kite",
    title="风筝",
    english="kite",
    key=("name", "maker"),
    nouns=("风筝",),
    fields=(
        Field("name", "风筝名称", "name"),
        Field("name_en", "风筝英文名称", "English name", headings=("英文名称",)),
        Field("maker", "制作人", "maker"),
        Field("country", "国别", "country"),
        Field("price", "价格", "price", FieldType.QUANTITY, unit="元"),
        Field("flown", "试飞日期", "flown", FieldType.DATE),
    ),
)


def sheet(
    rows: Sequence[Sequence[Any]],
    *,
    merged: Sequence[str] = (),
    name: str = "表",
    hidden: bool = False,
) -> Sheet:
    width = max((len(row) for row in rows), default=0)
    padded = tuple(tuple(row) + (None,) * (width - len(row)) for row in rows)
    return Sheet(name, padded, tuple(merged), hidden)


def codes(reading: TableReading) -> list[tuple[str, str]]:
    """Every problem as its code and cell."""
    return [(p.code, p.cell) for p in reading.problems]


def values(reading: TableReading, field: str) -> list[Any]:
    """The first value of a field in every row."""
    found = []
    for row in reading.rows:
        cell = row.cell(field)
        found.append(cell.value if cell else None)
    return found
