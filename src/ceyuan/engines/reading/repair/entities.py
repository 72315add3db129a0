"""What is left of a web page's character entities after somebody copied its source."""

import html
import re
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change

_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
#: `R&amp;D` whose ampersand was eaten on the way: `Ramp;D`.
_EATEN = re.compile(r"(?<=[A-Z])amp;(?=[A-Z])")


def entities(text: str) -> Iterator[Change]:
    """`&nbsp;` becomes a space, `&amp;` an ampersand, `Ramp;D` R&D; unknown names stay."""
    if "&" not in text and "amp;" not in text:
        return
    found = [*_ENTITY.finditer(text), *_EATEN.finditer(text)]
    for entity in sorted(found, key=lambda m: m.start()):
        if entity[0] == "amp;":
            yield Change(entity.start(), entity.end(), "&", "entity")
            continue
        meant = html.unescape(entity[0])
        if meant != entity[0] and len(meant) == 1:
            meant = " " if meant.isspace() else meant
            yield Change(entity.start(), entity.end(), meant, "entity")
