"""A programme with other numbers, before it is signed: who gains, who loses, what it costs.

The address holds everything that was changed, so a trial can be sent to somebody else.
"""

import math
from typing import Any

from ceyuan.authoring.page import Ask, NoSuchThing, Params, shows
from ceyuan.authoring.policy import ParameterLine, Trial
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

_SCALE = {"万": 1e4, "亿": 1e8}


@shows
def the_trial(ask: Ask, params: Params) -> dict[str, Any]:
    """The numbers that can be changed, and what the changed ones would do.

    Raises:
        NoSuchThing: there is no such programme.
        BadInput: a value or the budget cannot be read.
    """
    name = params.get("name", "")
    story = ask.policy.notice(name)
    if story is None:
        raise NoSuchThing(
            Bilingual("没有这项政策", "there is no such programme"),
            where=name,
            remedy=Bilingual("从政策目录里选择", "choose from the list of programmes"),
        )
    open_ones = [one for one in story.parameters if not one.by_unit and one.unit != "text"]
    settings = {one.name: params[one.name] for one in open_ones if params.get(one.name, "").strip()}
    budget = _money(params.get("budget", ""))
    pro_rata = params.get("how", "") == "pro-rata"
    trial = ask.policy.trial(name, settings, budget, pro_rata)
    return {
        "notice": story.notice,
        "parameters": [(one, _now(one), params.get(one.name, "")) for one in open_ones],
        "settings": settings,
        "budget": params.get("budget", ""),
        "pro_rata": pro_rata,
        "trial": trial,
        "yuan": "元",
        "listed": _lines(trial),
    }


def _now(one: ParameterLine) -> Any:
    return next((value.value for value in one.values if value.now), None)


def _lines(trial: Trial | None) -> list[dict[str, Any]]:
    if trial is None:
        return []
    sorts = (
        ("新符合", trial.gained),
        ("不再符合", trial.lost),
        ("金额增加", trial.more),
        ("金额减少", trial.less),
    )
    return [
        {
            "变化": word,
            "subject": one.subject,
            "对象": one.name,
            "原金额": one.before,
            "新金额": one.after,
        }
        for word, of in sorts
        for one in of
    ]


def _money(typed: str) -> float | None:
    typed = typed.strip().removesuffix("元").replace(",", "")
    if not typed:
        return None
    try:
        amount = float(typed.rstrip("万亿")) * _SCALE.get(typed[-1], 1)
    except ValueError:
        amount = math.nan
    if not (math.isfinite(amount) and amount >= 0):
        raise BadInput(
            Bilingual(f"预算 {typed!r} 不是金额", f"the budget {typed!r} is no amount"),
            where="budget",
            remedy=Bilingual("写如 500万", "write, say, 5000000 or 500万"),
        )
    return amount
