"""What a reader is shown of a document."""

from collections import Counter

from ceyuan.authoring.reader import Line, Look
from ceyuan.engines.reading.scan import Scan
from ceyuan.model.edit import EditLog


def look_at(scan: Scan, log: EditLog, name: str) -> Look:
    """The repaired text by lines, the sheets, what the file says of itself, the damage counted."""
    text = log.clean
    return Look(
        name=name,
        media=scan.media,
        text=text,
        lines=lines_of(text),
        sheets=scan.sheets,
        printed=dict(scan.printed),
        damage=damage_in(log),
    )


def lines_of(text: str) -> tuple[Line, ...]:
    """Every line with its place; empty lines too."""
    lines, start = [], 0
    for words in text.split("\n"):
        lines.append(Line(start, start + len(words), words))
        start += len(words) + 1
    return tuple(lines)


def damage_in(log: EditLog) -> dict[str, int]:
    """How many repairs there were of each kind."""
    counted: Counter[str] = Counter()
    for edit in log.changes:
        counted.update(edit.why.split("+"))
    return dict(sorted(counted.items()))
