"""Traditional characters into simplified ones, and Taiwan's terms into the mainland's."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import simplified_only, simplifier, traditional_only

#: Share of a text's telling characters from which the whole text counts as traditional.
_MOSTLY = 0.5
_LINE = re.compile(r"[^\n]+")


def script(text: str) -> Iterator[Change]:
    """Every traditional passage in simplified characters; terms by the list of Taiwan's terms.

    Decided line by line: a simplified line keeps 著作, 乾隆 and 瞭望, and of a stray traditional
    character in it only that character changes. Lines of a traditional text change throughout.
    """
    if not _traditional().search(text):
        return
    whole = is_traditional(text)
    for line in _LINE.finditer(text):
        printed = line[0]
        if not _traditional().search(printed):
            continue
        if whole or is_traditional(printed):
            yield from _in_simplified(printed, line.start())
        else:
            for found in _traditional().finditer(printed):
                now = simplifier().convert(found[0])
                if len(now) == 1:
                    at = line.start() + found.start()
                    yield Change(at, at + 1, now, "script")


def is_traditional(text: str) -> bool:
    """Whether the characters that tell the scripts apart are mostly traditional."""
    traditional = len(_traditional().findall(text))
    return traditional > 0 and traditional >= _MOSTLY * (
        traditional + len(_simplified().findall(text))
    )


def _in_simplified(printed: str, offset: int) -> Iterator[Change]:
    terms = _terms()
    upto = 0
    for found in _any_term().finditer(printed):
        yield from _characters(printed, upto, found.start(), offset)
        yield Change(offset + found.start(), offset + found.end(), terms[found[0]], "script")
        upto = found.end()
    yield from _characters(printed, upto, len(printed), offset)


def _characters(printed: str, start: int, end: int, offset: int) -> Iterator[Change]:
    was = printed[start:end]
    now = simplifier().convert(was)
    if len(now) != len(was):  # a profile of single characters never does this; be safe
        now = "".join(c if len(s := simplifier().convert(c)) != 1 else s for c in was)
    at = 0
    while at < len(was):
        if was[at] == now[at]:
            at += 1
            continue
        upto = at
        while upto < len(was) and was[upto] != now[upto]:
            upto += 1
        yield Change(offset + start + at, offset + start + upto, now[at:upto], "script")
        at = upto


@cache
def _terms() -> dict[str, str]:
    content = files(__package__).joinpath("taiwan_terms.toml").read_text("utf-8")
    return {str(k): str(v) for k, v in tomllib.loads(content)["terms"].items()}


@cache
def _any_term() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _terms()), key=len, reverse=True)))


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(traditional_only()))}]")


@cache
def _simplified() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(simplified_only()))}]")
