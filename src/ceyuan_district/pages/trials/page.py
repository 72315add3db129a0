"""The door to trials: which programmes hold numbers that can be changed, and whom each covers now."""

from typing import Any

from ceyuan.authoring.page import Ask, Params, shows
from ceyuan.authoring.policy import Coverage, Notice
from ceyuan.model.bilingual import Bilingual, in_language

#: Headings, from the nation down.
LEVELS = {
    "district": Bilingual("本区政策：改得动的", "This district: what it may change"),
    "city": Bilingual("市级政策", "The city"),
    "nation": Bilingual("国家政策", "The nation"),
}


@shows
def the_choice(ask: Ask, params: Params) -> dict[str, Any]:
    """Programmes in force that cover somebody, those of the district first."""
    coverage = ask.policy.coverage()
    lines = [(one, coverage[one.name]) for one in ask.policy.notices() if one.name in coverage]
    levels = [
        (title, [line for line in lines if line[0].level == level])
        for level, title in LEVELS.items()
    ]
    return {
        "levels": [(title, of) for title, of in levels if of],
        "yuan": "元",
        "listed": [_line(ask, notice, of) for notice, of in lines],
    }


def _line(ask: Ask, one: Notice, of: Coverage) -> dict[str, Any]:
    return {
        "name": one.name,
        "政策": in_language(one.title, ask.language),
        "符合": of.yes,
        "不符合": of.no,
        "不能确定": of.unknown,
        "金额（元）": of.cost,
    }
