"""Yes and no in all their spellings: 是, √, ☑, Y, 有, 已; □是 ☑否. A blank is unknown, never no."""

import re
import unicodedata
from typing import Any

from ceyuan.engines.reading.table.cells.outcome import NOTHING, Outcome, unreadable
from ceyuan.model.bilingual import Bilingual

_YES = frozenset(
    "是 √ ✓ ✔ ☑ ■ ● ✅ y yes true t 有 已 对 1 1.0 真 符合 具备 通过 已认定 已开放 已共享 开放 共享 是的 已入库 已取得 已有 已建 已上市 v 在库 有效".split()
)
_NO = frozenset(
    "否 × ✗ ✘ x □ ☐ ○ ❌ n no false f 无 未 不 0 0.0 假 不是 没有 不符合 不具备 未通过 未认定 未开放 未共享 不开放 不共享 未入库 未取得 未有 未建 未上市 非 已失效 否的 没 暂无".split()
)
_TICKED = "√✓✔☑☒■●✅☒◉vVＶ"
_BLANK_BOX = "□☐○◯"
_OPTION = re.compile(r"(是|否|有|无|yes|no)", re.I)


def read_truth(raw: Any, text: str) -> Outcome:
    """Whether the cell says yes; no value where it says neither."""
    if isinstance(raw, bool):
        return Outcome((raw,))
    plain = unicodedata.normalize("NFKC", text).lower().replace(" ", "").strip("。.,;()")
    if not plain or re.fullmatch(r"[-—–/\\]+|n/?a|不详|未知|不适用", plain):
        return NOTHING
    if plain in _YES:
        return Outcome((True,))
    if plain in _NO:
        return Outcome((False,))
    ticked = _ticked_option(text)
    if ticked is not None:
        return Outcome((ticked,))
    head = re.match(r"(是|否)[(,，、:;]", plain)
    if head:
        return Outcome((head[1] == "是",), note=text)
    return Outcome(
        (),
        (
            unreadable(
                "neither_yes_nor_no",
                Bilingual(f"“{text}”既不是“是”也不是“否”", f"{text!r} is neither yes nor no"),
                Bilingual("填“是”或“否”", "write 是 or 否"),
            ),
        ),
        text,
    )


def _ticked_option(text: str) -> bool | None:
    """The option that is ticked in `☑是 □否`, `是√ 否□`, `是(√) 否( )`; None where that is not clear."""
    plain = re.sub(r"[\s()（）\[\]【】:：]", "", text)
    options = list(_OPTION.finditer(plain))
    words = {m[1].lower() for m in options}
    if len(options) != 2 or words not in ({"是", "否"}, {"有", "无"}, {"yes", "no"}):
        return None
    first, second = options
    before, between, after = (
        plain[: first.start()],
        plain[first.end() : second.start()],
        plain[second.end() :],
    )
    rest = before + between + after
    if any(c not in _TICKED + _BLANK_BOX for c in rest):
        return None
    marks_lead = bool(before)
    first_mark = before if marks_lead else between
    second_mark = between if marks_lead else after
    first_ticked = any(c in _TICKED for c in first_mark)
    second_ticked = any(c in _TICKED for c in second_mark)
    if first_ticked == second_ticked:
        return None
    yes_is_first = first[1].lower() in {"是", "有", "yes"}
    return first_ticked if yes_is_first else second_ticked
