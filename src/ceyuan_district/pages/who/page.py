"""Records that may be one thing: the evidence side by side, an answer in one click, undone in one."""

from typing import Any
from urllib.parse import urlencode

from ceyuan.authoring.doubt import Doubt
from ceyuan.authoring.page import Act, Ask, Params, does, offset_in, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.decision import Judgement
from ceyuan.model.errors import BadInput

PAIRS = 20
ANSWERS = 30


@shows
def pairs_to_be_judged(ask: Ask, params: Params) -> dict[str, Any]:
    """The questions that wait, then the newest answers.

    Raises:
        BadInput: `offset` is no number.
    """
    waiting, answered = ask.doubts(), ask.answered()
    offset = offset_in(params)
    return {
        "doubts": waiting[offset : offset + PAIRS],
        "waiting": len(waiting),
        "offset": offset,
        "limit": PAIRS,
        "answers": answered[:ANSWERS],
        "answered": len(answered),
        "by": params.get("by", "")[:40],
        "listed": [_line(doubt) for doubt in waiting],
    }


@does
def answer(act: Act, form: Params) -> str:
    """Keep or take back an answer, or look for doubles; then back to the list.

    Raises:
        BadInput: nobody says who decides, or the answer cannot stand.
    """
    if form.get("act") == "seek":
        act.seek_doubles()
        return "/who"
    by = form.get("by", "").strip()[:40]
    if not by:
        raise BadInput(
            Bilingual("没有写明判断人", "nobody says who decides"),
            where="/who",
            remedy=Bilingual("返回上一页，填写判断人再提交", "go back, fill in who decides"),
        )
    one, other = form.get("one", ""), form.get("other", "")
    said, why = form.get("act", ""), form.get("why", "").strip()[:400]
    if said == "undo":
        act.undo(one, other, by, why)
    elif said in (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE):
        act.decide(one, other, Judgement(said), by, why)
    else:
        raise BadInput(
            Bilingual(f"没有判断 {said!r}", f"there is no answer {said!r}"),
            where="/who",
            remedy=Bilingual("从本页的按钮提交", "use the buttons of the page"),
        )
    # The name stays filled in for the next answer.
    return f"/who?{urlencode({'by': by})}"


def _line(doubt: Doubt) -> dict[str, Any]:
    """A pair as one line of the table that can be taken away."""
    return {
        "one": doubt.one.id,
        "one_name": doubt.one.name,
        "other": doubt.other.id,
        "other_name": doubt.other.name,
        "judgement": doubt.decision.judgement.value,
        "score": doubt.decision.score,
        "why": doubt.decision.why,
    }
