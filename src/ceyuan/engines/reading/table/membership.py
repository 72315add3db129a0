"""What every row of a table shares because of the list it stands in (拟入库科技型中小企业名单)."""

import re
from collections.abc import Container

from ceyuan.engines.reading.table.frame import Frame
from ceyuan.engines.reading.table.grid import cell_name
from ceyuan.engines.reading.table.heading import plain
from ceyuan.model.kind import FieldType, Kind
from ceyuan.model.locator import CellAt
from ceyuan.model.table import TableCell

_LIST = re.compile(
    r"名单|名录|名册|清单|台账|一览|公示|公告|入库|登记表|汇总|目录|花名册|明细|库|企业表|情况表|信息表|认定"
)
_PROPOSED = re.compile(r"拟|公示|建议名单|推荐")
_REMOVED = re.compile(r"取消|撤销|出库|退出|移出|失效|注销|剔除|退库|终止")
_NOT_YET = re.compile(
    r"申报|培育|后备|候选|储备|申请|意向|不予|未通过|整改|复核未|潜在|拟申报|辅导"
)


def is_list(text: str) -> bool:
    """Whether a title calls what stands below it a list (名单, 台账, 公示 …)."""
    return _LIST.search(plain(text)) is not None


def members(frame: Frame, listed: bool) -> tuple[tuple[TableCell, ...], bool]:
    """The truths a table's titles state of every row, and whether the list is only proposed.

    Titles, section and the name of the sheet are looked at, the nearest first; the longest wording
    wins (专精特新“小巨人”企业 is not 专精特新企业). What a column says itself is not stated again. Lists
    of applicants and of firms to be fostered state nothing.

    Args:
        frame: the table.
        listed: some title of the sheet or the file says that it is a list.
    """
    places = [(row, column, text) for row, column, text in reversed(frame.region.titles)]
    places.append((-1, 0, frame.grid.name))
    for row, column, text in places:
        if not listed or _NOT_YET.search(plain(text)):
            continue
        name = cell_name(row, column) if row >= 0 else ""
        if found := listed_in(frame, text, name):
            return found, bool(_PROPOSED.search(plain(text)))
    return (), False


def listed_in(frame: Frame, text: str, cell: str) -> tuple[TableCell, ...]:
    """The truths that a title or a section title states of the rows below it."""
    said = plain(text)
    own = {f.id for c in frame.columns for f in c.fields}
    if _NOT_YET.search(said):
        return ()
    truth = _REMOVED.search(said) is None
    place = CellAt(frame.grid.name, cell)
    return tuple(
        TableCell(id, place, text, (truth,), frame.time.as_of)
        for id in _truths(frame.kind, said)
        if id not in own
    )


def implied_choices(
    frame: Frame, text: str, cell: str, have: Container[str]
) -> tuple[TableCell, ...]:
    """The choices a title makes for all rows below it (（一）国家级; 市级孵化器名单).

    A word serves one field, the first that lists it; a field that the title gives two choices of
    (国家级、市级) is not chosen.
    """
    found: list[TableCell] = []
    used: set[str] = set()
    for one in frame.kind.fields:
        if one.type is not FieldType.CHOICE or one.id in have:
            continue
        said: dict[str, str] = {}
        for choice, spellings in one.choices.items():
            words = [s for s in spellings if len(s) > 1 and s in text and s not in used]
            if words:
                said[choice] = max(words, key=len)
        if len(said) == 1:
            ((choice, word),) = said.items()
            used.add(word)
            place = CellAt(frame.grid.name, cell)
            found.append(TableCell(one.id, place, text, (choice,), note="title"))
    return tuple(found)


def shared_choices(frame: Frame) -> tuple[TableCell, ...]:
    """The choices a table's titles make for all rows; the nearest title that makes any decides."""
    have = {f.id for c in frame.columns for f in c.fields}
    for row, column, text in reversed(frame.region.titles):
        cell = cell_name(row, column) if row >= 0 else ""
        if found := implied_choices(frame, text, cell, have):
            return found
    return ()


def _truths(kind: Kind, said: str) -> list[str]:
    """Truth fields whose wording the text contains; where two overlap, the longer."""
    spans: list[tuple[int, int, str]] = []
    for one in kind.fields:
        if one.type is not FieldType.TRUTH:
            continue
        for wording in {plain(w) for w in (one.name, *one.headings)}:
            if len(wording) < 4 or wording.startswith("是否"):
                continue
            at = said.find(wording)
            if at >= 0:
                spans.append((at, at + len(wording), one.id))
    spans.sort(key=lambda s: (s[0] - s[1], s[0]))
    kept: list[tuple[int, int, str]] = []
    for span in spans:
        if all(span[1] <= k[0] or span[0] >= k[1] for k in kept):
            kept.append(span)
    return list(dict.fromkeys(s[2] for s in sorted(kept)))
