"""What every row of a table shares because of the list it stands in (拟入库科技型中小企业名单)."""

import re

from ceyuan.engines.reading.table.frame import Frame
from ceyuan.engines.reading.table.grid import cell_name
from ceyuan.engines.reading.table.heading import plain
from ceyuan.model.kind import FieldType, Kind
from ceyuan.model.locator import CellAt
from ceyuan.model.table import CellValue, TableCell

_LIST = re.compile(
    r"名单|名录|名册|清单|台账|一览|公示|公告|入库|登记表|汇总|目录|花名册|明细|库|企业表|情况表|信息表|认定"
)
_PROPOSED = re.compile(r"拟|公示|建议名单|推荐")
_REMOVED = re.compile(r"取消|撤销|出库|退出|移出|失效|注销|剔除|退库|终止")
_NOT_YET = re.compile(
    r"申报|培育|后备|候选|储备|申请|意向|不予|未通过|整改|复核未|潜在|拟申报|辅导"
)


def members(frame: Frame) -> tuple[tuple[TableCell, ...], bool]:
    """The truths a table's titles state of every row, and whether the list is only proposed.

    Titles, section and the name of the sheet are looked at, the nearest first; the longest wording
    wins (专精特新“小巨人”企业 is not 专精特新企业). What a column says itself is not stated again. Lists of applicants and of firms to be fostered
    state nothing.
    """
    own = {f.id for c in frame.columns for f in c.fields}
    places = [(row, column, text) for row, column, text in reversed(frame.region.titles)]
    places.append((-1, 0, frame.grid.name))
    found: list[TableCell] = []
    proposed = False
    for row, column, text in places:
        said = plain(text)
        if not _LIST.search(said) or _NOT_YET.search(said):
            continue
        truth = not _REMOVED.search(said)
        for field_id in _truths(frame.kind, said):
            if field_id in own or any(c.field == field_id for c in found):
                continue
            place = CellAt(frame.grid.name, cell_name(row, column) if row >= 0 else "")
            found.append(TableCell(field_id, place, text, (truth,), frame.time.as_of))
        if found:
            proposed = bool(_PROPOSED.search(said))
            break
    return tuple(found), proposed


def shared_choices(frame: Frame) -> tuple[TableCell, ...]:
    """The choices a table's titles make for all rows (市级科技企业孵化器名单: level is municipal)."""
    have = {f.id for c in frame.columns for f in c.fields}
    titles = list(reversed(frame.region.titles))
    found = []
    for one in frame.kind.fields:
        if one.type is not FieldType.CHOICE or one.id in have:
            continue
        for row, column, text in titles:
            said = [
                choice
                for choice, spellings in one.choices.items()
                if any(len(s) > 1 and s in text for s in spellings)
            ]
            if len(said) > 1:
                break
            if said:
                value: tuple[CellValue, ...] = (said[0],)
                place = CellAt(frame.grid.name, cell_name(row, column))
                found.append(TableCell(one.id, place, text, value, note="title"))
                break
    return tuple(found)


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
