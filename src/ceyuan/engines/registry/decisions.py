"""Which records are one thing, worked out from the log of decisions. Pure.

Nothing is ever joined across a `different`, nor across two registered codes. What comes out does not depend on the order in which
answers were given: of answers that cannot all hold, people's count before rules', then the order
of the identifiers decides, and what was left out is told as a contradiction.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ceyuan.model.decision import Decision, Judgement

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A `same` that is not followed: `against` tells its two sides apart, or their codes differ."""

    decision: Decision
    against: tuple[Decision, ...]


class Decisions:
    """The log of decisions, read as it stands now."""

    def __init__(
        self, log: Iterable[Decision] = (), codes: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        """Read the log.

        Args:
            log: every line; the numbers give the order.
            codes: the registered codes that records carry, by identifier.
        """
        self._codes = codes or {}
        self._held: dict[Pair, Decision] = {}
        self._asked: dict[Pair, Decision] = {}
        self._taken_back: set[Pair] = set()
        for decision in sorted(log, key=lambda each: each.no):
            self._read(decision)

    def held(self, one: str, other: str) -> Decision | None:
        """The answer that holds for a pair; None where there is none, or it was taken back."""
        return self._held.get(_pair(one, other))

    def canonical(self, id: str) -> str:
        """The one identifier for everything `id` is the same as; its own where it stands alone.

        Of several the one with a registered code in it, then the first in the alphabet: it does
        not depend on the order of decisions.
        """
        return self._leaders.get(id, id)

    def together(self, id: str) -> tuple[str, ...]:
        """Every record that is one thing with `id`, `id` included, in alphabetical order."""
        return self._members.get(self.canonical(id), (id,))

    def merged(self) -> Mapping[str, str]:
        """Every record that goes under another's identifier, with that identifier."""
        return {id: leader for id, leader in self._leaders.items() if id != leader}

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every `same` that is not followed."""
        return self._worked_out[1]

    @property
    def queue(self) -> tuple[Decision, ...]:
        """Questions a person is waited for: unanswered ones first, the likeliest ahead; then unsure.

        A question whose answer was taken back is open again. A pair that other answers have
        settled meanwhile, as the same or as different, is not asked.
        """
        waiting = [d for pair, d in self._asked.items() if self._open(pair)]
        waiting += [d for d in self._held.values() if d.judgement is Judgement.UNSURE]
        return tuple(
            sorted(
                waiting,
                key=lambda d: (d.judgement is Judgement.UNSURE, -(d.score or 0.0), d.pair),
            )
        )

    def may_decide_by_itself(self, one: str, other: str) -> bool:
        """Whether a rule may answer for this pair: nobody ever took an answer to it back."""
        pair = _pair(one, other)
        return pair not in self._taken_back and pair not in self._held

    def against(self, one: str, other: str) -> tuple[Decision, ...]:
        """The answers that stand in the way of holding these two for one thing."""
        left, right = set(self.together(one)), set(self.together(other))
        return tuple(
            d
            for d in self._of(Judgement.DIFFERENT)
            if (d.one in left and d.other in right) or (d.one in right and d.other in left)
        )

    def codes_apart(self, one: str, other: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """The registered codes of both sides where they differ; None where they do not."""
        left, right = self._codes_of(one), self._codes_of(other)
        return (left, right) if left and right and not left & right else None

    def tied_by(self, one: str, other: str) -> tuple[Decision, ...]:
        """The answers through which these two are one thing now; none where they are not."""
        if self.canonical(one) != self.canonical(other):
            return ()
        ways: dict[str, list[Decision]] = defaultdict(list)
        for d in self._followed:
            ways[d.one].append(d)
            ways[d.other].append(d)
        came: dict[str, Decision] = {}
        waiting, seen = deque([one]), {one}
        while waiting:
            here = waiting.popleft()
            if here == other:
                break
            for d in ways[here]:
                there = d.other if d.one == here else d.one
                if there not in seen:
                    seen.add(there)
                    came[there] = d
                    waiting.append(there)
        chain: list[Decision] = []
        here = other
        while here != one:
            chain.append(came[here])
            here = came[here].other if came[here].one == here else came[here].one
        return tuple(reversed(chain))

    def _codes_of(self, id: str) -> frozenset[str]:
        return frozenset().union(
            *(self._codes.get(each, frozenset()) for each in self.together(id))
        )

    def _read(self, decision: Decision) -> None:
        pair = decision.pair
        match decision.judgement:
            case Judgement.ASKED:
                self._asked[pair] = decision
            case Judgement.UNDONE:
                taken = self._held.pop(pair, None)
                self._taken_back.add(pair)
                if taken is not None:
                    # Whatever was decided, somebody wants it looked at: the question stands.
                    self._asked.setdefault(pair, taken)
            case _:
                self._held[pair] = decision

    def _open(self, pair: Pair) -> bool:
        one, other = pair
        settled = (
            self.canonical(one) == self.canonical(other)
            or bool(self.against(one, other))
            or self.codes_apart(one, other) is not None
        )
        return pair not in self._held and not settled

    def _of(self, judgement: Judgement) -> list[Decision]:
        found = [d for d in self._held.values() if d.judgement is judgement]
        return sorted(found, key=lambda d: (not d.by, d.pair))

    @cached_property
    def _worked_out(self) -> tuple[dict[str, list[str]], tuple[Contradiction, ...], list[Decision]]:
        leader: dict[str, str] = {}
        members: dict[str, list[str]] = {}
        apart: dict[str, set[str]] = defaultdict(set)

        codes: dict[str, frozenset[str]] = {}

        def find(id: str) -> str:
            if id not in leader:
                leader[id], members[id] = id, [id]
                codes[id] = self._codes.get(id, frozenset())
            return leader[id]

        for d in self._of(Judgement.DIFFERENT):
            apart[find(d.one)].add(d.other)
            apart[find(d.other)].add(d.one)
        refused, followed = [], []
        for d in self._of(Judgement.SAME):
            left, right = find(d.one), find(d.other)
            if left == right:
                followed.append(d)
                continue
            coded_apart = bool(codes[left] and codes[right]) and not codes[left] & codes[right]
            if coded_apart or any(find(id) == right for id in apart[left]):
                refused.append(d)
                continue
            followed.append(d)
            if len(members[left]) < len(members[right]):
                left, right = right, left
            for id in members[right]:
                leader[id] = left
            members[left] += members.pop(right)
            apart[left] |= apart.pop(right, set())
            codes[left] |= codes.pop(right)
        told = []
        for d in refused:
            here, there = set(members[leader[d.one]]), set(members[leader[d.other]])
            against = [
                n
                for n in self._of(Judgement.DIFFERENT)
                if (n.one in here and n.other in there) or (n.one in there and n.other in here)
            ]
            told.append(Contradiction(d, tuple(against)))
        return members, tuple(told), followed

    @property
    def _followed(self) -> list[Decision]:
        return self._worked_out[2]

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        groups = (sorted(ids) for ids in self._worked_out[0].values())
        return {min(ids, key=_rank): tuple(ids) for ids in groups}

    @cached_property
    def _leaders(self) -> dict[str, str]:
        return {id: leader for leader, ids in self._members.items() for id in ids}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _rank(id: str) -> tuple[bool, str]:
    """Identifiers made of a registered code come before those made of a name."""
    return not id.isascii(), id
