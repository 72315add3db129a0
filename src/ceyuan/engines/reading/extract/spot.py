"""One figure in its sentence, with everything that may name it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.following import after
from ceyuan.engines.reading.extract.naming import (
    Named,
    bare,
    coined,
    name_known,
    name_level,
    name_rate,
)
from ceyuan.engines.reading.extract.phrase import (
    REACHING,
    Phrase,
    before,
    clause_start,
    over_fillers,
)
from ceyuan.engines.reading.extract.vocabulary import Vocabulary, family_of
from ceyuan.model.measure import Measure
from ceyuan.model.printed_quantity import FoundQuantity


class Said(NamedTuple):
    """A figure with its indicator; `start` and `end` are the chunks that show it.

    `base` is the indicator the figure is about before growth, rank or share is taken: what a
    following 增长…%, 居全市第…位 or 占… goes on with.
    """

    named: Named
    measure: Measure
    base: Named
    start: int
    end: int
    qualifiers: tuple[str, ...] = ()


@dataclass(slots=True)
class Memory:
    """What the last figures of the paragraph were about.

    Attributes:
        base: their indicator.
        growth: whether the last of them was its growth.
        level: the last indicator of which an amount was told.
        owner: the things last counted (6个光电子信息项目), which a bare 总投资 then belongs to.
        series: the indicators that shared the last 分别.
        verb: what was done to the last thing of a list (新增A 9家、B 3家).
        recent: the indicators of the amounts told so far.
    """

    base: Named | None = None
    growth: bool = False
    level: Named | None = None
    owner: str = ""
    series: tuple[Named, ...] = ()
    verb: str = ""
    recent: list[Named] = field(default_factory=list)


@dataclass(slots=True)
class Spot:
    """The figure at chunk `i` of a row.

    `unit` is the base unit, `family` what it counts; `low` is the first chunk that may still name it; `even` the evened text the chunks lie in;
    `kind` the kind of thing its clause is about.
    """

    row: list[Chunk]
    i: int
    low: int
    even: str
    memory: Memory
    vocabulary: Vocabulary
    kind: str
    figure: FoundQuantity = field(init=False)
    unit: str = field(init=False)
    family: str = field(init=False)
    _clause: int = field(init=False, default=-1)
    _lead: int = field(init=False, default=-2)

    def __post_init__(self) -> None:
        self.figure = self.row[self.i].load
        self.unit = self.figure.quantity.unit
        self.family = family_of(self.unit)

    @property
    def is_sum(self) -> bool:
        """Whether it measures and does not count."""
        return self.family in _MEASURED

    @property
    def clause(self) -> int:
        """The first chunk of its clause that may name it."""
        if self._clause < 0:
            self._clause = max(self.low, clause_start(self.row, self.i))
        return self._clause

    @property
    def lead(self) -> int:
        """The last chunk before the number that is no filler (达到, 约, 共有 …)."""
        if self._lead < -1:
            self._lead = over_fillers(self.row, self.i - 1, self.low)
        return self._lead

    @property
    def start(self) -> int:
        """Where the number begins, with the 由 or 从 of 从1.36%提高到2.41%."""
        if self.text(self.i + 1) in REACHING:
            for k in range(self.i - 1, max(self.low, self.i - 4) - 1, -1):
                if self.row[k].text in ("由", "从", "自"):
                    return k
                if self.row[k].sort != Sort.PERIOD and self.text(k) not in _AT_FIRST:
                    break
        return self.i

    @property
    def high(self) -> int:
        """Where what may follow it ends: at the end of the clause or at another figure."""
        k = self.i + 1
        while k < len(self.row):
            chunk = self.row[k]
            if chunk.sort == Sort.FIGURE or (chunk.sort == Sort.MARK and chunk.text in CLAUSE_ENDS):
                break
            k += 1
        return k

    def words(self, phrase: Phrase) -> str:
        """The words of a phrase, evened, without quotes and spaces."""
        if not phrase:
            return ""
        return bare(self.even[self.row[phrase.first].start : self.row[phrase.last].end])

    def between(self, first: int, end: int) -> str:
        """The words of the chunks `[first, end)`."""
        if end <= first:
            return ""
        return bare(self.even[self.row[first].start : self.row[end - 1].end])

    def before(self, k: int, low: int | None = None, keep_verb: bool = True) -> Phrase:
        """The naming words that end before chunk `k`."""
        return before(self.row, k, self.low if low is None else low, keep_verb)

    def after(self, k: int, sums: bool = False) -> Phrase:
        """The naming words that begin after chunk `k`."""
        return after(self.row, k, self.high, sums)

    def text(self, k: int) -> str:
        """The words of chunk `k`; empty beyond the row."""
        return self.row[k].text if 0 <= k < len(self.row) else ""

    def known(self, words: str) -> Named | None:
        """The field these words mean for this figure; None where no kind has it."""
        return name_known(words, self.family, self.vocabulary, self.kind) if words else None

    def level(self, words: str) -> Named:
        """The indicator these words name for this figure, coined where no kind has it."""
        return name_level(words, self.family, self.unit, self.vocabulary, self.kind)

    def coined(self, words: str) -> Named:
        """An indicator of our own making."""
        return coined(words, self.family, self.unit)

    def rate(self, words: str) -> Named:
        """The indicator these words name, whatever its unit."""
        return name_rate(words, self.vocabulary, self.kind)

    def says(
        self,
        named: Named,
        start: int,
        end: int = -1,
        measure: Measure = Measure.LEVEL,
        base: Named | None = None,
        qualifiers: tuple[str, ...] = (),
    ) -> Said:
        """The figure with its indicator."""
        last = max(end, self.i)
        return Said(named, measure, base or named, min(max(start, 0), self.i), last, qualifiers)


_AT_FIRST = frozenset("的 最初 起初 原来 原先 当初 初期".split())
_MEASURED = frozenset(
    ("time", "duration", "money", "area", "weight", "energy", "rate", "volume", "length")
)


def plain(indicator: str) -> str:
    """An indicator without what is in brackets: 科技型企业数(累计) is 科技型企业数."""
    return indicator.split("(")[0]
