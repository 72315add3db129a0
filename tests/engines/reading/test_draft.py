"""Repairs add up: whatever is changed and moved, the raw text can be had back."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.reading.repair.changes import Change, Draft

_CHANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 4), st.text("XYZ", max_size=4)), max_size=5
)


def test_a_change_keeps_what_was_and_why():
    draft = Draft("建(jiàn)設")
    draft.amend([Change(1, 7, "", "pinyin")])
    draft.amend([Change(1, 2, "设", "script")])

    log = draft.log()

    assert log.clean == "建设"
    assert [(e.was, e.now, e.why) for e in log.changes] == [
        ("(jiàn)", "", "pinyin"),
        ("設", "设", "script"),
    ]


def test_a_change_over_an_earlier_change_names_both_reasons():
    draft = Draft("璧 山")
    draft.amend([Change(1, 2, "", "space")])
    draft.amend([Change(0, 2, "壁山镇", "lookalike")])

    (edit,) = draft.log().changes

    assert (edit.was, edit.now, edit.why) == ("璧 山", "壁山镇", "space+lookalike")


def test_what_is_moved_says_so_and_stays_where_it_was_in_the_raw_text():
    draft = Draft("后\n前\n")
    draft.rearrange([(2, 4), (0, 2)])

    log = draft.log()

    assert (log.clean, log.raw) == ("前\n后\n", "后\n前\n")
    assert [e.why for e in log.changes] == ["moved"]
    assert log.to_raw(2, 3) == (0, 1)


@given(
    st.text("abcdef\n", max_size=30), st.lists(st.tuples(_CHANGES, st.integers(0, 99)), max_size=4)
)
def test_any_changes_and_moves_can_be_undone(raw, rounds):
    draft, text = Draft(raw), raw
    for wanted, seed in rounds:
        changes = _apart(wanted, len(text))
        draft.amend(changes)
        for change in reversed(changes):
            text = text[: change.start] + change.now + text[change.end :]
        assert draft.text == text
        if spans := _shuffled(draft, seed):
            draft.rearrange(spans)
            text = "".join(text[a:b] for a, b in spans)

    log = draft.log()

    assert log.clean == text
    assert log.raw == raw
    assert all(raw[piece.start : piece.end] == piece.was for piece in log.pieces)


def _apart(wanted: list[tuple[int, int, str]], length: int) -> list[Change]:
    changes, upto = [], 0
    for start, taken, now in sorted(wanted):
        if start >= upto and start + taken <= length:
            changes.append(Change(start, start + taken, now, "test"))
            upto = start + taken
    return changes


def _shuffled(draft: Draft, seed: int) -> list[tuple[int, int]]:
    """Spans between a few piece ends, in any order."""
    ends, at = [0], 0
    for piece in draft.log().pieces:
        at += len(piece.now)
        ends.append(at)
    dice = Random(seed)
    cuts = sorted({0, at, *dice.sample(ends, min(len(ends), 3))})
    spans = [(a, b) for a, b in pairwise(cuts) if b > a]
    dice.shuffle(spans)
    return spans
