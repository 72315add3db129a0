"""Figures told of several at once: 甲区、乙区分别为136.8亿元和98.2亿元."""

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.phrase import clause_start
from ceyuan.engines.reading.extract.series import RESPECTIVELY, run_of

_WHO = frozenset((Sort.PLACE, Sort.NAME))


def sharers(row: list[Chunk]) -> dict[int, Chunk]:
    """Whom each figure of a sentence is about, where several share the figures in turn.

    Keys are the places of the figures in the row. A later 分别 that names nobody goes on about
    those named last.
    """
    shared: dict[int, Chunk] = {}
    if RESPECTIVELY.isdisjoint([c.text for c in row]):
        return shared
    named: list[Chunk] = []
    i = 0
    while i < len(row):
        if row[i].sort != Sort.FIGURE:
            i += 1
            continue
        run = run_of(row, i)
        start = clause_start(row, i)
        clause = row[start:i]
        in_turn = any(c.sort == Sort.WORD and c.text in RESPECTIVELY for c in clause)
        if len(run) > 1 and in_turn:
            several = listed(row, start, i)
            named = several or named
            if len(named) == len(run):
                shared.update(zip(run, named, strict=True))
        i = run[-1] + 1
    return shared


def listed(row: list[Chunk], start: int, end: int) -> list[Chunk]:
    """The places or names of a list in `row[start:end)`; empty where there are not several."""
    several = [c for c in row[start:end] if c.sort in _WHO]
    parted = any(c.sort == Sort.MARK and c.text == "、" for c in row[start:end]) or any(
        c.text in ("和", "与", "及") for c in row[start:end]
    )
    cut = any(c.sort == Sort.MARK and c.text in CLAUSE_ENDS for c in row[start:end])
    return several if len(several) > 1 and parted and not cut else []
