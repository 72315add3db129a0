"""What a percent, a point of percent or a multiple says: growth, a difference, a share, a rate."""

from dataclasses import dataclass

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.lexicon import (
    ABOVE,
    COMPARED,
    GROWTH_NOUNS,
    GROWTH_WORDS,
    PULL,
    RATE_ENDINGS,
    SHARE_NOUNS,
)
from ceyuan.engines.reading.extract.naming import Named, even, name_rate
from ceyuan.engines.reading.extract.phrase import (
    NOTHING,
    Phrase,
    after,
    before,
    clause_start,
    text_of,
)
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.measure import Measure


@dataclass(frozen=True, slots=True)
class Said:
    """A figure with its indicator: `start` is the first chunk of the words that show it.

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

    `base` is their indicator, `growth` whether the last of them was its growth, `owner` the
    things last counted (6个光电子信息项目), which a bare 总投资 then belongs to; `verb` what was
    done to the last thing of a list (新增A 9家、B 3家).
    """

    base: Named | None = None
    growth: bool = False
    owner: str = ""
    series: tuple[Named, ...] = ()
    level: Named | None = None
    verb: str = ""


def read_percent(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    """A percent or a multiple; None where nothing says what of."""
    cue = _cue(row, i, low)
    if cue >= 0:
        word = row[cue].text
        if word in GROWTH_WORDS or word in GROWTH_NOUNS:
            return _growth(row, i, cue, low, even_text, memory, vocabulary, kind)
    share = _share(row, i, low, even_text, memory, vocabulary, kind)
    if share is not None:
        return share
    following = after(row, i, _stop(row, i))
    if following:
        words = even(text_of(following, row, even_text))
        if words in ("增长", "增速", "增幅") or words.endswith(("增长", "增速", "增幅", "增长率")):
            return _growth_of(
                row,
                i,
                before(row, i, low, False),
                following.last,
                even_text,
                memory,
                vocabulary,
                kind,
            )
        head = before(row, i, low, True)
        if not head or not _is_rate(text_of(head, row, even_text), vocabulary):
            return _part_of(row, i, low, following, even_text)
    k = i + 1
    if k < len(row) and row[k].text in ("的", "以上", "左右") and k + 1 < len(row):
        k += 1
    if k < len(row) and row[k].text in ("增长", "增速", "增幅"):
        return _growth_of(
            row, i, before(row, i, low, False), k, even_text, memory, vocabulary, kind
        )
    return _rate(row, i, low, even_text, memory, vocabulary, kind)


def read_points(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    """Points of percent: a difference from another place or time, or a pull."""
    start = clause_start(row, i)
    low = max(low, start)
    pull = _last_word(row, i, low, PULL)
    if pull >= 0 and pull + 1 < i and row[i - 1].text not in ABOVE:
        return _pulled(row, i, pull, low, even_text, memory, vocabulary, kind)
    above = _last_word(row, i, low, ABOVE)
    if above < 0:
        return None
    reference, first = _reference(row, above, i, low)
    head = _before_reference(row, first, low)
    phrase = before(row, head, low, True) if head > low else NOTHING
    words = even(text_of(phrase, row, even_text))
    growing = False
    if words and words not in ("增速", "增幅", "增长", "占比", "比重", "强度"):
        base = name_rate(words, vocabulary, kind)
        growing = words.endswith(("增速", "增幅", "增长率", "增长"))
        begin = phrase.first
    elif memory.base is not None:
        base, growing, begin = memory.base, memory.growth or words in ("增速", "增幅"), first
    else:
        return None
    rate = base.rate and not growing
    if reference.startswith("较") or not reference:
        if rate:
            return Said(base, Measure.CHANGE, base, begin, i)
        reference = reference or "较上年"
    stem = base.indicator if rate else f"{_plain(base.indicator)}增速"
    named = Named(
        f"{stem}({reference})",
        f"{base.property}{'' if rate else '__growth'}__gap_{_reference_id(reference)}",
        base.core,
        "ratio",
        rate=True,
        known=base.known,
    )
    return Said(named, Measure.CHANGE, base, begin, i)


def _plain(indicator: str) -> str:
    return indicator.split("(")[0]


def _cue(row: list[Chunk], i: int, low: int) -> int:
    """The growth word right before the number, fillers between; -1 where there is none."""
    k = i - 1
    while k >= low:
        chunk = row[k]
        if chunk.sort is Sort.PERIOD:
            k -= 1
            continue
        if chunk.sort is Sort.MARK:
            if chunk.text not in '"':
                return -1
        elif chunk.sort is not Sort.WORD:
            return -1
        elif chunk.text in GROWTH_WORDS or chunk.text in GROWTH_NOUNS:
            return k
        elif not (chunk.text in _FILLERS or chunk.tag in ("d", "ad", "ul", "uj", "uz", "c")):
            return -1
        k -= 1
    return -1


_FILLERS = frozenset(
    "为 达 达到 了 均 约 近 超 超过 分别 依次 已 高达 是 仅 有 各 在 保持在 保持 稳定在 控制在 也 以上 突破 逾 至 到 力争 预计 不低于 实现 等 完成 可 将".split()
)


def _growth(
    row: list[Chunk],
    i: int,
    cue: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    head = cue
    while head > low and _between(row[head - 1]):
        head -= 1
    # 比2015年增加, 较上年同期增长: what is compared with is no part of the name
    k = head - 1
    while k >= low and (
        row[k].sort is Sort.PERIOD
        or row[k].text in COMPARED
        or row[k].text in _TIMES
        or _between(row[k])
    ):
        head = k
        k -= 1
    phrase = before(row, head, low, True)
    return _growth_of(row, i, phrase, i, even_text, memory, vocabulary, kind, cue, head)


_TIMES = frozenset(
    "上年 上年同期 去年同期 同期 上月 上季度 年初 上半年 前年 上年度 同比 环比 年均 平均 期初".split()
)


def _between(chunk: Chunk) -> bool:
    return chunk.sort is Sort.PERIOD or (
        chunk.sort is Sort.WORD
        and (
            chunk.text in _TIMES
            or chunk.text in GROWTH_WORDS
            or chunk.text in GROWTH_NOUNS
            or chunk.tag in ("d", "ad", "uj", "ul")
            or chunk.text
            in (
                "年均",
                "平均",
                "实现",
                "的",
                "均",
                "可比",
                "现价",
                "名义",
                "按可比价",
                "可比价",
                "计算",
                "快速",
                "大幅",
                "现价计算",
                "将",
                "预计",
                "力争",
                "累计",
                "净",
                "保持",
            )
        )
    )


def _growth_of(
    row: list[Chunk],
    i: int,
    phrase: Phrase,
    end: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
    cue: int = -1,
    head: int = -1,
) -> Said | None:
    words = even(text_of(phrase, row, even_text))
    if words and words not in _BARE:
        base = name_rate(words, vocabulary, kind)
        start = phrase.first
    elif memory.base is not None:
        base, start = memory.base, cue if cue >= 0 else i
        if head >= 0 and cue >= 0:
            start = head
    else:
        return None
    shown = even_text[row[max(start, 0)].start : row[i].start]
    qualifiers: list[str] = []
    measure = Measure.GROWTH
    if "年均" in shown or "复合" in shown:
        qualifiers.append("annual_average")
    if "环比" in shown:
        qualifiers.append("qoq")
        measure = Measure.CHANGE
    elif any(
        c.sort is Sort.PERIOD
        and c.load.kind == "base"
        and c.load.period is not None
        and c.text[-1:] == "年"
        for c in row[max(start, 0) : i]
    ):
        measure = Measure.CHANGE
    if (
        base.rate
        and _is_lift(shown)
        and base.known
        and not shown.rstrip().endswith(("增长", "增速"))
    ):
        measure = Measure.CHANGE
    return Said(base, measure, base, start, max(i, end), tuple(qualifiers))


_BARE = frozenset(
    "总量 数量 总数 规模 增速 增幅 同比 较 其中 分别 产值同比 两者 三者 同期 年均 平均 数 量 均 累计 总额 金额 总体 整体 预计 全年 净".split()
)


def _is_lift(shown: str) -> bool:
    return any(word in shown for word in ("提高", "提升", "上升", "下降", "降低", "回落"))


def _share(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    """X占Y的比重达…%, 占比…%, 占Y的…%; the name is X占Y比重."""
    start = clause_start(row, i)
    low = max(low, start)
    at = -1
    for k in range(i - 1, low - 1, -1):
        chunk = row[k]
        if chunk.sort is Sort.FIGURE:
            return None
        if chunk.sort is Sort.WORD and chunk.text in _SHARE_VERBS:
            at = k
            break
        shared = chunk.sort is Sort.WORD and chunk.text.endswith(tuple(SHARE_NOUNS))
        if shared and _only_fillers(row, k + 1, i):
            at = -2 - k
            if not any(c.text in _SHARE_VERBS for c in row[low:k]):
                break
    if at >= 0:
        return _part_and_whole(row, i, at, low, even_text, memory, vocabulary, kind)
    if at <= -2:
        noun = -2 - at
        phrase = before(row, noun + 1, low, True)
        words = even(text_of(phrase, row, even_text))
        if words in SHARE_NOUNS or not words:
            base = memory.base
            if base is None:
                return None
            name = base.indicator if base.rate else f"{_plain(base.indicator)}占比"
            named = Named(
                name, name if not base.rate else base.property, base.core, "ratio", rate=True
            )
            return Said(named, Measure.SHARE, named, noun, i)
        named = name_rate(words, vocabulary, kind)
        if not named.rate:
            named = Named(words, words, words, "ratio", rate=True)
        return Said(
            named,
            named.measure if named.known and named.measure is not Measure.LEVEL else Measure.SHARE,
            named,
            phrase.first,
            i,
        )
    return None


_SHARE_VERBS = frozenset(
    "占 占到 占据 占了 仅占 只占 约占 占比达 均占 共占 占全部 合计占 比重占 相当于 占有".split()
)


def _part_and_whole(
    row: list[Chunk],
    i: int,
    at: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    whole_last = i - 1
    while whole_last > at and (
        (
            row[whole_last].sort is Sort.WORD
            and (
                row[whole_last].text in _FILLERS
                or row[whole_last].text == "的"
                or row[whole_last].tag in ("d", "ad")
            )
        )
        or (row[whole_last].sort is Sort.WORD and row[whole_last].text in SHARE_NOUNS)
        or (row[whole_last].sort is Sort.MARK and row[whole_last].text == '"')
    ):
        whole_last -= 1
    whole = even(even_text[row[at + 1].start : row[whole_last].end]) if whole_last > at else ""
    whole = whole.removeprefix("到").removesuffix("的")
    if row[at + 1].sort is Sort.PLACE and whole[-2:] in ("全市", "全省", "全区", "全县", "全国"):
        whole = whole[-2:]
    phrase = before(row, at, low, True)
    part = even(text_of(phrase, row, even_text))
    start = phrase.first if part else at
    if row[at].text == "相当于":
        base = memory.base
        if base is None or row[i].load.printed_unit not in ("倍", "%", "％"):
            return None
        whole = whole.removesuffix("水平") or "全市平均"
        name = f"{_plain(base.indicator)}相当于{whole}{'倍数' if row[i].load.quantity.unit == '倍' else '比例'}"
        return Said(Named(name, name, base.core, "ratio", rate=True), Measure.LEVEL, base, at, i)
    if not part or part in _BARE:
        if memory.base is None:
            return None
        base = memory.base
        part = (
            _plain(base.indicator).removesuffix("数")
            if base.family != "money"
            else _plain(base.indicator)
        )
        start = at
    printed = f"{part}占{whole}比重" if whole else f"{part}占比"
    known = name_rate(printed, vocabulary, kind)
    if known.known:
        return Said(known, known.measure, known, start, i)
    shorter = (
        name_rate(f"{part}占比", vocabulary, kind)
        if "规" in whole or "生产总值" in whole or "GDP" in whole
        else known
    )
    if shorter.known and not whole.startswith("全"):
        return Said(shorter, shorter.measure, shorter, start, i)
    base = name_rate(part, vocabulary, kind)
    stem = part
    name = f"{stem}占{whole}比重" if whole else f"{stem}占比"
    return Said(Named(name, name, base.core, "ratio", rate=True), Measure.SHARE, base, start, i)


def _part_of(row: list[Chunk], i: int, low: int, following: Phrase, even_text: str) -> Said | None:
    """贡献了全市4%的工业产值: a share of what follows."""
    part = even(text_of(following, row, even_text))
    whole = ""
    start = i
    for k in range(i - 1, max(low, i - 4) - 1, -1):
        if row[k].sort in (Sort.WHOLE, Sort.PLACE):
            whole = even_text[row[k].start : row[k].end]
            start = k
            break
        if row[k].sort is Sort.MARK:
            break
    if not part or len(part) > 24:
        return None
    name = f"{part}占{whole}比重" if whole else f"{part}占比"
    named = Named(name, name, part, "ratio", rate=True)
    return Said(named, Measure.SHARE, named, start, following.last)


def _rate(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    phrase = before(row, i, low, True)
    words = even(text_of(phrase, row, even_text))
    if not words:
        return None
    start = phrase.first
    if words.endswith("贡献率") or words in ("贡献率",):
        start, words = _contribution(row, phrase, low, even_text)
        known = name_rate(words, vocabulary, kind)
        named = known if known.known else Named(words, words, words, "ratio", rate=True)
        return Said(named, Measure.SHARE, named, start, i)
    named = name_rate(words, vocabulary, kind)
    if named.rate or words.endswith(tuple(RATE_ENDINGS)):
        if not named.rate:
            named = Named(named.indicator, named.property, named.core, "ratio", rate=True)
        return Said(named, named.measure, named, start, i)
    if named.known:
        return Said(named, Measure.GROWTH, named, start, i)
    named = Named(words, words, words, "ratio", rate=True)
    return Said(named, Measure.LEVEL, named, start, i)


def _contribution(row: list[Chunk], phrase: Phrase, low: int, even_text: str) -> tuple[int, str]:
    """X对Y(的)贡献率 as one name."""
    k = phrase.first
    while k > low and not (row[k - 1].sort is Sort.MARK and row[k - 1].text in CLAUSE_ENDS):
        k -= 1
        if row[k].text == "对":
            head = before(row, k, low, True)
            start = head.first if head else k
            words = even(even_text[row[start].start : row[phrase.last].end])
            return start, words.replace("的贡献率", "贡献率")
    return phrase.first, even(text_of(phrase, row, even_text))


def _pulled(
    row: list[Chunk],
    i: int,
    pull: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    phrase = before(row, pull, low, True)
    words = even(text_of(phrase, row, even_text))
    what = even(even_text[row[pull + 1].start : row[i].start]).removesuffix("约").removesuffix("达")
    if words:
        base, start = name_rate(words, vocabulary, kind), phrase.first
        stem = words
    elif memory.base is not None:
        base, start = memory.base, pull
        stem = memory.base.core
    else:
        return None
    if not what.endswith(("增长", "增速")):
        what += "增长"
    what = what.removeprefix("了")
    name = f"{stem}拉动{what}"
    return Said(Named(name, name, base.core, "ratio", rate=True), Measure.CHANGE, base, start, i)


def _last_word(row: list[Chunk], i: int, low: int, words: frozenset[str]) -> int:
    for k in range(i - 1, low - 1, -1):
        if row[k].sort is Sort.WORD and row[k].text in words:
            return k
        if row[k].sort is Sort.FIGURE:
            return -1
    return -1


_REFERENCE_PERIODS = {
    "去年同期": "较去年同期",
    "上年同期": "较去年同期",
    "同期": "较去年同期",
    "同比": "较去年同期",
    "上半年": "较上半年",
    "一季度": "较一季度",
    "上季度": "较上季度",
    "前三季度": "较前三季度",
    "上月": "较上月",
    "上年": "较上年",
    "去年": "较上年",
    "年初": "较年初",
    "上年末": "较上年末",
    "环比": "较上期",
    "去年底": "较上年末",
    "上年底": "较上年末",
    "去年末": "较上年末",
}
_REFERENCE_WORDS = ("预期", "目标", "计划", "预算", "序时进度", "平均水平", "平均", "均值")


def _reference(row: list[Chunk], above: int, i: int, low: int) -> tuple[str, int]:
    """What the difference is from, in the normal form, and where its words begin.

    高于全市1.5个百分点 → 与全市之差; 比上半年回升0.3个百分点 → 较上半年; nothing said → "".
    """
    for k in range(above + 1, i):
        if (
            row[k].sort in (Sort.WHOLE, Sort.PLACE)
            or row[k].text in _REFERENCE_WORDS
            or _average(row[k])
        ):
            return _place_reference(row, k, i), above
        if row[k].sort is Sort.PERIOD or row[k].text in _REFERENCE_PERIODS:
            return _period_reference(row[k]), above
    first = above
    for k in range(above - 1, low - 1, -1):
        chunk = row[k]
        if chunk.sort is Sort.MARK and chunk.text != '"':
            break
        if chunk.sort is Sort.FIGURE:
            break
        if chunk.text in COMPARED:
            first = k
            for j in range(k + 1, above):
                if row[j].sort in (Sort.WHOLE, Sort.PLACE) or _average(row[j]):
                    return _place_reference(row, j, above), k
                if row[j].sort is Sort.PERIOD or row[j].text in _REFERENCE_PERIODS:
                    return _period_reference(row[j]), k
            words = "".join(c.text for c in row[k + 1 : above])
            for term in sorted(_REFERENCE_PERIODS, key=len, reverse=True):
                if term in words:
                    return _REFERENCE_PERIODS[term], k
            return "较上年", k
        if chunk.sort is Sort.PERIOD and chunk.load.kind == "base":
            return _period_reference(chunk), k
    return "", first


def _average(chunk: Chunk) -> bool:
    return chunk.sort is Sort.WORD and chunk.text in ("平均", "平均水平", "均值")


def _place_reference(row: list[Chunk], k: int, end: int) -> str:
    words = "".join(c.text for c in row[k + 1 : end])
    place = row[k].text if row[k].sort in (Sort.WHOLE, Sort.PLACE) else ""
    if row[k].sort is Sort.WHOLE and row[k].load:
        place = f"全{row[k].load}"
    if "平均" in words or _average(row[k]):
        return f"与{place}平均之差"
    if "目标" in words or row[k].text in ("目标", "预期", "计划"):
        return f"与{place}目标之差"
    return f"与{place}之差"


def _period_reference(chunk: Chunk) -> str:
    if chunk.sort is Sort.PERIOD and chunk.text in ("同比", "环比"):
        return "较去年同期" if chunk.text == "同比" else "较上期"
    for term in sorted(_REFERENCE_PERIODS, key=len, reverse=True):
        if term in chunk.text:
            return _REFERENCE_PERIODS[term]
    return f"较{chunk.text.lstrip('比较与同')}" if chunk.text else "较上年"


def _reference_id(reference: str) -> str:
    for word, name in (
        ("全国", "nation"),
        ("全省", "province"),
        ("全市", "city"),
        ("全区", "district"),
        ("目标", "target"),
        ("去年同期", "year_ago"),
        ("上年", "last_year"),
        ("上半年", "first_half"),
        ("季度", "quarter"),
        ("上月", "month"),
        ("年初", "year_start"),
    ):
        if word in reference:
            return name + ("_average" if "平均" in reference else "")
    return "other"


def _before_reference(row: list[Chunk], first: int, low: int) -> int:
    k = first
    while k > low and (
        (row[k - 1].sort is Sort.PERIOD and row[k - 1].load.kind == "base")
        or row[k - 1].text in COMPARED
        or row[k - 1].text in ("分别", "均", "也", "更", "都", "已", "还")
    ):
        k -= 1
    return k


def _only_fillers(row: list[Chunk], first: int, end: int) -> bool:
    return all(
        c.sort is Sort.PERIOD
        or (c.sort is Sort.WORD and (c.text in _FILLERS or c.tag in ("d", "ad", "ul")))
        or (c.sort is Sort.MARK and c.text in '":')
        for c in row[first:end]
    )


def _is_rate(words: str, vocabulary: Vocabulary) -> bool:
    return bool(words) and (
        even(words).endswith(tuple(RATE_ENDINGS)) or name_rate(words, vocabulary).rate
    )


def _stop(row: list[Chunk], i: int) -> int:
    k = i + 1
    while (
        k < len(row)
        and row[k].sort is not Sort.FIGURE
        and not (row[k].sort is Sort.MARK and row[k].text in CLAUSE_ENDS)
    ):
        k += 1
    return k
