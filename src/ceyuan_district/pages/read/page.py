"""Handing in registers and documents: what keeping them would mean, then keep or discard; undo."""

from typing import Any
from urllib.parse import urlencode

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.page import Act, Ask, NoSuchThing, Params, does, shows, workbook
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.period import Period
from ceyuan.model.printed_date import parse_date

#: Documents in the list of imports, and problems of one file shown before the rest is counted.
IMPORTS, PROBLEMS = 40, 60
_LONGEST = 400


@shows
def the_desk(ask: Ask, params: Params) -> dict[str, Any]:
    """The form and what was brought in before; with `?of=` what lies on the tray under that token.

    Raises:
        NoSuchThing: the slip was decided on, or its time ran out.
    """
    token = params.get("of", "")
    handed_in = ask.tray.handed_in(token) if token else None
    if token and handed_in is None:
        raise NoSuchThing(
            Bilingual(
                "这批文件已处理，或超过期限已清除",
                "these files were decided on, or their time ran out",
            ),
            where="/read",
            remedy=Bilingual("重新交一次文件", "hand the files in again"),
        )
    documents, total = ((), 0) if token else ask.received(limit=IMPORTS)
    return {
        "handed_in": handed_in,
        "waiting": () if token else ask.tray.slips(),
        "imports": documents,
        "imports_total": total,
        "problems_shown": PROBLEMS,
        "by": params.get("by", "")[:40],
        "done": {
            name: int(told)
            for name in ("new", "already", "withheld", "refused", "undone")
            if (told := params.get(name, "")).isascii() and told.isdigit() and len(told) < 10
        },
    }


@does
def take_or_decide(act: Act, form: Params) -> str:
    """Take files in, keep or discard what lies on the tray, or undo an import.

    Raises:
        BadInput: nobody says who, a date cannot be read, or there is nothing to decide on.
    """
    said, token = form.get("act", ""), form.get("of", "")
    number = int(form["file"]) if form.get("file", "").isdigit() else None
    if said == "discard":
        act.tray.discard(token, number)
        return "/read"
    by = _who(form)
    if said == "hand_in":
        publisher = form.get("publisher", "").strip()[:_LONGEST]
        token = act.tray.hand_in(by, _published(form.get("published", "")), publisher)
        return f"/read?{urlencode({'of': token, 'by': by})}"
    if said in ("keep", "keep_doubtful"):
        kept = act.tray.keep(token, by, number, accept_doubtful=said == "keep_doubtful")
        told = {"new": kept.new_facts, "already": kept.already, "withheld": kept.withheld}
        return f"/read?{urlencode({**told, 'refused': kept.refused, 'by': by})}"
    if said == "undo":
        fell = act.tray.undo_import(form.get("document", ""), by, _why(form))
        return f"/read?{urlencode({'undone': fell, 'by': by})}"
    raise BadInput(
        Bilingual(f"没有操作 {said[:20]!r}", f"there is no act {said[:20]!r}"),
        where="/read",
        remedy=Bilingual("从本页的按钮提交", "use the buttons of the page"),
    )


@workbook
def with_remarks(ask: Ask, params: Params) -> Workbook | None:
    """The register of `?of=…&file=…` with a remark in every cell concerned."""
    number = params.get("file", "")
    return ask.tray.remarked(params.get("of", ""), int(number)) if number.isdigit() else None


def _who(form: Params) -> str:
    by = form.get("by", "").strip()[:40]
    if not by:
        raise BadInput(
            Bilingual("没有写明经办人", "nobody says who does it"),
            where="/read",
            remedy=Bilingual("返回上一页，填写经办人再提交", "go back, fill in who does it"),
        )
    return by


def _why(form: Params) -> str:
    why = form.get("why", "").strip()[:_LONGEST]
    if not why:
        raise BadInput(
            Bilingual("没有写明撤销的理由", "nobody says why it is undone"),
            where="/read",
            remedy=Bilingual("返回上一页，写明理由再提交", "go back, say why"),
        )
    return why


def _published(said: str) -> Period | None:
    if not said.strip():
        return None
    found = parse_date(said.strip())
    if found is None:
        raise BadInput(
            Bilingual(f"{said[:40]!r} 不是日期", f"{said[:40]!r} is no date"),
            where="published",
            remedy=Bilingual("写成 2024-06-30 或 2024-06", "write 2024-06-30 or 2024-06"),
        )
    return found
