"""Every notice that is written as rules, and how each covers the district."""

from typing import Any

from ceyuan.authoring import policy_words
from ceyuan.authoring.page import Ask, Params, shows
from ceyuan.authoring.policy import Coverage, Notice
from ceyuan.model.bilingual import Bilingual, in_language

#: Headings, from the nation down; notices no longer or not yet in force stand last.
LEVELS = policy_words.LEVELS | {
    "idle": Bilingual("已停止或尚未施行", "No longer or not yet in force"),
}


@shows
def the_programmes(ask: Ask, params: Params) -> dict[str, Any]:
    """Notices under their headings, each with how many qualify, do not, cannot be told."""
    coverage = ask.policy.coverage()
    lines = [(one, coverage.get(one.name)) for one in ask.policy.notices()]
    levels = [
        (title, [line for line in lines if _level(line[0]) == level])
        for level, title in LEVELS.items()
    ]
    return {
        "levels": [(title, of) for title, of in levels if of],
        "groups": policy_words.GROUPS,
        "yuan": "元",
        "listed": [_line(ask, notice, of) for notice, of in lines],
    }


def _level(one: Notice) -> str:
    return one.level if one.in_force else "idle"


def _line(ask: Ask, one: Notice, of: Coverage | None) -> dict[str, Any]:
    return {
        "name": one.name,
        "政策": in_language(one.title, ask.language),
        "文号": "、".join(one.documents),
        "类别": in_language(policy_words.GROUPS.get(one.group, one.group), ask.language),
        "层级": in_language(LEVELS[_level(one)], ask.language),
        "符合": of.yes if of else None,
        "不符合": of.no if of else None,
        "不能确定": of.unknown if of else None,
        "金额（元）": of.cost if of else None,
    }
