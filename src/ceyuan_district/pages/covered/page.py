"""One programme about everybody: who qualifies and for how much, who does not, of whom it cannot be told."""

from collections.abc import Sequence
from typing import Any

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.page import Ask, Params, offset_in, shows, workbook
from ceyuan.authoring.policy import Notice, Verdict
from ceyuan.authoring.policy_words import no_such_programme
from ceyuan.authoring.sheets import Sheet, workbook_of
from ceyuan.authoring.verdict_words import what_is_needed
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

LINES = 60
#: By the word in the address: the verdict, and what it is called.
STATES = {
    "yes": (True, Bilingual("符合", "qualify")),
    "no": (False, Bilingual("不符合", "do not qualify")),
    "open": (None, Bilingual("不能确定", "cannot be told")),
}
_HEADINGS = ("名称", "标识", "结论", "金额（元）", "未满足", "还差", "待定", "缺数据")


@shows
def the_list(ask: Ask, params: Params) -> dict[str, Any]:
    """Those of one verdict, the nearest first.

    Raises:
        NoSuchThing: there is no such programme.
        BadInput: `state` or `offset` name nothing.
    """
    notice, verdicts = _asked(ask, params)
    state = params.get("state", "") or "yes"
    if state not in STATES:
        raise BadInput(
            Bilingual("没有这一类", "there is no such state"),
            where="state",
            remedy=Bilingual("从页面上选择", "choose on the page"),
        )
    by_state = {
        name: sorted((v for v in verdicts if v.eligible is verdict), key=_nearest)
        for name, (verdict, _) in STATES.items()
    }
    offset = offset_in(params)
    return {
        "notice": notice,
        "states": {name: (word, len(by_state[name])) for name, (_, word) in STATES.items()},
        "state": state,
        "rows": by_state[state][offset : offset + LINES],
        "total": len(by_state[state]),
        "offset": offset,
        "limit": LINES,
        "yuan": "元",
        "listed": [_line(one) for one in by_state[state]],
    }


@workbook
def the_sheets(ask: Ask, params: Params) -> Workbook | None:
    """Everybody, a sheet for each verdict."""
    notice, verdicts = _asked(ask, params)
    sheets = [
        Sheet(
            word.zh,
            _HEADINGS,
            [
                _line(one) | {"标识": one.subject, "结论": word.zh}
                for one in sorted(verdicts, key=_nearest)
                if one.eligible is verdict
            ],
        )
        for verdict, word in STATES.values()
    ]
    return workbook_of(f"{notice.title.zh}_{ask.day.isoformat()}.xlsx", sheets)


def _asked(ask: Ask, params: Params) -> tuple[Notice, Sequence[Verdict]]:
    name = params.get("name", "")
    notice = next((one for one in ask.policy.notices() if one.name == name), None)
    if notice is None:
        raise no_such_programme(name)
    return notice, ask.policy.verdicts(name)


def _nearest(one: Verdict) -> tuple[float, int, int, str]:
    """The largest amount first; then by how many conditions fail, and how much is missing."""
    return (-(one.amount or 0.0), len(one.failing), one.lacking, one.name)


def _line(one: Verdict) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "名称": one.name,
        "金额（元）": one.amount,
        "未满足": "；".join(one.failing),
        "还差": what_is_needed(one),
        "待定": "；".join(one.open),
        "缺数据": one.lacking,
    }
