"""Two ladders over all firms: who qualifies, who lacks one thing or only papers, who lapses soon."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.page import Ask, FactQuery, Params, shows, workbook
from ceyuan.authoring.policy import Notice, Verdict
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: Rungs by the stage their notices name, from below; the field that says a firm stands on it now.
PATHS = (
    (
        Bilingual("科技企业", "Technology firms"),
        (
            ("科技型中小企业", "is_tech_sme"),
            ("高新技术企业", "is_high_tech"),
            ("科创板上市企业", ""),
        ),
    ),
    (
        Bilingual("专精特新", "Specialised and refined"),
        (
            ("创新型中小企业", "is_innovative_sme"),
            ("专精特新中小企业", "is_specialised"),
            ("专精特新“小巨人”企业", ""),
        ),
    ),
)
STATES = {
    "yes": Bilingual("符合", "qualify"),
    "one": Bilingual("一条未满足", "one condition not met"),
    "papers": Bilingual("待补材料", "only papers missing"),
    "far": Bilingual("几条未满足", "several not met"),
}
LINES = 60
#: A qualification that ends within this many days is to be renewed.
SOON_DAYS = 365
MOST_FACTS = 5_000


@dataclass(frozen=True, slots=True)
class Rung:
    """A step: its programme, how many stand on it now, and firms by how far they are."""

    notice: Notice
    held: int | None
    holders: frozenset[str]
    firms: dict[str, list[Verdict]]


@shows
def the_ladders(ask: Ask, params: Params) -> dict[str, Any]:
    """Both ladders, and the firms of one rung in one state.

    Raises:
        BadInput: `rung`, `state` or `offset` name nothing.
    """
    in_force = {n.stage: n for n in ask.policy.notices() if n.in_force and n.level == "nation"}
    paths = []
    for title, stages in PATHS:
        rungs = [_rung(ask, in_force[s], field) for s, field in stages if s in in_force]
        paths.append((title, rungs))
    by_name = {rung.notice.name: rung for _, rungs in paths for rung in rungs}
    chosen = params.get("rung", "") or next(iter(by_name), "")
    state = params.get("state", "") or "one"
    if by_name and chosen not in by_name:
        raise _none("没有这一级", "there is no such rung", "rung")
    if state not in STATES:
        raise _none("没有这一类", "there is no such state", "state")
    firms: Sequence[Verdict] = by_name[chosen].firms[state] if by_name else ()
    offset = _whole(params.get("offset", "") or "0")
    return {
        "paths": paths,
        "states": STATES,
        "rung": by_name.get(chosen),
        "state": state,
        "listed": [_line(one) for one in firms[offset : offset + LINES]],
        "firms": firms[offset : offset + LINES],
        "total": len(firms),
        "offset": offset,
        "limit": LINES,
        "ending": _ending(ask),
        "soon_days": SOON_DAYS,
    }


@workbook
def the_lists(ask: Ask, params: Params) -> Workbook | None:
    """The cultivation lists: a sheet for each rung with every firm but those that qualify."""
    ladders = the_ladders(ask, params)
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for rung in (rung for _, rungs in ladders["paths"] for rung in rungs):
            sheet = book.add_worksheet(rung.notice.stage[:31])
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, 0, 36)
            near = [
                {"企业": one.name, "状态": STATES[state].zh, **_line(one)}
                for state in ("one", "papers", "far")
                for one in rung.firms[state]
            ]
            for row, line in enumerate(near, 1):
                for column, (heading, value) in enumerate(line.items()):
                    sheet.write(0, column, heading, bold)
                    sheet.write(row, column, value)
    return Workbook(f"培育名单_{ask.day.isoformat()}.xlsx", content.getvalue())


def _rung(ask: Ask, notice: Notice, field: str) -> Rung:
    firms: dict[str, list[Verdict]] = {state: [] for state in STATES}
    for one in ask.policy.verdicts(notice.name):
        firms[_state(one)].append(one)
    firms["one"].sort(key=lambda v: (len(v.open), v.name))
    firms["papers"].sort(key=lambda v: (v.lacking, v.name))
    firms["far"].sort(key=lambda v: (len(v.failing), v.name))
    holders: frozenset[str] = frozenset()
    if field:
        facts = ask.facts(FactQuery(kind="enterprise", indicator=field, limit=MOST_FACTS)).facts
        holders = frozenset(
            f.subject for f in facts if f.claim.property == field and f.claim.value is True
        )
    return Rung(notice, len(holders) if field else None, holders, firms)


def _state(one: Verdict) -> str:
    if one.eligible:
        return "yes"
    if one.eligible is None:
        return "papers"
    return "one" if len(one.failing) == 1 else "far"


def _line(one: Verdict) -> dict[str, Any]:
    short = one.short
    return {
        "subject": one.subject,
        "企业": one.name,
        "未满足": "；".join(one.failing),
        "现值": short.value if short else None,
        "要求": short.bound if short else None,
        "差": short.short_by if short else None,
        "单位": short.short_unit if short else "",
        "待定": "；".join(one.open),
        "缺数据": one.lacking,
    }


def _ending(ask: Ask) -> list[tuple[Any, date, int]]:
    """High-tech certificates that end within a year, the one that ends first ahead."""
    kind = ask.kinds.get("enterprise")
    field = kind.field("is_high_tech") if kind else None
    if field is None or not field.until:
        return []
    query = FactQuery(kind="enterprise", indicator=field.until, limit=MOST_FACTS)
    last: dict[str, Any] = {}
    for fact in ask.facts(query).facts:
        if fact.claim.property == field.until and isinstance(fact.claim.value, date):
            held = last.get(fact.subject)
            if held is None or held.claim.value < fact.claim.value:
                last[fact.subject] = fact
    found = [(f, f.claim.value, (f.claim.value - ask.day).days) for f in last.values()]
    soon = [one for one in found if 0 <= one[2] <= SOON_DAYS]
    return sorted(soon, key=lambda one: one[2])


def _none(zh: str, en: str, where: str) -> BadInput:
    return BadInput(
        Bilingual(zh, en),
        where=where,
        remedy=Bilingual("从页面上选择", "choose on the page"),
    )


def _whole(given: str) -> int:
    if given.isascii() and given.isdigit() and len(given) < 10:
        return int(given)
    raise _none(f"offset 应为整数，不是 {given!r}", f"offset is a number, not {given!r}", "offset")
