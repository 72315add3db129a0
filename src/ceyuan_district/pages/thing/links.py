"""What other records have to do with one thing: patents it owns, loans it took, platforms it runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ceyuan.authoring.page import Ask, FactQuery
from ceyuan.model.fact import Fact
from ceyuan.model.kind import Kind

#: Facts looked through for a name, and records shown of one kind before the rest is only counted.
_MOST, SHOWN = 400, 8
#: Shorter names stand inside too many others to be looked for.
_SHORTEST = 4
_NAMES = ("name", "former_name")


@dataclass(frozen=True, slots=True)
class Links:
    """Other records of one kind that name the thing: each with the fact that does."""

    kind: Kind
    facts: tuple[Fact, ...]


def linked(
    ask: Ask, names: Sequence[str], together: Sequence[str]
) -> tuple[list[Links], list[str], list[Fact]]:
    """Records that name it in a field, records called exactly as it, and passages that mention it.

    Args:
        ask: the ledger.
        names: what it is and was called.
        together: its identifiers.
    """
    naming: dict[str, dict[str, Fact]] = {}
    namesakes: list[str] = []
    mentions: dict[str, Fact] = {}
    for fact in _found(ask, names):
        if fact.subject in together:
            continue
        kind = fact.claim.kind
        if fact.claim.value not in names:
            if "row" not in fact.claim.extra:
                mentions.setdefault(fact.id, fact)
        elif fact.claim.property not in _NAMES:
            naming.setdefault(kind, {}).setdefault(fact.subject, fact)
        elif (
            fact.subject.partition(":")[0] == together[0].partition(":")[0]
            and fact.subject not in namesakes
        ):
            namesakes.append(fact.subject)
    return list(_by_kind(ask.kinds, naming)), namesakes, list(mentions.values())[:20]


def _found(ask: Ask, names: Sequence[str]) -> list[Fact]:
    found: dict[str, Fact] = {}
    for name in names:
        if len(name) >= _SHORTEST:
            for fact in ask.facts(FactQuery(words=name, limit=_MOST)).facts:
                found.setdefault(fact.id, fact)
    return list(found.values())


def _by_kind(kinds: Mapping[str, Kind], naming: Mapping[str, Mapping[str, Fact]]) -> list[Links]:
    return [
        Links(kind, tuple(naming[name].values())) for name, kind in kinds.items() if name in naming
    ]
