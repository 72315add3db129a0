"""What only the ledger shows about a row: somebody else's code, a slip of the unit, an old edition."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from ceyuan.engines.registry.change import Change, period_of
from ceyuan.engines.registry.incoming_row import IncomingRow, cell_of
from ceyuan.engines.registry.known import Edition, Known, KnownThing
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import value_key
from ceyuan.model.kind import Kind
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Problem, Weight
from ceyuan.model.unit_slip import is_unit_slip

#: Names shown of a thing that has many.
_SHOWN = 3


def strangers(kind: Kind, incoming: IncomingRow, known: Known) -> Iterator[Problem]:
    """A code the ledger knows under another name; a name it knows under another code."""
    name = incoming.said("name")
    if name is None or not kind.identifier:
        return
    said = value_key(name.value)
    thing = known.thing(incoming.subject)
    former = {value_key(c.value) for c in incoming.claims if c.property == "former_name"}
    if thing is not None and thing.names and not ({said} | former) & thing.names:
        shown = "、".join(sorted(thing.names)[:_SHOWN])
        yield incoming.doubt(
            "code_of_another",
            Bilingual(
                f"账本中这个代码属于“{shown}”，此处为“{said}”：更名，或代码抄错",
                f"the ledger knows this code as {shown!r}, here it is {said!r}: renamed, or mistyped?",
            ),
            Bilingual(
                "核对营业执照；如已更名，请在备注写明原名",
                "look at the licence; if it was renamed, give the former name in the remarks",
            ),
            cell=cell_of(name),
            field="name",
            printed=name.quote,
        )
        return
    others = known.named(said) - {incoming.subject}
    if thing is None and others:
        shown = "、".join(sorted(other.partition(":")[2] for other in others)[:_SHOWN])
        coded = incoming.said(kind.identifier) is not None
        yield incoming.doubt(
            "name_known_otherwise" if coded else "known_by_name",
            Bilingual(
                f"账本中已有同名对象（{shown}），" + ("代码不同" if coded else "本行没有代码"),
                f"the ledger knows this name as {shown}; "
                + ("the code is another" if coded else "the row has no code"),
            ),
            Bilingual("核对是否同一家", "check whether they are one"),
            cell=cell_of(name),
            field="name",
            printed=name.quote,
        )


def slips(incoming: IncomingRow, thing: KnownThing | None) -> Iterator[Problem]:
    """Figures about ten thousand times those the ledger has of the nearest other year."""
    if thing is None:
        return
    for claim in incoming.claims:
        value = claim.value
        if not isinstance(value, Quantity) or value.unit != "元" or claim.period is None:
            continue
        end = claim.period.end
        years = [
            (abs((k.ends - end).days), k)
            for k in thing.values.get(claim.property, ())
            if k.ends is not None and k.amount
        ]
        if not years or any(k.period == period_of(claim) for _, k in years):
            continue
        nearest = min(years, key=lambda y: y[0])[1]
        if is_unit_slip(value.amount, Decimal(nearest.amount)):
            yield incoming.doubt(
                "unit_slip",
                Bilingual(
                    f"{claim.indicator}与账本中{nearest.period}的{nearest.shown()}相差约一万倍，"
                    "疑似元与万元混用",
                    f"{claim.property} is about 10,000 times off {nearest.period} in the ledger "
                    f"({nearest.shown()}): yuan and ten thousand yuan mixed up?",
                ),
                Bilingual("核对该格单位", "check the unit of the cell"),
                cell=cell_of(claim),
                field=claim.property,
                printed=claim.quote,
            )


def disagreements(incoming: IncomingRow, changes: Sequence[Change]) -> Iterator[Problem]:
    """Values that another register gives otherwise for the same time."""
    for change in changes:
        if change.contradicts:
            when = f"（{change.period}）" if change.period else ""
            yield incoming.doubt(
                "ledger_disagrees",
                Bilingual(
                    f"{change.indicator}{when}与账本不一致：账本为 {change.before}，此处为 {change.now}",
                    f"{change.property} is {change.before} in the ledger, {change.now} here",
                ),
                Bilingual(
                    "核对两处来源，保留正确的一个", "compare the two sources and keep the right one"
                ),
                cell=change.cell,
                field=change.property,
            )


def old_edition(
    rows: Sequence[IncomingRow], editions: Sequence[Edition], day: date | None
) -> Iterator[Problem]:
    """A register of an earlier day than one already kept: the file of another year?"""
    newest = max((e for e in editions if e.day), key=lambda e: e.day or date.min, default=None)
    if day is None or newest is None or newest.day is None or day >= newest.day or not rows:
        return
    yield Problem(
        "older_edition",
        Weight.DOUBTFUL,
        rows[0].sheet,
        Bilingual(
            f"这一版截至 {day}，账本里已有更新的一版（{newest.name}，{newest.day}）",
            f"this edition stands at {day}; a newer one is kept ({newest.name}, {newest.day})",
        ),
        Bilingual("核对是否选错年份的文件", "check that it is the file of the right year"),
    )
