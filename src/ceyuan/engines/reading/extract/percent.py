"""What a percent, a fraction or a multiple says: growth, a share, or the level of a rate."""

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Sort
from ceyuan.engines.reading.extract.growth import growth, growth_after, multiple
from ceyuan.engines.reading.extract.lexicon import RATE_ENDINGS
from ceyuan.engines.reading.extract.naming import Named
from ceyuan.engines.reading.extract.phrase import Phrase
from ceyuan.engines.reading.extract.share import part_of, share
from ceyuan.engines.reading.extract.spot import Said, Spot
from ceyuan.model.measure import Measure


def read_percent(spot: Spot) -> Said | None:
    """The figure with its indicator; None where nothing says what it is of."""
    said = growth(spot) or share(spot) or multiple(spot)
    if said is not None:
        return said
    following = spot.after(spot.i)
    if grown := growth_after(spot, following):
        return grown
    if following:
        head = spot.words(spot.before(spot.i))
        if not head or not (head.endswith(tuple(RATE_ENDINGS)) or spot.rate(head).rate):
            return part_of(spot, following)
    return _rate(spot)


def _rate(spot: Spot) -> Said | None:
    """A rate by its name: 城镇化率86.3%; of an indicator that is no rate it is growth."""
    phrase = spot.before(spot.start)
    words = spot.words(phrase)
    base = spot.memory.base
    if not words or words in ("完成", "达到", "提高"):
        if base is not None and base.rate and not spot.memory.growth:
            return spot.says(base, spot.i, spot.i, base.measure)
        return None
    if spot.text(spot.i - 1) == "有" or (
        spot.i + 1 < len(spot.row) and spot.text(spot.i + 1) in ("没有", "未", "尚未")
    ):
        return _some_of(spot, words)
    if words.endswith("贡献率"):
        return _contribution(spot, phrase)
    named = spot.rate(words)
    if not named.rate and words.endswith(tuple(RATE_ENDINGS)):
        named = Named(named.indicator, named.property, named.core, "ratio", rate=True)
    if named.known and not named.rate:
        return spot.says(named, phrase.first, spot.i, Measure.GROWTH)
    if not named.rate:
        named = Named(words, words, words, "ratio", rate=True)
    return spot.says(named, phrase.first, spot.i, named.measure)


def _some_of(spot: Spot, words: str) -> Said | None:
    """规上工业企业仍有33.7%没有研发活动: a share of those by what they do."""
    end = spot.high
    done = spot.between(spot.i + 1, end).removeprefix("的").removeprefix(words)
    if not 1 < len(done) < _LONG:
        return None
    whole = words.removesuffix("仍").removesuffix("中")
    name = f"{done}的{whole}占比"
    named = Named(name, name, f"{done}的{whole}", "ratio", rate=True)
    return spot.says(named, spot.before(spot.start).first, end - 1, Measure.SHARE)


_LONG = 14


def _contribution(spot: Spot, phrase: Phrase) -> Said:
    """X对Y(的)贡献率 as one name."""
    start, words = phrase.first, spot.words(phrase)
    k = phrase.first
    while k > spot.low and not (
        spot.row[k - 1].sort == Sort.MARK and spot.row[k - 1].text in CLAUSE_ENDS
    ):
        k -= 1
        if spot.text(k) == "对":
            head = spot.before(k)
            start = head.first if head else k
            words = spot.between(start, phrase.last + 1).replace("的贡献率", "贡献率")
            break
    known = spot.rate(words)
    named = known if known.known else Named(words, words, words, "ratio", rate=True)
    return spot.says(named, start, spot.i, Measure.SHARE)
