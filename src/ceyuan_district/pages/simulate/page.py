"""A programme with other numbers, before it is signed: who gains, who loses, what it costs.

The address holds everything that was changed, so a trial can be sent to somebody else; a draft file
is named in it by its digest.
"""

from typing import Any

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.page import Act, Ask, Params, does, shows, workbook
from ceyuan.authoring.policy import DraftLine, NoticeStory, ParameterLine, Trial, Turned
from ceyuan.authoring.policy_words import no_such_programme
from ceyuan.authoring.sheets import workbook_of
from ceyuan.authoring.typed_amount import read_yuan
from ceyuan.model.bilingual import Bilingual
from ceyuan_district.pages.simulate.sheets import trial_sheets, turned_lines

#: Names listed under each heading; the workbook has all.
_MOST_NAMES = 60


@shows
def the_trial(ask: Ask, params: Params) -> dict[str, Any]:
    """The numbers that can be changed, and what the changed ones would do.

    Raises:
        NoSuchThing: there is no such programme.
        BadInput: a value or the budget cannot be read, or the draft is gone.
    """
    story, settings, draft, trial = _tried(ask, params)
    name = story.notice.name
    return {
        "notice": story.notice,
        "parameters": [(one, _now(one), params.get(one.name, "")) for one in _changeable(story)],
        "settings": settings,
        "token": params.get("draft", ""),
        "draft": draft,
        "budget": params.get("budget", ""),
        "pro_rata": _pro_rata(params),
        "trial": trial,
        "sorts": _sorts(trial),
        "most_names": _MOST_NAMES,
        "book": f"/simulate/{name}.xlsx",
        "yuan": "元",
        "listed": turned_lines(trial),
    }


@workbook
def the_sheets(ask: Ask, params: Params) -> Workbook | None:
    """The trial as a workbook: what was changed, before and after, everybody concerned."""
    story, settings, draft, trial = _tried(ask, params)
    if trial is None:
        return None
    changed = [
        *draft,
        *(
            DraftLine(one.name, one.title, one.unit, _now(one), settings[one.name])
            for one in story.parameters
            if one.name in settings
        ),
    ]
    sheets = trial_sheets(ask, story.notice, changed, trial, _pro_rata(params))
    return workbook_of(f"试算_{story.notice.title.zh}_{ask.day.isoformat()}.xlsx", sheets)


@does
def try_draft(act: Act, form: Params) -> str:
    """Take in a draft `parameters.toml` and lead to what it would do."""
    name = form.get("name", "")
    return f"/simulate/{name}?draft={act.policy.hand_in_draft(name)}"


def _tried(
    ask: Ask, params: Params
) -> tuple[NoticeStory, dict[str, str], tuple[DraftLine, ...], Trial | None]:
    name = params.get("name", "")
    story = ask.policy.notice(name)
    if story is None:
        raise no_such_programme(name)
    settings = {
        one.name: params[one.name] for one in _changeable(story) if params.get(one.name, "").strip()
    }
    token = params.get("draft", "")
    draft = ask.policy.draft(name, token) if token else ()
    trial = ask.policy.trial(name, settings, _budget(params), _pro_rata(params), token)
    return story, settings, draft, trial


def _changeable(story: NoticeStory) -> list[ParameterLine]:
    """Numbers that fit in one field of the form: tables of bands come with a draft."""
    return [one for one in story.parameters if not one.by_unit and one.unit != "text"]


def _now(one: ParameterLine) -> Any:
    return next((value.value for value in one.values if value.now), None)


def _pro_rata(params: Params) -> bool:
    return params.get("how", "") == "pro-rata"


def _sorts(trial: Trial | None) -> list[tuple[Bilingual, tuple[Turned, ...], str, bool]]:
    """Who is concerned: the heading, who, the sign before each, whether amounts are shown."""
    if trial is None:
        return []
    sorts = [
        (Bilingual("因此符合", "Would qualify"), trial.gained, "＋", False),
        (Bilingual("因此不符合", "Would no longer qualify"), trial.lost, "－", False),
    ]
    if trial.more or trial.less:
        sorts += [
            (Bilingual("金额增加", "Would get more"), trial.more, "＋", True),
            (Bilingual("金额减少", "Would get less"), trial.less, "－", True),
        ]
    return sorts


def _budget(params: Params) -> float | None:
    typed = params.get("budget", "").strip()
    return read_yuan(typed, "budget") / 100 if typed else None
