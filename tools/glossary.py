"""Writes the generated part of docs/glossary.md: every identifier with its official Chinese term.

.venv/bin/python tools/glossary.py          write it
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.sorts import all_sorts
from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.model.fact import Fate
from ceyuan.model.hedge import Hedge
from ceyuan.model.measure import Measure
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.surfaces.cockpit.term import term_of

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.md"
BEGIN, END = "<!-- generated: tools/glossary.py -->", "<!-- end of generated part -->"

_ENUMERATIONS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("Standing 性质", Standing),
    ("Measure 口径", Measure),
    ("Section 位置", Section),
    ("Hedge 确定程度", Hedge),
    ("Fate 现状", Fate),
)


def generated() -> str:
    """The generated part, its markers included."""
    catalogue = load_catalogue()
    parts = [BEGIN]
    for title, enumeration in _ENUMERATIONS:
        rows = ((member.value, *_both(member)) for member in enumeration)
        parts += [f"### {title}", *_table(("identifier", "中文", "English"), rows)]
    sorts = ((s.name, s.term.zh, s.term.en, f"`{s.place}/`") for s in all_sorts().values())
    parts += [
        "### Sorts of folders 文件夹种类",
        *_table(("identifier", "中文", "English", "folder"), sorts),
    ]
    kinds = ((k.name, k.title, k.english) for k in catalogue.kinds.values())
    parts += ["### Kinds 类别", *_table(("identifier", "中文", "English"), kinds)]
    for kind in catalogue.kinds.values():
        fields = ((f.id, f.name, f.english, f.unit) for f in kind.fields)
        parts += [
            f"### {kind.title} `{kind.name}`",
            *_table(("identifier", "中文", "English", "unit"), fields),
        ]
    return "\n".join([*parts, END])


def written() -> str:
    """The generated part as it stands in the file."""
    text = GLOSSARY.read_text("utf-8")
    return text[text.index(BEGIN) : text.index(END) + len(END)]


def _both(member: StrEnum) -> tuple[str, str]:
    term = term_of(member)
    if not isinstance(term, Bilingual):
        return str(term), member.value
    return in_language(term, "zh") or "（确数）", in_language(term, "en") or member.value


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(heads)
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for first, *others in rows:
        yield f"| {' | '.join((f'`{first}`', *(cell.replace('|', '/') for cell in others)))} |"
    yield ""


if __name__ == "__main__":
    text = GLOSSARY.read_text("utf-8")
    GLOSSARY.write_text(text.replace(written(), generated()), "utf-8")
