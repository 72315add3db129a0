"""A trial as sheets: what was changed, before and after, everybody concerned."""

from collections.abc import Iterator, Sequence
from typing import Any

from ceyuan.authoring.page import Ask
from ceyuan.authoring.policy import BandLine, DraftLine, Notice, Trial
from ceyuan.authoring.sheets import Sheet


def turned_lines(trial: Trial | None) -> list[dict[str, Any]]:
    """One line for everybody whose verdict or amount turns."""
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


def trial_sheets(
    ask: Ask, notice: Notice, changed: Sequence[DraftLine], trial: Trial, pro_rata: bool
) -> list[Sheet]:
    """Everything the page shows, as lists."""
    return [
        Sheet("前后对照", ("项目", "现行", "改后"), list(_compared(trial, pro_rata))),
        Sheet(
            "得失名单",
            ("变化", "对象", "标识", "原金额（元）", "新金额（元）"),
            [
                {
                    **line,
                    "标识": line["subject"],
                    "原金额（元）": line["原金额"],
                    "新金额（元）": line["新金额"],
                }
                for line in turned_lines(trial)
            ],
        ),
        Sheet(
            "改了什么",
            ("参数", "现行", "改为", "单位"),
            [
                {
                    "参数": one.title,
                    "现行": _bands(one.bands_now) or one.now,
                    "改为": _bands(one.bands_then) or one.then,
                    "单位": one.unit,
                }
                for one in changed
            ],
        ),
        Sheet("说明", ("项目", "内容"), list(_notes(ask, notice))),
    ]


def _compared(trial: Trial, pro_rata: bool) -> Iterator[dict[str, Any]]:
    was, now = trial.before, trial.after
    for title, before, after in (
        ("符合（家）", was.yes, now.yes),
        ("不符合（家）", was.no, now.no),
        ("不能确定（家）", was.unknown, now.unknown),
        ("金额合计（元）", was.cost, now.cost),
    ):
        yield {"项目": title, "现行": before, "改后": after}
    if trial.budgeted:
        how = "按比例" if pro_rata else "先到先得"
        for title, value in (
            ("预算（元）", trial.budgeted.budget),
            (f"付出（元，{how}）", trial.budgeted.paid),
            ("剩余（元）", trial.budgeted.left),
            ("得不到（家）", trial.budgeted.unserved),
        ):
            yield {"项目": title, "改后": value}


def _notes(ask: Ask, notice: Notice) -> Iterator[dict[str, Any]]:
    yield {"项目": "政策", "内容": notice.title.zh}
    yield {"项目": "文号", "内容": "、".join(notice.documents)}
    yield {"项目": "测算日", "内容": ask.day}
    yield {"项目": "读法", "内容": "不能确定的没有计入金额，不当作零。试算不写入台账。"}
    if ask.invented:
        yield {"项目": "示范数据", "内容": "地名、单位、人名和数字均为虚构，仅供演示。"}


def _bands(bands: Sequence[BandLine]) -> str:
    return "；".join(f"{one.run}：{one.value}" for one in bands)
