"""Everything a firm could be, get or lose: each programme with its conditions and what decides them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ceyuan.authoring.page import Ask, NoSuchThing, Params, shows
from ceyuan.authoring.policy import Checked, Condition, Given
from ceyuan.model.bilingual import Bilingual, in_language

#: Headings, from the nation down.
LEVELS = {
    "nation": Bilingual("国家政策", "The nation"),
    "city": Bilingual("市级政策", "The city"),
    "district": Bilingual("本区政策", "This district"),
    "elsewhere": Bilingual("其他地方的办法（供比照）", "Elsewhere, for comparison"),
}
GROUPS = {
    "qualification": Bilingual("资质", "qualification"),
    "classification": Bilingual("分类", "classification"),
    "carrier": Bilingual("载体", "carrier"),
    "award": Bilingual("奖补", "award"),
    "tax": Bilingual("税收", "tax"),
    "credit": Bilingual("信贷", "credit"),
}
_SIGNS = {True: "符合", False: "不符合", None: "不能确定"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A programme in the list.

    `failing` are required conditions not met, `waiting` those that cannot be told yet; `missing`
    the values that nobody has given, each once.
    """

    checked: Checked
    group: Bilingual
    failing: tuple[Condition, ...]
    waiting: tuple[Condition, ...]
    missing: tuple[Given, ...]


@shows
def the_checkup(ask: Ask, params: Params) -> dict[str, Any]:
    """Programmes under their headings: what is met first, then what is nearest.

    Raises:
        NoSuchThing: no programme is about the subject.
    """
    id = params.get("id", "")
    checked = ask.policy.checked(id)
    if not checked:
        raise NoSuchThing(
            Bilingual("没有这个对象，或没有政策适用于它", "no programme is about this subject"),
            where=id,
            remedy=Bilingual("从名录里选择一家企业", "choose a firm from the registers"),
        )
    entries = sorted((_entry(one) for one in checked), key=_nearest)
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
        "yuan": "元",
        "full": params.get("full", "") == "1",
        "wanted": _wanted(entries),
        "listed": [_line(ask, one) for one in entries],
    }


def _entry(one: Checked) -> Entry:
    required = [c for c in one.conditions if c.required]
    failing = tuple(c for c in required if c.met is False)
    if one.eligible is False and not failing:
        failing = tuple(c for c in one.conditions if c.met is False)
    waiting = tuple(c for c in required if c.met is None)
    # Of alternatives, the ones that cannot be told matter only where nothing else decides.
    if one.eligible is None and not waiting:
        waiting = tuple(c for c in one.conditions if c.met is None)
    missing = {g.title.zh: g for c in waiting for g in c.given if g.value is None}
    group = GROUPS.get(one.notice.group, Bilingual(one.notice.group, one.notice.group))
    return Entry(one, group, failing, waiting, tuple(missing.values()))


def _nearest(one: Entry) -> tuple[int, int, int, int]:
    order = {True: 0, None: 1, False: 1}[one.checked.eligible]
    group = list(GROUPS).index(one.checked.notice.group)
    return (order, len(one.failing), len(one.missing), group)


def _wanted(entries: Iterable[Entry]) -> list[tuple[Given, int]]:
    """Values nobody has given that most programmes wait for, with how many, most first."""
    counted: dict[str, tuple[Given, int]] = {}
    for one in entries:
        if one.checked.notice.level == "elsewhere" or one.failing:
            continue
        for given in one.missing:
            counted[given.title.zh] = (given, counted.get(given.title.zh, (given, 0))[1] + 1)
    return sorted(counted.values(), key=lambda pair: -pair[1])[:8]


def _line(ask: Ask, one: Entry) -> dict[str, Any]:
    notice, checked = one.checked.notice, one.checked
    return {
        "政策": in_language(notice.title, ask.language),
        "层级": in_language(LEVELS[notice.level], ask.language),
        "类别": in_language(one.group, ask.language),
        "结论": _SIGNS[checked.eligible],
        "金额（元）": checked.amount,
        "未满足": "；".join(f"{c.article} {c.sentence}" for c in one.failing),
        "待定": "；".join(f"{c.article} {c.sentence}" for c in one.waiting),
        "缺少": "；".join(g.title.zh for g in one.missing),
    }
