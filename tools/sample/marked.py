"""A marked text: what a document says, with the facts it states marked in it.

A mark is `[[property;period;measure;value;unit|passage]]`. After the unit may follow `@subject`
(otherwise the district) and `;!P01` (a planted disagreement) or `;!P03=803000000` (the damaged
print states another value than the text meant).
"""

import re
from dataclasses import dataclass

HOME = "云岫区"
_MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]")
_AIMS = ("力争", "年度目标", "预期目标", "到2025年", "下半年将", "计划再", "推动规上")


@dataclass(frozen=True)
class Stated:
    """One fact a document states; `passage` as in the undamaged text."""

    property: str
    subject: str
    period: str
    measure: str
    value: str
    unit: str
    standing: str
    passage: str
    planted: str = ""
    misprinted: str = ""


def plain(marked: str) -> str:
    """The text without its marks."""
    return _MARK.sub(lambda m: m[2], marked)


def stated_in(marked: str, aims_after: str = "") -> list[Stated]:
    """The facts marked in a text; those after the line `aims_after` are targets."""
    turn = marked.find(aims_after) if aims_after else -1
    found = []
    for line in re.finditer(r"[^\n]+", marked):
        for mark in _MARK.finditer(line[0]):
            body, planted = mark[1], ""
            if ";!" in body:
                body, planted = body.split(";!")
            head, _, subject = body.partition("@")
            name, period, measure, value, unit = head.split(";")
            aim = any(word in line[0] for word in _AIMS) or 0 <= turn < line.start()
            near = plain(line[0][max(0, mark.start() - 40) : mark.start()])
            found.append(
                Stated(
                    property=name,
                    subject=subject or HOME,
                    period=period,
                    measure=measure,
                    value=value,
                    unit=unit,
                    standing="target" if aim else "expected" if "预计" in near else "reported",
                    passage=mark[2],
                    planted=planted.partition("=")[0],
                    misprinted=planted.partition("=")[2],
                )
            )
    return found
