"""Why a rule gives nothing although all it asks for is known."""

from collections.abc import Iterator, Mapping

import numpy as np

from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.missing import EXPERTS
from ceyuan.engines.rules.vector import Mask, Vector
from ceyuan.model.bilingual import Bilingual

#: How the two ends of a score are called that an expert decides between.
LEAST, MOST = "_least", "_most"

_AWAITED = Bilingual("须待专家评分确定", "the experts decide")
_OUTSIDE = Bilingual("所给的专家评分不在其间，不能采用", "those the experts gave are outside")


def other_end(name: str) -> str:
    """Of the highest value of a score the name of the lowest; empty for any other rule."""
    return name.removesuffix(MOST) + LEAST if name.endswith(MOST) else ""


def undecided(
    graph: Graph, made: Mapping[str, Vector], name: str, mask: Mask, rows: int
) -> Iterator[tuple[Bilingual, Mask]]:
    """What to say of a rule, and the rows to say it of.

    Where the rule is about a score between a lowest and a highest value, the range is told: the
    experts decide, or have given points outside it. Otherwise the figures do not allow it (a zero
    divisor, too few years).

    Args:
        graph: the whole programme on its day.
        made: every node.
        name: the rule.
        mask: the rows in which it is unknown with everything it asks for known.
        rows: how many rows there are.
    """
    node = graph.nodes[name]
    ends = _ends(node.inputs, graph)
    if ends is None:
        yield (
            Bilingual(
                "按所给数据算不出（如分母为零、年度不足）",
                "cannot be computed from what is given (a zero divisor, too few years)",
            ),
            mask,
        )
        return
    given = any(one.endswith(EXPERTS) for one in node.inputs)
    why = _OUTSIDE if given else _AWAITED
    least, most = (made[end].over(rows).values for end in ends)
    for low, high in sorted(set(zip(least[mask].tolist(), most[mask].tolist(), strict=True))):
        here = mask & np.equal(least, low) & np.equal(most, high)
        yield (
            Bilingual(
                f"可得 {low:g} 至 {high:g} 分，{why.zh}", f"{low:g} to {high:g} points: {why.en}"
            ),
            here,
        )


def _ends(inputs: tuple[str, ...], graph: Graph) -> tuple[str, str] | None:
    for one in inputs:
        other = one.removesuffix(LEAST) + MOST
        if one.endswith(LEAST) and other in inputs and one in graph.nodes and other in graph.nodes:
            return one, other
    return None
