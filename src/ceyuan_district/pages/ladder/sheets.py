"""The ladders as sheets: how many stand where, every firm of each rung, what ends, what it costs."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ceyuan.authoring.page import Ask
from ceyuan.authoring.policy import Outlay, Verdict
from ceyuan.authoring.sheets import Sheet
from ceyuan.authoring.verdict_words import what_is_needed
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import Fact
from ceyuan_district.pages.ladder.rung import AT_RISK, LISTS, STATES, Rung

_FIRM = ("企业", "标识", "状态", "在册", "未满足", "还差", "待定", "缺数据")


def firm_line(one: Verdict) -> dict[str, Any]:
    """A firm in the list of a rung: what it fails, by how much, what cannot be told."""
    return {
        "subject": one.subject,
        "企业": one.name,
        "未满足": "；".join(one.failing),
        "还差": what_is_needed(one),
        "待定": "；".join(one.open),
        "缺数据": one.lacking,
    }


def ladder_sheets(
    ask: Ask,
    rungs: Sequence[Rung],
    ending: Sequence[tuple[Fact, date, int]],
    costs: Sequence[tuple[Bilingual, Outlay]],
) -> list[Sheet]:
    """Everything the page shows, as lists."""
    counts = [word.zh for word in LISTS.values()]
    return [
        Sheet("梯队", ("级别", "依据", "在册", *counts), [_counted(one) for one in rungs]),
        *(Sheet(one.stage.zh, _FIRM, list(_firms(one))) for one in rungs if not one.idle),
        Sheet(
            "一年内到期",
            ("企业", "标识", "到期日", "还有天数"),
            [
                {
                    "企业": ask.name_of(fact.subject),
                    "标识": fact.subject,
                    "到期日": until,
                    "还有天数": left,
                }
                for fact, until, left in ending
            ],
        ),
        Sheet("费用", _cost_headings(costs), list(_cost_lines(costs))),
    ]


def _counted(one: Rung) -> dict[str, Any]:
    line: dict[str, Any] = {
        "级别": one.stage.zh,
        "依据": one.notice.title.zh if not one.idle else one.notice.about,
        "在册": one.held,
    }
    if one.idle:
        return line
    return line | {word.zh: len(one.listed(state)) for state, word in LISTS.items()}


def _firms(rung: Rung) -> Iterator[dict[str, Any]]:
    for state, word in STATES.items():
        for one in rung.firms[state]:
            held = one.subject in rung.holders
            at_risk = held and state in ("one", "far")
            yield {
                **firm_line(one),
                "标识": one.subject,
                "状态": word.zh,
                "在册": LISTS[AT_RISK].zh if at_risk else "在册" if held else "",
            }


def _cost_headings(costs: Sequence[tuple[Bilingual, Outlay]]) -> list[str]:
    each = (
        f"{title.zh}：{what}" for title, _ in costs for what in ("家数", "金额（元）", "算不出")
    )
    return ["奖补", *each]


def _cost_lines(costs: Sequence[tuple[Bilingual, Outlay]]) -> Iterator[dict[str, Any]]:
    for nth, first in enumerate(costs[0][1].lines if costs else ()):
        line: dict[str, Any] = {"奖补": first.notice.title.zh}
        for title, of in costs:
            line |= _cost(
                title,
                of.lines[nth].paid,
                of.lines[nth].amount if of.lines[nth].told else None,
                of.lines[nth].unknown,
            )
        yield line
    alone: dict[str, Any] = {"奖补": "逐项相加"}
    together: dict[str, Any] = {"奖补": "合并后（就高不重复、累计上限）"}
    for title, of in costs:
        alone |= _cost(title, None, of.alone, of.unknown)
        together |= _cost(title, None, of.together, None)
    yield alone
    yield together


def _cost(
    title: Bilingual, paid: int | None, amount: float | None, unknown: int | None
) -> dict[str, Any]:
    return {
        f"{title.zh}：家数": paid,
        f"{title.zh}：金额（元）": amount,
        f"{title.zh}：算不出": unknown,
    }
