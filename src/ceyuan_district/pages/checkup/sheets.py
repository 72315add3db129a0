"""The check-up as sheets: overview, conditions, values with their cells, changes, awards together."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ceyuan.authoring.page import Ask
from ceyuan.authoring.policy import (
    SIGNS,
    AllAwards,
    Condition,
    Given,
    Limit,
    OneChange,
    StepLine,
)
from ceyuan.authoring.policy_words import LEVELS
from ceyuan.authoring.sheets import Sheet
from ceyuan.model.fact import Fact
from ceyuan.model.locator import CellAt
from ceyuan_district.pages.checkup.entry import Entry

VERDICTS = {True: "符合", False: "不符合", None: "不能确定"}

_OVERVIEW = (
    *("政策", "层级", "类别", "结论", "金额（元）", "得分", "未满足", "待定", "缺少", "可凭"),
    *("最小改变", "最早", "越过即失去", "能得到什么", "发文", "文号"),
)
_CONDITIONS = (
    *("政策", "条款", "条件", "是否必须", "结论", "指标", "现值", "要求", "差", "单位"),
    *("限度出处", "缺少", "可凭"),
)
_VALUES = ("政策", "条款", "数据", "值", "单位", "文件", "位置", "原文", "可凭")
_CHANGES = ("政策", "何种", "数据", "现值", "改为", "单位", "年度", "何时")
_STEPS = ("政策", "条款", "步骤", "值", "单位", "公式", "所用数字", "出处")
_AWARDS = ("奖补", "单独（元）", "合并后（元）", "依据")


def checkup_sheets(
    ask: Ask,
    name: str,
    entries: Sequence[Entry],
    facts: Mapping[str, Fact],
    awards: AllAwards | None,
) -> list[Sheet]:
    """Everything the page shows, as lists.

    Args:
        ask: the ledger, for the names of documents.
        name: of the firm.
        entries: programmes in the order of the page.
        facts: by identifier, those the values come from.
        awards: all awards together; None where none is about the firm.
    """
    return [
        Sheet("概览", _OVERVIEW, [_overview(one, ask.day) for one in entries]),
        Sheet("条件", _CONDITIONS, [line for one in entries for line in _conditions(one)]),
        Sheet("数据与出处", _VALUES, [line for e in entries for line in _values(ask, e, facts)]),
        Sheet("改变与失去", _CHANGES, [line for e in entries for line in _changes(e, ask.day)]),
        Sheet("一并计算", _AWARDS, list(_together(awards))),
        Sheet("计算过程", _STEPS, [line for one in entries for line in _steps(one)]),
        Sheet("说明", ("项目", "内容"), list(_notes(ask, name, entries))),
    ]


def when_said(one: OneChange, day: date) -> str:
    """By when a change can come: the end of the year whose figures are the first to have it."""
    if one.year is None:
        return "随时"
    if one.year < day.year - 1:
        return f"{one.year}年度数，已过去"
    return f"{day.year}年度数，{day.year}-12-31 前"


def _overview(one: Entry, day: date) -> dict[str, Any]:
    checked, notice = one.checked, one.checked.notice
    least = checked.changes[:1] or checked.together
    waits = checked.from_day or checked.together_from
    return {
        "政策": notice.title.zh,
        "层级": LEVELS[notice.level].zh,
        "类别": one.group.zh,
        "结论": VERDICTS[checked.eligible],
        "金额（元）": checked.amount,
        "得分": "；".join(_points(step) for step in one.points),
        "未满足": "；".join(_named(c) for c in one.failing),
        "待定": "；".join(_named(c) for c in one.waiting),
        "缺少": "；".join(lack.what.zh for lack in checked.lacking),
        "可凭": "；".join(dict.fromkeys(k.settled_by for k in checked.lacking if k.settled_by)),
        "最小改变": "；并且 ".join(_change_said(one) for one in least),
        "最早": waits or "；".join(dict.fromkeys(when_said(one, day) for one in least)),
        "越过即失去": "；".join(_change_said(c) for c in checked.losses),
        "能得到什么": notice.benefit,
        "发文": notice.authority,
        "文号": "、".join(notice.documents),
    }


def _conditions(one: Entry) -> Iterator[dict[str, Any]]:
    for condition in one.checked.conditions:
        lacking = [g for g in condition.given if g.value is None]
        line = {
            "政策": one.checked.notice.title.zh,
            "条款": condition.article,
            "条件": condition.sentence,
            "是否必须": "必须" if condition.required else "可选的一条路径",
            "结论": VERDICTS[condition.met],
            "缺少": "；".join(g.title.zh for g in lacking),
            "可凭": "；".join(dict.fromkeys(g.settled_by for g in lacking if g.settled_by)),
        }
        # One row for each limit, so that distances can be sorted and summed up.
        for limit in condition.limits or (None,):
            yield line | (_limit(limit) if limit else {})


def _limit(one: Limit) -> dict[str, Any]:
    percent = one.unit == "share"
    value, bound = _percent(one.value, one.unit), _percent(one.bound, one.unit)
    printed = "" if bound is None else f"{SIGNS[one.comparison]} {bound:,.10g}"
    unit = "%" if percent else one.unit
    short = f"{one.short_by:,.10g} {one.short_unit}" if one.short_by is not None else ""
    source = f"{one.source}（{one.mark.zh}）" if one.mark else one.source
    return {
        "指标": one.what.zh if one.what else "",
        "现值": value,
        "要求": printed,
        "差": short,
        "单位": unit,
        "限度出处": source,
    }


def _values(ask: Ask, one: Entry, facts: Mapping[str, Fact]) -> Iterator[dict[str, Any]]:
    for condition in one.checked.conditions:
        for given in condition.given:
            yield {
                "政策": one.checked.notice.title.zh,
                "条款": condition.article,
                "数据": given.title.zh,
                "值": "（缺）" if given.value is None else _value(given),
                "单位": "%" if given.unit == "share" else given.unit,
                "可凭": given.settled_by,
                **_place(ask, facts.get(given.fact)),
            }


def _value(given: Given) -> Any:
    if isinstance(given.value, str):
        return "、".join(filter(None, given.value.split("|")))
    return _percent(given.value, given.unit)


def _percent(value: Any, unit: str) -> Any:
    """A share of 1 in per cent, everything else as it is."""
    return value * 100 if unit == "share" and isinstance(value, float) else value


def _place(ask: Ask, fact: Fact | None) -> dict[str, str]:
    if fact is None:
        return {}
    place = fact.claim.locator
    cell = f"{place.sheet}!{place.cell}" if isinstance(place, CellAt) else ""
    return {"文件": ask.title_of(fact.document), "位置": cell, "原文": fact.claim.quote}


def _changes(one: Entry, day: date) -> Iterator[dict[str, Any]]:
    sorts = (
        ("改变一项即可符合", one.checked.changes),
        ("几项一起改即可符合", one.checked.together),
        ("越过即失去", one.checked.losses),
    )
    for what, changes in sorts:
        for change in changes:
            yield {
                "政策": one.checked.notice.title.zh,
                "何种": what,
                "数据": change.title.zh,
                "现值": change.now,
                "改为": change.then,
                "单位": change.unit,
                "年度": str(change.year or ""),
                "何时": when_said(change, day),
            }
    for said in one.checked.stuck:
        yield {
            "政策": one.checked.notice.title.zh,
            "何种": "没有找到办法的条件",
            "数据": said,
        }
    if one.checked.from_day:
        title = one.checked.notice.title.zh
        yield {"政策": title, "何种": "其余不变", "数据": "日期", "改为": one.checked.from_day}


def _steps(one: Entry) -> Iterator[dict[str, Any]]:
    for step in one.checked.steps:
        yield {
            "政策": one.checked.notice.title.zh,
            "条款": step.article,
            "步骤": step.sentence or step.name,
            "值": "（不能确定）" if step.value is None else _percent(step.value, step.unit),
            "单位": "%" if step.unit == "share" else step.unit,
            "公式": step.formula.zh,
            "所用数字": "；".join(
                f"{n.title} {'—' if n.value is None else n.value}{n.unit}" for n in step.numbers
            ),
            "出处": "；".join(
                dict.fromkeys(
                    f"{n.source}（{n.mark.zh}）" if n.mark else n.source for n in step.numbers
                )
            ),
        }


def _together(awards: AllAwards | None) -> Iterator[dict[str, Any]]:
    if awards is None:
        return
    for part in awards.parts:
        yield {
            "奖补": part.title.zh,
            "单独（元）": part.alone,
            "合并后（元）": part.paid,
            "依据": "；".join(part.because),
        }
    if awards.told:
        yield {"奖补": "合计", "单独（元）": awards.alone, "合并后（元）": awards.paid}
    for title in awards.unknown:
        yield {"奖补": title.zh, "依据": "金额不能确定，没有计入合计"}
    for article in awards.undecided:
        yield {"奖补": "待定", "依据": article}


def _notes(ask: Ask, name: str, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    yield {"项目": "企业", "内容": name}
    yield {"项目": "测算日", "内容": ask.day}
    yield {"项目": "读法", "内容": "缺数据的写作“不能确定”，不当作零，也不当作“否”。"}
    if ask.invented:
        yield {"项目": "示范数据", "内容": "地名、单位、人名和数字均为虚构，仅供演示。"}
    for one in entries:
        for remark in one.checked.remarks:
            yield {"项目": one.checked.notice.title.zh, "内容": remark.zh}


def _points(one: StepLine) -> str:
    said = "不能确定" if one.value is None else _printed(one.value, one.unit)
    return f"{(one.sentence or one.name).rstrip('。')}：{said}"


def _named(one: Condition) -> str:
    return f"{one.article} {one.sentence}".strip()


def _change_said(one: OneChange) -> str:
    return f"{one.title} {_printed(one.now, one.unit)} → {_printed(one.then, one.unit)}"


def _printed(value: Any, unit: str) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return f"{value * 100:,.10g}%" if unit == "share" else f"{value:,.10g}{unit}"
    return str(value)
