"""What registers say of one thing: its fields under their headings, and its figures year by year."""

from dataclasses import dataclass
from itertools import groupby

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import Fact, value_key
from ceyuan.model.kind import Field, Kind
from ceyuan.model.quantity import Quantity

#: Headings as a register of a bureau has them; one that is not here stands as the kind writes it.
GROUPS = {
    "identity": Bilingual("名称与代码", "Name and codes"),
    "registration": Bilingual("登记信息", "Registration"),
    "qualification": Bilingual("资质与认定", "Qualifications"),
    "people": Bilingual("人员", "People"),
    "members": Bilingual("成员", "Members"),
    "talent": Bilingual("人才", "Talent"),
    "finance": Bilingual("财务", "Finance"),
    "lending": Bilingual("贷款", "Lending"),
    "value": Bilingual("价值评价", "Valuation"),
    "research": Bilingual("研发", "Research"),
    "property": Bilingual("知识产权", "Intellectual property"),
    "results": Bilingual("成果与转化", "Results"),
    "projects": Bilingual("项目", "Projects"),
    "facilities": Bilingual("场地与设施", "Facilities"),
    "use": Bilingual("使用与共享", "Use and sharing"),
    "market": Bilingual("市场", "Market"),
    "industry": Bilingual("产业", "Industry"),
    "land": Bilingual("土地与空间", "Land"),
    "enterprises": Bilingual("企业", "Enterprises"),
    "carriers": Bilingual("园区与载体", "Parks and carriers"),
    "economy": Bilingual("经济运行", "Economy"),
    "text": Bilingual("简介", "Description"),
    "contact": Bilingual("联系方式", "Contact"),
    "": Bilingual("其他", "Other"),
}

#: Years of the yearly table, the newest last.
YEARS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A field with its newest value.

    `others` are facts of the same time with other values: beside the first in a field that may have
    several at once (`field.many`), against it in all others.
    """

    field: Field
    fact: Fact
    others: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand under one heading."""

    title: Bilingual
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Yearly:
    """Figures that two years or more have: one row per field, one column per year, newest last."""

    years: tuple[int, ...]
    rows: tuple[tuple[Field, tuple[Fact | None, ...]], ...]


def groups_of(kind: Kind | None, facts: list[Fact]) -> list[Group]:
    """Fields of the kind in its order, under the headings it gives them; newest facts first."""
    by_property: dict[str, list[Fact]] = {}
    for fact in facts:
        by_property.setdefault(fact.claim.property, []).append(fact)
    lines = [
        Line(field, told[0], _differing(told))
        for field in (kind.fields if kind else ())
        if (told := by_property.get(field.id))
    ]
    headings = list(dict.fromkeys(line.field.group for line in lines))
    lines.sort(key=lambda line: headings.index(line.field.group))
    return [
        Group(GROUPS.get(name, Bilingual(name, name)), tuple(of))
        for name, of in groupby(lines, lambda line: line.field.group)
    ]


def yearly_of(kind: Kind | None, facts: list[Fact]) -> Yearly:
    """The figures of the last years; a field with a single year is none of them."""
    cells: dict[tuple[str, int], Fact] = {}
    for fact in facts:
        period = fact.claim.period
        if period is not None and isinstance(fact.claim.value, Quantity):
            cells.setdefault((fact.claim.property, period.end.year), fact)
    years = sorted({year for _, year in cells})[-YEARS:]
    rows = []
    for field in kind.fields if kind else ():
        row = tuple(cells.get((field.id, year)) for year in years)
        if sum(fact is not None for fact in row) > 1:
            rows.append((field, row))
    shown = [n for n, _ in enumerate(years) if any(row[n] for _, row in rows)]
    return Yearly(
        tuple(years[n] for n in shown),
        tuple((field, tuple(row[n] for n in shown)) for field, row in rows),
    )


def _differing(told: list[Fact]) -> tuple[Fact, ...]:
    """Facts about the same time as the newest that say something else."""
    newest = told[0]
    seen = {value_key(newest.claim.value)}
    others = []
    for fact in told[1:]:
        key = value_key(fact.claim.value)
        if key not in seen and fact.claim.period == newest.claim.period:
            seen.add(key)
            others.append(fact)
    return tuple(others)
