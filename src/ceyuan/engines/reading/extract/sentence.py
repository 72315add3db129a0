"""One sentence with figures: what each of them says."""

from collections.abc import Iterator
from dataclasses import replace

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.level import owner_of, read_level, stop_after
from ceyuan.engines.reading.extract.naming import even, name_level, name_rate
from ceyuan.engines.reading.extract.phrase import Phrase, before, text_of
from ceyuan.engines.reading.extract.rank import read_rank
from ceyuan.engines.reading.extract.ratio import Memory, Said, read_percent, read_points
from ceyuan.engines.reading.extract.series import lend_tail, run_of, said_respectively, split_items
from ceyuan.engines.reading.extract.vocabulary import Vocabulary, family_of
from ceyuan.model.measure import Measure

_SECTORS = ("第一产业占比", "第二产业占比", "第三产业占比")
_GROWTHS = ("增速", "增幅", "增长率", "涨幅")


def figures_of(
    row: list[Chunk], even_text: str, memory: Memory, vocabulary: Vocabulary, kinds: list[str]
) -> Iterator[tuple[int, Said]]:
    """Each figure's chunk index with what it says; figures nobody can name are left out.

    `kinds` gives, per chunk, the kind of thing its clause is about.
    """
    i, low = 0, 0
    while i < len(row):
        chunk = row[i]
        if chunk.sort is not Sort.FIGURE:
            if chunk.sort is Sort.MARK and chunk.text in CLAUSE_ENDS:
                low = i + 1
            i += 1
            continue
        figure = chunk.load
        if figure.number_form == "ratio":
            said_of_parts, i = _proportions(row, i, low, even_text, vocabulary)
            yield from said_of_parts
            i = low = i + 1
            continue
        run = run_of(row, i)
        if len(run) > 1 and figure.number_form != "ordinal":
            series = list(_series(row, run, low, even_text, memory, vocabulary, kinds[i]))
            if series:
                yield from series
                i = low = run[-1] + 1
                continue
        said = _one(row, i, low, even_text, memory, vocabulary, kinds[i])
        if said is not None:
            _remember(memory, said, row, i)
            yield i, said
            low = max(said.end, i) + 1
        else:
            low = i + 1
        i += 1


