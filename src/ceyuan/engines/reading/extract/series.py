"""Several figures said of several things at once: A、B、C分别为x、y和z; 增速依次为… of them."""

from collections.abc import Iterator

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.naming import Named
from ceyuan.engines.reading.extract.phrase import QUANTIFIED, Phrase, clause_start
from ceyuan.engines.reading.extract.spot import Said, Spot, plain
from ceyuan.model.measure import Measure

_JOINTS = frozenset("和 与 及 以及".split())
RESPECTIVELY = frozenset("分别 依次 各自 各 各为".split())
_GROWTHS = ("增速", "增幅", "增长率", "涨幅")
_GROWING = frozenset("增长 增速 增幅 增长率 下降 上涨 提高 涨幅".split())
_SHARES = ("贡献率", "占比", "比重", "比例")
#: May stand between the things and the first number.
_TELLING = frozenset(
    "分别 依次 为 达 达到 是 同比 约 近 超 超过 突破 实现 完成 增至 各 了 到 至 各为 已 均 环比 比上年 较上年 累计".split()
)
#: Nouns that the last of several things lends to those before it: 一、二、三产业[增加值].
_SHARED = (
    "产业增加值 增加值 总产值 产值 投资 收入 利润 产量 数量 总数 总量 比重 占比 面积 人口 余额 销售额 营业额 零售额 总额 出口 进口 "
    "增速 增幅 贡献率 覆盖率 企业 平台 项目 机构 拥有量 授权量 申请量 成交额 规模 税收 产业 强度 率 数"
).split()


def run_of(row: list[Chunk], i: int) -> list[int]:
    """The figures that follow each other from chunk `i` with only 、 和 及 or a comma between.

    0.5个和0.3个百分点 is a run too: the unit is said once.
    """
    run, k = [i], i + 1
    while k < len(row):
        j = k
        while j < len(row) and (
            (row[j].sort == Sort.MARK and row[j].text in "、,")
            or (row[j].sort == Sort.WORD and row[j].text in _JOINTS)
        ):
            j += 1
        if j == k or j >= len(row) or row[j].sort != Sort.FIGURE:
            break
        unit, first = row[j].load.quantity.unit, row[i].load.quantity.unit
        if unit != first and not (unit == "百分点" and first == "个"):
            break
        run.append(j)
        k = j + 1
    return run


def series(spot: Spot, run: list[int]) -> Iterator[tuple[int, Said]]:
    """Each figure of a run with the thing it is said of; nothing where they do not pair up."""
    start = max(clause_start(spot.row, spot.i), spot.low)
    percent = spot.unit in ("%", "‰")
    told = spot.i
    while told > start and _telling(spot.row[told - 1], percent):
        told -= 1
    head = spot.before(told, start)
    words = spot.words(head)
    growing = percent and any(c.text in _GROWING for c in spot.row[start : spot.i])
    if percent and (not words or words in _GROWTHS):
        yield from _like_before(spot, run)
        return
    if not percent and words in _AGAIN_ALL and spot.memory.recent:
        yield from _added_up(spot, run, start)
        return
    together = any(c.text in RESPECTIVELY for c in spot.row[start : spot.i])
    if not together and not head:
        return
    several = [c for c in spot.row[start:told] if c.sort in (Sort.PLACE, Sort.NAME)]
    if len(several) == len(run) and together:
        yield from _of_each(spot, run, words, start, growing)
        return
    names = _names(spot, run, start, head.last + 1 if head else told, percent)
    if len(names) != len(run):
        return
    begin = next((k for k in range(start, spot.i) if spot.row[k].sort != Sort.PERIOD), start)
    for at, (named, grows) in zip(run, names, strict=True):
        measure = _measure(named, percent, growing or grows)
        yield at, Said(named, measure, named, begin, run[-1])
    memory = spot.memory
    memory.series = tuple(named for named, _ in names)
    memory.base, memory.growth = names[-1][0], growing
    if not percent:
        memory.level = names[-1][0]
        memory.recent.extend(memory.series)


def lend_tail(names: list[str]) -> list[str]:
    """Give every name the tail that only the last one carries.

    ["一", "二", "三产业增加值"] → 第一产业增加值 …; ["高技术产业", "战略性新兴产业对工业增长的贡献率"] →
    高技术产业对工业增长的贡献率 …
    """
    last, tail = names[-1], ""
    for mark in ("对", "占", "的"):
        if mark in last[1:] and not any(mark in n for n in names[:-1]):
            tail = last[last.index(mark, 1) :]
            break
    if not tail:
        for shared in _SHARED:
            longer = last.endswith(shared) and len(last) > len(shared)
            if longer and not any(n.endswith(shared) for n in names[:-1]):
                tail = shared
                break
    if not tail:
        return names
    if tail.startswith("产业") and last.startswith("三"):
        return [f"第{n.removeprefix('第')}{tail}" for n in names[:-1]] + [f"第{last}"]
    return [*(n + tail for n in names[:-1]), last]


