"""Programmes that ask one another in a circle: none of them could ever answer."""

from collections.abc import Iterator

from ceyuan.engines.rules.fault import RuleFault, rule_fault
from ceyuan.engines.rules.programme import ANSWER_OF, Programme


def circle_fault(programme: Programme) -> RuleFault | None:
    """The way from a programme through those it asks back to itself; None where there is none."""
    waiting: list[tuple[Programme, tuple[str, ...]]] = [(programme, (programme.name,))]
    seen = {programme.name}
    while waiting:
        one, way = waiting.pop()
        for other in _asks(one):
            if other.name == programme.name:
                return _fault(programme, " → ".join((*way, other.name)))
            if other.name not in seen:
                seen.add(other.name)
                waiting.append((other, (*way, other.name)))
    return None


def _asks(programme: Programme) -> Iterator[Programme]:
    """The programmes whose answers its rules take; its own name in a signature is no such answer."""
    for written in programme.rules.values():
        inputs, _ = written.signature
        for name in inputs:
            other, between, _ = name.partition(ANSWER_OF)
            found = programme.others(other) if between else None
            if found is not None and found.name != programme.name:
                yield found


def _fault(programme: Programme, way: str) -> RuleFault:
    return rule_fault(
        f"政策互相依赖成圈：{way}",
        f"programmes ask one another in a circle: {way}",
        where=f"{programme.shown}/rules.py",
        remedy_zh="删去其中一处引用",
        remedy_en="remove one of the references",
    )