def _one(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    figure = row[i].load
    unit = figure.quantity.unit
    if unit == "位" and (
        figure.number_form == "ordinal" or family_of(figure.printed_unit or "位次") == "rank"
    ):
        return read_rank(row, i, low, even_text, memory, vocabulary, kind)
    if unit == "百分点":
        return read_points(row, i, low, even_text, memory, vocabulary, kind)
    if unit in ("%", "‰", "倍") or figure.number_form == "fraction":
        return read_percent(row, i, low, even_text, memory, vocabulary, kind)
    return read_level(row, i, low, stop_after(row, i), even_text, memory, vocabulary, kind)


def _remember(memory: Memory, said: Said, row: list[Chunk], i: int) -> None:
    if said.named.family == "rank" or (
        said.measure is Measure.CHANGE and said.named is not said.base
    ):
        memory.base = said.base
        return
    memory.base = said.base
    memory.growth = said.measure is Measure.GROWTH
    memory.series = ()
    if said.measure is Measure.LEVEL and not said.named.rate:
        memory.level = said.named
        memory.owner = (
            owner_of(said.named.core) if said.named.family in ("organisation", "item") else ""
        )


def _series(
    row: list[Chunk],
    run: list[int],
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Iterator[tuple[int, Said]]:
    """A、B、C分别为x、y和z; 增速依次为x、y和z."""
    first = run[0]
    start = low
    while start > 0 and not (
        row[start - 1].sort is Sort.MARK and row[start - 1].text in CLAUSE_ENDS
    ):
        start -= 1
    start = max(start, low)
    together = said_respectively(row, start, first)
    unit = row[first].load.quantity.unit
    family = family_of(unit)
    percent = unit in ("%", "‰")
    head = before(row, first, start, True)
    words = even(text_of(head, row, even_text)) if head else ""
    growing = percent and _grows(row, start, first)
    if words in _GROWTHS or (growing and not words):
        names = memory.series
        if len(names) == len(run):
            for at, named in zip(run, names, strict=True):
                yield (
                    at,
                    Said(named, Measure.GROWTH, named, first if at == first else run[0], run[-1]),
                )
            memory.growth = True
        return
    if not together and not head:
        return
    end = head.last + 1 if head else first
    items = split_items(row, start, end)[-len(run) :]
    if len(items) < len(run):
        return
    printed = [_item(row, a, b, start, even_text) for a, b in items]
    if not all(printed):
        return
    printed = lend_tail(printed)
    names_list = []
    for name in printed:
        if percent:
            bare = name
            for growth in _GROWTHS:
                if bare.endswith(growth):
                    growing, bare = True, bare.removesuffix(growth).removesuffix("的")
            named = name_rate(bare, vocabulary, kind)
            if named.rate and not growing:
                named = replace(named, rate=True)
        else:
            named = name_level(name, family, unit, vocabulary, kind)
        names_list.append(named)
    names = tuple(names_list)
    for at, named in zip(run, names, strict=True):
        if percent and growing:
            measure = Measure.GROWTH
        elif percent:
            rate_name = named.indicator
            share = rate_name.endswith(("贡献率", "占比", "比重", "比例"))
            measure = Measure.SHARE if share else named.measure
            if not named.rate and not share:
                measure = Measure.GROWTH if named.known else Measure.SHARE
        else:
            measure = named.measure
        yield at, Said(named, measure, named, items[0][0], run[-1])
    memory.series = names
    memory.base = names[-1]
    memory.growth = growing
    if not percent:
        memory.level = names[-1]


def _item(row: list[Chunk], first: int, end: int, low: int, even_text: str) -> str:
    """The words of one listed thing; X对Y的贡献率 and X占Y比重 stay whole."""
    if any(c.text in ("对", "占") for c in row[first:end]):
        while first < end and (
            row[first].sort in (Sort.PERIOD, Sort.WHOLE, Sort.PLACE, Sort.NAME)
            or (row[first].sort is Sort.WORD and row[first].tag in ("d", "ad", "c"))
        ):
            first += 1
        return even(even_text[row[first].start : row[end - 1].end]) if first < end else ""
    return even(text_of(_trimmed(row, first, end, low), row, even_text))


def _trimmed(row: list[Chunk], first: int, end: int, low: int) -> Phrase:
    phrase = before(row, end, max(first, low), True)
    return phrase if phrase else Phrase(first, end - 1)


def _grows(row: list[Chunk], low: int, end: int) -> bool:
    return any(
        c.sort is Sort.WORD and c.text in ("增长", "增速", "增幅", "增长率", "下降", "上涨", "提高")
        for c in row[low:end]
    )


def _proportions(
    row: list[Chunk], i: int, low: int, even_text: str, vocabulary: Vocabulary
) -> tuple[list[tuple[int, Said]], int]:
    """三次产业结构为a:b:c: each part is a sector's share; and the index of the last part."""
    parts = [i]
    while (
        parts[-1] + 2 < len(row)
        and row[parts[-1] + 1].sort is Sort.MARK
        and row[parts[-1] + 2].sort is Sort.FIGURE
        and row[parts[-1] + 2].load.number_form == "ratio"
    ):
        parts.append(parts[-1] + 2)
    context = even_text[max(row[0].start, row[i].start - 40) : row[i].start]
    if len(parts) != len(_SECTORS) or "产业" not in context:
        return [], parts[-1]
    end = parts[-1]
    following = "".join(c.text for c in row[end + 1 : end + 3])
    changed = following.startswith(_BECOMING)
    said = []
    for at, name in zip(parts, _SECTORS, strict=True):
        named = name_rate(name, vocabulary)
        marks = ("formerly",) if changed else ("finally",)
        said.append((at, Said(named, Measure.SHARE, named, i, end, marks)))
    return said, end


_BECOMING = (
    "调整为",
    "优化为",
    "变为",
    "调整到",
    "优化至",
    "演变为",
    "转变为",
    "优化调整",
    "调整至",
    "发展为",
    "变化为",
    "改善为",
)
