"""The log of decisions as it stands: what is one thing, what is asked, what contradicts what."""

from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ceyuan.engines.registry.decisions import Decisions
from ceyuan.model.decision import Decision, Judgement

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
SAME, DIFFERENT, UNSURE = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE
ASKED, UNDONE = Judgement.ASKED, Judgement.UNDONE


def log(*said: tuple[str, str, Judgement], by: str = "officer") -> list[Decision]:
    """Lines of the log, in order."""
    return [
        Decision(a, b, judgement, by, NOON + timedelta(minutes=no), no=no)
        for no, (a, b, judgement) in enumerate(said, 1)
    ]


def test_what_is_the_same_as_a_third_is_the_same() -> None:
    graph = Decisions(log(("a", "b", SAME), ("b", "c", SAME)))

    assert graph.together("c") == ("a", "b", "c")
    assert {graph.canonical(id) for id in "abc"} == {"a"}


def test_a_record_nobody_spoke_of_stands_alone() -> None:
    assert Decisions().canonical("a") == "a"
    assert Decisions().together("a") == ("a",)


def test_the_identifier_with_a_registered_code_speaks_for_all() -> None:
    graph = Decisions(log(("enterprise:澜图", "enterprise:91990101MA00000018", SAME)))

    assert graph.canonical("enterprise:澜图") == "enterprise:91990101MA00000018"


def test_nothing_is_joined_across_a_refusal_and_the_alarm_names_it() -> None:
    graph = Decisions(log(("a", "b", SAME), ("b", "c", SAME), ("a", "c", DIFFERENT)))

    assert graph.canonical("a") != graph.canonical("c")
    (alarm,) = graph.contradictions
    assert alarm.decision.pair == ("b", "c")
    assert [d.pair for d in alarm.against] == [("a", "c")]


def test_before_a_merge_the_answers_in_its_way_can_be_seen() -> None:
    graph = Decisions(log(("a", "b", SAME), ("b", "c", DIFFERENT)))

    assert [d.pair for d in graph.against("a", "c")] == [("b", "c")]
    assert graph.against("a", "d") == ()


def test_before_a_refusal_the_chain_of_answers_that_ties_them_can_be_seen() -> None:
    graph = Decisions(log(("a", "b", SAME), ("b", "c", SAME), ("c", "d", SAME)))

    assert [d.pair for d in graph.tied_by("a", "c")] == [("a", "b"), ("b", "c")]
    assert graph.tied_by("a", "x") == ()


def test_two_registered_codes_are_never_one() -> None:
    codes = {"a": frozenset({"A"}), "c": frozenset({"C"})}
    graph = Decisions(log(("a", "b", SAME), ("b", "c", SAME)), codes)

    assert graph.canonical("a") != graph.canonical("c")
    assert len(graph.contradictions) == 1


def test_an_answer_taken_back_leaves_the_question_open() -> None:
    graph = Decisions(log(("a", "b", SAME), ("a", "b", UNDONE)))

    assert graph.held("a", "b") is None
    assert graph.canonical("b") == "b"
    assert [d.pair for d in graph.queue] == [("a", "b")]


def test_taking_back_the_second_answer_does_not_bring_the_first_back() -> None:
    graph = Decisions(log(("a", "b", SAME), ("a", "b", DIFFERENT), ("a", "b", UNDONE)))

    assert graph.held("a", "b") is None
    assert graph.canonical("a") != graph.canonical("b")


def test_no_rule_decides_again_what_was_taken_back() -> None:
    graph = Decisions(log(("a", "b", SAME), ("a", "b", UNDONE)))

    assert not graph.may_decide_by_itself("b", "a")
    assert graph.may_decide_by_itself("a", "c")


def test_a_person_may_decide_again_what_was_taken_back() -> None:
    graph = Decisions(log(("a", "b", SAME), ("a", "b", UNDONE), ("a", "b", SAME)))

    assert graph.canonical("b") == "a"


