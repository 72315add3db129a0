"""What reading one cell gave: values, and what a person should know about them."""

import re
from dataclasses import dataclass

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.table import CellValue, Weight

_EMPTY = re.compile(
    r"[-—–－_~·.。*/\\／＼、…]{1,10}|无|暂无|没有|空|空白|不详|未填|未填写|未知|待补|待补充|待填|暂缺|缺|"
    r"n/?a|null|none|nil|nan|tbd|#n/a|\?+|？+",
    re.I,
)
#: What a spreadsheet shows where a formula failed.
_ERROR = re.compile(r"#(?:REF|VALUE|DIV/0|NAME|NUM|NULL|SPILL|CALC|GETTING_DATA)[!?]?|#{3,}", re.I)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a cell that a person should know; the caller adds the place."""

    code: str
    weight: Weight
    what: Bilingual
    remedy: Bilingual


@dataclass(frozen=True, slots=True)
class Outcome:
    """The values of a cell. `original` is its print where an amount was left as it is."""

    values: tuple[CellValue, ...] = ()
    findings: tuple[Finding, ...] = ()
    original: str = ""
    note: str = ""


NOTHING = Outcome()


def says_nothing(text: str) -> bool:
    """Whether a cell is empty or holds a mark for empty (-, —, /, 无, N/A …)."""
    return not text or _EMPTY.fullmatch(text) is not None


def formula_error(text: str) -> Finding | None:
    """The finding for a cell that shows a spreadsheet error (#REF!, #####); None otherwise."""
    if not text.startswith("#") or not _ERROR.fullmatch(text):
        return None
    return unreadable(
        "formula_error",
        Bilingual(f"单元格显示公式错误 {text}", f"the cell shows the formula error {text}"),
        Bilingual("在原表修复公式，或直接填写数值", "mend the formula or type the value"),
    )


def unreadable(code: str, what: Bilingual, remedy: Bilingual) -> Finding:
    """A finding that leaves the value empty."""
    return Finding(code, Weight.UNREADABLE, what, remedy)


def doubtful(code: str, what: Bilingual, remedy: Bilingual) -> Finding:
    """A finding about a value that was read and should be asked about."""
    return Finding(code, Weight.DOUBTFUL, what, remedy)


def note(code: str, what: Bilingual, remedy: Bilingual) -> Finding:
    """A finding that asks for nothing."""
    return Finding(code, Weight.NOTE, what, remedy)
