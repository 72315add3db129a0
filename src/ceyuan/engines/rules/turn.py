"""Which single answer of yes or no makes a condition fail."""

from dataclasses import dataclass

import numpy as np

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.answer import Answers
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.vector import Mask, Vector


@dataclass(frozen=True, slots=True)
class Turn:
    """A condition and an input that is yes or no: the rows where, turned, the condition fails no more.

    It may then be met, or be unknown because something else is missing.
    """

    clause: str
    input: str
    rows: Mask


def turns(of: Answers) -> list[Turn]:
    """For each condition that fails somewhere, the answers that alone make it fail.

    Each input is turned once over all rows at a time, so it costs one run of the programme for each
    input that is yes or no.
    """
    graph, rows = of.graph, of.rows
    fails = {c.name: _fails(of.made[c.name], rows) for c in graph.clauses}
    needs = {name: graph.needs(name) for name, mask in fails.items() if mask.any()}
    found = []
    for name, asked in graph.asked.items():
        concerned = [clause for clause, needed in needs.items() if name in needed]
        if asked.type is not Type.TRUTH or name not in of.given or not concerned:
            continue
        held = of.given[name].over(rows)
        turned = compute(graph, of.given | {name: Vector(~held.values, held.known)})
        for clause in concerned:
            mask = fails[clause] & ~held.unknown(rows) & ~_fails(turned[clause], rows)
            if mask.any():
                found.append(Turn(clause, name, mask))
    return found


def _fails(vector: Vector, rows: int) -> Mask:
    return np.asarray(~np.broadcast_to(vector.values, rows) & ~vector.unknown(rows))
