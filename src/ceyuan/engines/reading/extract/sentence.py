"""One sentence with figures: what each of them says."""

from collections.abc import Iterator

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.level import owner_of, read_level
from ceyuan.engines.reading.extract.percent import read_percent
from ceyuan.engines.reading.extract.points import points_in_turn, read_points
from ceyuan.engines.reading.extract.proportion import proportions
from ceyuan.engines.reading.extract.rank import read_rank
from ceyuan.engines.reading.extract.series import run_of, series
from ceyuan.engines.reading.extract.spot import Memory, Said, Spot
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.measure import Measure


def figures_of(
    row: list[Chunk], even: str, memory: Memory, vocabulary: Vocabulary, kinds: list[str]
) -> Iterator[tuple[int, Said]]:
    """Each figure's chunk with what it says; figures nobody can name are left out.

    `kinds` gives, per chunk, the kind of thing its clause is about.
    """
    i = low = 0
    while i < len(row):
        chunk = row[i]
        if chunk.sort != Sort.FIGURE:
            if chunk.sort == Sort.MARK and chunk.text in CLAUSE_ENDS:
                low = i + 1
            i += 1
            continue
        spot = Spot(row, i, low, even, memory, vocabulary, kinds[i])
        together, last = _together(spot)
        if together:
            yield from together
            i = low = last + 1
            continue
        said = _one(spot)
        if said is not None:
            _remember(memory, said)
            yield i, said
            low = max(said.end, i)
        else:
            low = i
        i += 1
        low += 1


def _together(spot: Spot) -> tuple[list[tuple[int, Said]], int]:
    """Figures that are told together: a proportion, 分别, 高于全国、全省; and the last of them."""
    if spot.figure.number_form == "ratio":
        return proportions(spot)
    run = run_of(spot.row, spot.i)
    if len(run) < 2 or spot.figure.number_form == "ordinal":
        return [], spot.i
    if spot.row[run[-1]].load.quantity.unit == "百分点":
        return list(points_in_turn(spot, run)), run[-1]
    return list(series(spot, run)), run[-1]


def _one(spot: Spot) -> Said | None:
    figure, unit = spot.figure, spot.unit
    if unit == "位":
        return read_rank(spot)
    if unit == "百分点":
        return read_points(spot)
    if unit in ("%", "‰", "倍") or figure.number_form == "fraction":
        return read_percent(spot)
    return read_level(spot)


def _remember(memory: Memory, said: Said) -> None:
    if said.named.family == "rank":
        memory.base = said.named if said.base.family == "rank" else said.base
        return
    memory.base = said.base
    if said.measure is Measure.CHANGE and said.named is not said.base:
        return
    memory.growth = said.measure is Measure.GROWTH
    memory.series = ()
    if said.measure is Measure.LEVEL and not said.named.rate:
        memory.level = said.named
        memory.recent.append(said.named)
        counted = said.named.family in ("organisation", "item")
        memory.owner = owner_of(said.named) if counted else memory.owner