def test_the_queue_asks_the_likeliest_first_and_the_unsure_last() -> None:
    lines = [
        Decision("a", "b", UNSURE, "officer", NOON, score=0.9, no=1),
        Decision("c", "d", ASKED, "", NOON, score=0.4, no=2),
        Decision("e", "f", ASKED, "", NOON, score=0.8, no=3),
    ]

    assert [d.pair for d in Decisions(lines).queue] == [("e", "f"), ("c", "d"), ("a", "b")]


def test_what_other_answers_settled_is_not_asked() -> None:
    lines = log(("a", "c", ASKED), ("a", "b", SAME), ("b", "c", SAME), ("d", "a", ASKED),
                ("d", "c", DIFFERENT))  # fmt: skip

    assert Decisions(lines).queue == ()


_IDS = "abcdef"
_PAIRS = list(combinations(_IDS, 2))
_ANSWERS = st.dictionaries(
    st.sampled_from(_PAIRS), st.sampled_from([SAME, DIFFERENT, UNSURE, ASKED]), max_size=12
)


@given(answers=_ANSWERS, data=st.data())
@settings(max_examples=200, deadline=None)
def test_the_order_of_answers_does_not_matter(
    answers: dict[tuple[str, str], Judgement], data: st.DataObject
) -> None:
    said = [(a, b, judgement) for (a, b), judgement in answers.items()]
    other_order = data.draw(st.permutations(said))

    one, other = Decisions(log(*said)), Decisions(log(*other_order))

    assert [one.canonical(id) for id in _IDS] == [other.canonical(id) for id in _IDS]
    assert [c.decision.pair for c in one.contradictions] == [
        c.decision.pair for c in other.contradictions
    ]
    assert [d.pair for d in one.queue] == [d.pair for d in other.queue]


class Answering(RuleBasedStateMachine):
    """A person answers, takes back and is asked, in any order."""

    lines: list[Decision]

    @initialize()
    def start(self) -> None:
        self.lines = []

    def _add(self, pair: tuple[str, str], judgement: Judgement, by: str = "officer") -> None:
        no = len(self.lines) + 1
        self.lines.append(Decision(*pair, judgement, by, NOON + timedelta(minutes=no), no=no))

    @rule(pair=st.sampled_from(_PAIRS), judgement=st.sampled_from([SAME, DIFFERENT, UNSURE]))
    def answer(self, pair: tuple[str, str], judgement: Judgement) -> None:
        self._add(pair, judgement)

    @rule(pair=st.sampled_from(_PAIRS))
    def ask(self, pair: tuple[str, str]) -> None:
        self._add(pair, ASKED, by="")

    @precondition(lambda self: self.lines)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        graph = Decisions(self.lines)
        holding = [pair for pair in _PAIRS if graph.held(*pair)]
        if holding:
            self._add(data.draw(st.sampled_from(holding)), UNDONE)

    @invariant()
    def nothing_is_joined_across_a_refusal(self) -> None:
        graph = Decisions(self.lines)
        for a, b in _PAIRS:
            held = graph.held(a, b)
            if held and held.judgement is DIFFERENT:
                assert graph.canonical(a) != graph.canonical(b)

    @invariant()
    def a_same_is_followed_or_its_contradiction_is_told(self) -> None:
        graph = Decisions(self.lines)
        told = {c.decision.pair: c.against for c in graph.contradictions}
        for a, b in _PAIRS:
            held = graph.held(a, b)
            if held and held.judgement is SAME:
                assert (graph.canonical(a) == graph.canonical(b)) != ((a, b) in told)
        assert all(told.values())

    @invariant()
    def everything_joined_is_tied_by_answers_that_hold(self) -> None:
        graph = Decisions(self.lines)
        for a, b in _PAIRS:
            chain = graph.tied_by(a, b)
            assert bool(chain) == (graph.canonical(a) == graph.canonical(b))
            assert all(graph.held(*d.pair) == d for d in chain)
            assert all(set(x.pair) & set(y.pair) for x, y in pairwise(chain))

    @invariant()
    def only_open_questions_wait(self) -> None:
        graph = Decisions(self.lines)
        for d in graph.queue:
            held = graph.held(*d.pair)
            assert held is None or held.judgement is UNSURE


TestAnswering: Any = Answering.TestCase
TestAnswering.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
