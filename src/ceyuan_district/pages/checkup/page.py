"""Everything a firm could be, get or lose: each programme with its conditions and what decides them."""

from typing import Any

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.page import Ask, NoSuchThing, Params, shows, workbook
from ceyuan.authoring.policy_words import LEVELS
from ceyuan.authoring.sheets import workbook_of
from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan_district.pages.checkup.entry import (
    Entry,
    entry_of,
    nearest_first,
    wanted_first,
)
from ceyuan_district.pages.checkup.sheets import VERDICTS, checkup_sheets

#: Values to bring first that are listed beside the programmes.
_MOST_WANTED = 8


@shows
def the_checkup(ask: Ask, params: Params) -> dict[str, Any]:
    """Programmes under their headings: what is met first, then what is nearest.

    `open=NAME` opens one programme, `full=1` all of them.

    Raises:
        NoSuchThing: no programme is about the subject.
    """
    id = params.get("id", "")
    entries = _entries(ask, id)
    levels = [
        (level, title, [one for one in entries if one.checked.notice.level == level])
        for level, title in LEVELS.items()
    ]
    own = [one.checked for one in entries if one.checked.notice.level != "elsewhere"]
    return {
        "id": id,
        "name": ask.name_of(id),
        "levels": [(level, title, of) for level, title, of in levels if of],
        "met": sum(one.eligible is True for one in own),
        "unmet": sum(one.eligible is False for one in own),
        "unknown": sum(one.eligible is None for one in own),
        "awards": ask.policy.together(id),
        "sources": ask.facts_named(_facts(entries)),
        "yuan": "元",
        "year": ask.day.year,
        "full": params.get("full", "") == "1",
        "opened": params.get("open", ""),
        "wanted": wanted_first(entries)[:_MOST_WANTED],
        "listed": [_line(ask, one) for one in entries],
    }


@workbook
def the_sheets(ask: Ask, params: Params) -> Workbook | None:
    """The whole check-up as a workbook; None where no programme is about the subject."""
    id = params.get("id", "")
    if not ask.policy.checked(id):
        return None
    entries = _entries(ask, id)
    facts = ask.facts_named(_facts(entries))
    sheets = checkup_sheets(ask, ask.name_of(id), entries, facts, ask.policy.together(id))
    return workbook_of(f"政策体检_{ask.name_of(id)}_{ask.day.isoformat()}.xlsx", sheets)


def _entries(ask: Ask, id: str) -> list[Entry]:
    checked = ask.policy.checked(id)
    if not checked:
        raise NoSuchThing(
            Bilingual("没有这个对象，或没有政策适用于它", "no programme is about this subject"),
            where=id,
            remedy=Bilingual("从名录里选择一家企业", "choose a firm from the registers"),
        )
    return nearest_first(entry_of(one) for one in checked)


def _facts(entries: list[Entry]) -> set[str]:
    return {g.fact for e in entries for c in e.checked.conditions for g in c.given if g.fact}


def _line(ask: Ask, one: Entry) -> dict[str, Any]:
    notice, checked = one.checked.notice, one.checked
    return {
        "政策": in_language(notice.title, ask.language),
        "层级": in_language(LEVELS[notice.level], ask.language),
        "类别": in_language(one.group, ask.language),
        "结论": VERDICTS[checked.eligible],
        "金额（元）": checked.amount,
        "未满足": "；".join(f"{c.article} {c.sentence}" for c in one.failing),
        "待定": "；".join(f"{c.article} {c.sentence}" for c in one.waiting),
        "缺少": "；".join(g.title.zh for g in one.missing),
    }