def _like_before(spot: Spot, run: list[int]) -> Iterator[tuple[int, Said]]:
    """增速依次为…, 分别增长…: the growth of the things told just before."""
    memory = spot.memory
    names = memory.series if len(memory.series) == len(run) else tuple(memory.recent[-len(run) :])
    if len(names) == len(run):
        for at, named in zip(run, names, strict=True):
            yield at, Said(named, Measure.GROWTH, named, run[0], run[-1])
        memory.growth = True


_COUNTED = frozenset(("organisation", "item", "event", "other"))
_AGAIN_ALL = frozenset(("", "累计", "总数", "总量", "数量", "合计"))


def _added_up(spot: Spot, run: list[int], start: int) -> Iterator[tuple[int, Said]]:
    """新增A 58家、B 7家,累计分别达到216家和31家: the stock of what was just told."""
    told = spot.memory.recent[-len(run) :]
    counted = spot.family in _COUNTED
    if len(told) != len(run) or any((t.family in _COUNTED) != counted for t in told):
        return
    for at, named in zip(run, told, strict=True):
        whole = spot.level(plain(named.indicator).removeprefix("新增")) if named.new else named
        yield at, Said(whole, Measure.LEVEL, whole, start, at)


def _of_each(
    spot: Spot, run: list[int], words: str, start: int, growing: bool
) -> Iterator[tuple[int, Said]]:
    """甲区、乙区研发投入分别为…: one thing told of several in turn."""
    percent = spot.unit in ("%", "‰")
    growth = next((g for g in _GROWTHS if words.endswith(g)), "")
    words = words.removesuffix(growth).removesuffix("的")
    if words:
        named = spot.rate(words) if percent else spot.level(words)
    elif spot.memory.base is not None:
        named = spot.memory.base
    else:
        return
    measure = _measure(named, percent, growing or bool(growth))
    for at in run:
        yield at, Said(named, measure, named, start, run[-1])
    spot.memory.base, spot.memory.growth = named, measure is Measure.GROWTH


def _names(
    spot: Spot, run: list[int], start: int, end: int, percent: bool
) -> list[tuple[Named, bool]]:
    """The things listed in `row[start:end)` by name, each with whether 增速 is in its name."""
    items = _items(spot.row, start, end)[-len(run) :]
    if len(items) == 1 and len(run) == 2 and "城乡" in spot.between(*items[0]):
        whole = _item(spot, *items[0], start)
        printed = [whole.replace("城乡", sort) for sort in ("城镇", "农村")]
    elif len(items) == len(run):
        printed = _summed_up(spot, items, start) or lend_tail(
            [_item(spot, *item, start) for item in items]
        )
    else:
        return []
    if not all(printed):
        return []
    if not percent:
        return [(spot.level(name), False) for name in printed]
    names = []
    for name in printed:
        growth = next((g for g in _GROWTHS if name.endswith(g)), "")
        names.append((spot.rate(name.removesuffix(growth).removesuffix("的")), bool(growth)))
    return names


def _summed_up(spot: Spot, items: list[tuple[int, int]], low: int) -> list[str]:
    """甲、乙、丙三大产业产值: what stands after 三大 is said of each."""
    first, end = items[-1]
    at = next((k for k in range(first + 1, end) if spot.text(k) in QUANTIFIED), -1)
    if at < 0:
        return []
    tail = spot.between(at + 1, end)
    return [_item(spot, *item, low) + tail for item in (*items[:-1], (first, at))]


def _measure(named: Named, percent: bool, growing: bool) -> Measure:
    if not percent:
        return named.measure
    if named.indicator.endswith(_SHARES):
        return Measure.SHARE
    if growing:
        return Measure.GROWTH
    if named.rate:
        return named.measure
    return Measure.GROWTH if named.known else Measure.SHARE


def _items(row: list[Chunk], low: int, end: int) -> list[tuple[int, int]]:
    items, first = [], low
    for k in range(low, end):
        chunk = row[k]
        if (chunk.sort == Sort.MARK and chunk.text in "、,") or (
            chunk.sort == Sort.WORD and chunk.text in _JOINTS
        ):
            if k > first:
                items.append((first, k))
            first = k + 1
    if end > first:
        items.append((first, end))
    return items


def _item(spot: Spot, first: int, end: int, low: int) -> str:
    """The words of one listed thing; X对Y的贡献率 and X占Y比重 stay whole."""
    if any(spot.text(k) in ("对", "占") for k in range(first, end)):
        while first < end and (
            spot.row[first].sort in (Sort.PERIOD, Sort.WHOLE, Sort.PLACE, Sort.NAME)
            or (spot.row[first].sort == Sort.WORD and spot.row[first].tag in ("d", "ad", "c"))
        ):
            first += 1
        return spot.between(first, end)
    phrase = spot.before(end, max(first, low))
    return spot.words(phrase or Phrase(first, end - 1))


def _telling(chunk: Chunk, percent: bool) -> bool:
    """Whether a chunk is part of 分别增长, 分别达到 before the first number of a series."""
    if chunk.sort == Sort.PERIOD:
        return True
    return chunk.sort == Sort.WORD and (
        chunk.text in _TELLING
        or chunk.tag in ("d", "ad", "ul")
        or (percent and (chunk.text in _GROWING or chunk.text in ("增加", "实现", "提升")))
    )
