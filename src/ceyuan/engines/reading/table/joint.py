"""One cell for several fields: 蔡司（德国）, 扫描电镜 SEM, 张某 023-0000."""

import re
from collections.abc import Sequence

from ceyuan.model.kind import Field, FieldType

_LAST_BRACKET = re.compile(r"^(.*?)\s*[（(]([^（）()]+)[)）]\s*$", re.S)
_SEPARATOR = re.compile(r"\s*[/／;；|、,，]\s*")
_CJK = re.compile(r"[\u3400-\u9fff]")
_CODE = re.compile(r"[0-9A-Za-z]{15,20}")
_PHONE = re.compile(r"(?:\+?\d[\d\-() ]{5,}\d)")
_FOREIGN_TAIL = re.compile(
    r"^(.*[\u3400-\u9fff）)])\s*[\s/／;；|]\s*([^\u3400-\u9fff]*[A-Za-z][^\u3400-\u9fff]*)$", re.S
)


def split_joint(text: str, fields: Sequence[Field], *, foreign: bool = False) -> tuple[str, ...]:
    """The parts of a cell, one for each field; a part nobody printed is empty.

    Args:
        text: the cell as tidy text.
        fields: what the heading names, in order.
        foreign: the second is the first in another language.
    """
    if foreign:
        return _languages(text)
    for number, field in enumerate(fields):
        if field.type is FieldType.CODE and (found := _CODE.search(text)):
            return _around(text, found, number, len(fields))
    lines = text.split("\n")
    if len(lines) == len(fields):
        return tuple(line.strip().strip("（）()") for line in lines)
    if len(fields) == 2 and (found := _LAST_BRACKET.match(text)) and found[1]:
        return (found[1].strip(), found[2].strip())
    pieces = [p for p in _SEPARATOR.split(text.replace("\n", " ")) if p]
    if len(pieces) == len(fields):
        return tuple(pieces)
    for number, field in enumerate(fields):
        if field.personal and (found := _PHONE.search(text)) and number > 0:
            return _around(text, found, number, len(fields))
    return (text, *[""] * (len(fields) - 1))


def _languages(text: str) -> tuple[str, str]:
    lines = [line for line in text.split("\n") if line]
    if len(lines) == 2 and _CJK.search(lines[0]) and not _CJK.search(lines[1]):
        return lines[0], lines[1].strip("（）()")
    joined = " ".join(lines)
    if (found := _FOREIGN_TAIL.match(joined)) and found[1]:
        return found[1].strip(), found[2].strip(" ()（）")
    if (
        (found := _LAST_BRACKET.match(joined))
        and not _CJK.search(found[2])
        and " " in found[2].strip()
    ):
        # several words are a name; one (ICP-MS) is an abbreviation that belongs to the Chinese name
        return found[1].strip(), found[2].strip()
    if not _CJK.search(joined):
        return "", joined
    return joined, ""


def _around(text: str, found: re.Match[str], number: int, count: int) -> tuple[str, ...]:
    rest = (text[: found.start()] + " " + text[found.end() :]).strip(" \n/／;；,，、（）()：:")
    parts = [""] * count
    parts[number] = found[0].strip()
    parts[1 if number == 0 else 0] = " ".join(rest.split())
    return tuple(parts)
