"""三次产业结构为7.9:46.1:46: one wording, three shares."""

from ceyuan.engines.reading.extract.chunk import Sort
from ceyuan.engines.reading.extract.naming import name_rate
from ceyuan.engines.reading.extract.spot import Said, Spot
from ceyuan.model.measure import Measure

_SECTORS = ("第一产业占比", "第二产业占比", "第三产业占比")
_BECOMING = (
    "调整为 优化为 变为 调整到 优化至 演变为 转变为 优化调整 调整至 发展为 变化为 改善为".split()
)
#: How far before the numbers 产业 may stand.
_NEAR = 40


def proportions(spot: Spot) -> tuple[list[tuple[int, Said]], int]:
    """Each part with its sector's share, and the last part.

    由a:b:c调整为d:e:f gives the first three the mark `formerly`, the others `finally`.
    """
    row, parts = spot.row, [spot.i]
    while (
        parts[-1] + 2 < len(row)
        and row[parts[-1] + 1].sort == Sort.MARK
        and row[parts[-1] + 2].sort == Sort.FIGURE
        and row[parts[-1] + 2].load.number_form == "ratio"
    ):
        parts.append(parts[-1] + 2)
    end = parts[-1]
    lead = spot.even[max(row[0].start, row[spot.i].start - _NEAR) : row[spot.i].start]
    if len(parts) != len(_SECTORS) or "产业" not in lead:
        return [], end
    following = spot.between(end + 1, min(end + 3, len(row)))
    mark = "formerly" if following.startswith(tuple(_BECOMING)) else "finally"
    said = []
    for at, name in zip(parts, _SECTORS, strict=True):
        named = name_rate(name, spot.vocabulary)
        said.append((at, Said(named, Measure.SHARE, named, spot.i, end, (mark,))))
    return said, end
