"""One notice as rules: its articles, its numbers with dates and sources, worked cases, whom it covers."""

from typing import Any

from ceyuan.authoring.page import Ask, Params, shows
from ceyuan.authoring.policy_words import no_such_programme
from ceyuan.model.bilingual import Bilingual

#: Parts of the notice, in the order an officer reads them.
ROLES = {
    "clause": Bilingual("条件", "Conditions"),
    "award": Bilingual("金额", "Amounts"),
    "score": Bilingual("计分", "Scores"),
    "derived": Bilingual("计算步骤", "Steps"),
}
MOST_LACKING = 12


@shows
def the_programme(ask: Ask, params: Params) -> dict[str, Any]:
    """The notice as written, and what keeps answers about the district unknown.

    Raises:
        NoSuchThing: there is no such programme.
    """
    name = params.get("name", "")
    story = ask.policy.notice(name)
    if story is None:
        raise no_such_programme(name)
    roles = [
        (title, [rule for rule in story.rules if rule.role == role])
        for role, title in ROLES.items()
    ]
    return {
        "notice": story.notice,
        "roles": [(title, rules) for title, rules in roles if rules],
        "parameters": story.parameters,
        "cases": story.cases,
        "coverage": story.coverage,
        "lacking": story.lacking[:MOST_LACKING],
        "yuan": "元",
        "listed": [
            {
                "参数": one.title,
                "单位": one.unit,
                "自": value.start,
                "至": value.until,
                "值": value.value,
                "分档": "；".join(f"{band.run}: {band.value}" for band in value.bands),
                "来源": value.source,
                "标记": value.mark,
            }
            for one in story.parameters
            for value in one.values
        ],
    }
