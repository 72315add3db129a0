"""Several figures said of several things at once: A、B、C分别为x、y和z; 增速依次为…; a:b:c."""

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.naming import even

_JOINTS = frozenset("和 与 及 以及".split())
_RESPECTIVELY = frozenset("分别 依次 各自 各 各为 分別".split())
#: Nouns that the last of several things lends to those before it: 一、二、三产业[增加值].
_SHARED = (
    "产业增加值 增加值 总产值 产值 投资 收入 利润 产量 数量 总数 总量 比重 占比 面积 人口 余额 销售额 营业额 零售额 总额 出口 进口 增速 增幅 贡献率 覆盖率 企业 平台 项目 机构 "
    "拥有量 授权量 申请量 成交额 规模 税收 产业 强度 率 数"
).split()


def run_of(row: list[Chunk], i: int) -> list[int]:
    """The figures that follow each other from chunk `i` with only 、 和 及 or a comma between."""
    run = [i]
    k = i + 1
    while k < len(row):
        j = k
        while j < len(row) and (
            (row[j].sort is Sort.MARK and row[j].text in "、,")
            or (row[j].sort is Sort.WORD and row[j].text in _JOINTS)
        ):
            j += 1
        if j == k or j >= len(row) or row[j].sort is not Sort.FIGURE:
            break
        if row[j].load.quantity.unit != row[i].load.quantity.unit:
            break
        run.append(j)
        k = j + 1
    return run


def said_respectively(row: list[Chunk], low: int, i: int) -> bool:
    """Whether 分别 or 依次 stands before the figure in its clause."""
    return any(c.sort is Sort.WORD and c.text in _RESPECTIVELY for c in row[low:i])


def split_items(row: list[Chunk], low: int, end: int) -> list[tuple[int, int]]:
    """Chunk ranges `[first, end)` of the things listed in `row[low:end)`, split at 、 和 与 及."""
    items, first = [], low
    for k in range(low, end):
        chunk = row[k]
        joint = (chunk.sort is Sort.MARK and chunk.text in "、,") or (
            chunk.sort is Sort.WORD and chunk.text in _JOINTS
        )
        if joint:
            if k > first:
                items.append((first, k))
            first = k + 1
    if end > first:
        items.append((first, end))
    return items


def lend_tail(names: list[str]) -> list[str]:
    """Give every name the tail that only the last one carries.

    ["一", "二", "三产业增加值"] → 一产业增加值 …; ["高技术产业", "战略性新兴产业对工业增长的贡献率"] →
    高技术产业对工业增长的贡献率 …
    """
    last = names[-1]
    tail = ""
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
        # the sectors are counted: 一、二、三产业
        return [f"第{even(n).removeprefix('第')}{tail}" for n in names[:-1]] + [f"第{last}"]
    return [*(even(n) + tail for n in names[:-1]), last]
