"""Which records are one thing, for the page of that thing (`authoring.identity.AskIdentity`)."""

from dataclasses import replace
from functools import cached_property

from ceyuan.authoring.doubt import Doubt
from ceyuan.engines.registry.decisions import Decisions
from ceyuan.journeys.who import doubts_of
from ceyuan.model.credit_code import BadCreditCode, parse_credit_code
from ceyuan.model.decision import Decision, Judgement
from ceyuan.office import Office


class Identities:
    """The answers to who is who as they stand, from their log alone."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def together(self, subject: str) -> tuple[str, ...]:
        """Every identifier decided to be one thing with this one, the one it goes under first."""
        first = self._graph.canonical(subject)
        return (first, *(id for id in self._graph.together(subject) if id != first))

    def judged(self, subject: str) -> tuple[Doubt, ...]:
        """Questions and answers about a thing, under any of its identifiers; newest first."""
        ids = set(self.together(subject))
        latest = {line.pair: line for line in self._log if ids & set(line.pair)}
        waiting = {line.pair: _asked(line) for line in self._graph.queue}
        told = [
            line if self._graph.held(*pair) == line else waiting.get(pair)
            for pair, line in sorted(latest.items(), key=lambda each: -each[1].no)
        ]
        lines = [line for line in told if line is not None]
        # Most things were never asked about: the names of all records are read for the others only.
        return doubts_of(self._office, lines) if lines else ()

    @cached_property
    def _log(self) -> tuple[Decision, ...]:
        return tuple(self._office.decisions.log())

    @cached_property
    def _graph(self) -> Decisions:
        ids = {id for line in self._log for id in line.pair}
        return Decisions(self._log, {id: codes for id in ids if (codes := _codes_in(id))})


def _asked(line: Decision) -> Decision:
    """A line of the queue as a question: one whose answer was taken back is still that answer's."""
    if line.judgement is Judgement.UNSURE:
        return line
    return replace(line, judgement=Judgement.ASKED)


def _codes_in(id: str) -> frozenset[str]:
    try:
        return frozenset({parse_credit_code(id.partition(":")[2]).text})
    except BadCreditCode:
        return frozenset()
