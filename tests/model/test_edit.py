import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.edit import Edit, EditLog, edit_log_from_json, unchanged

_WORDS = st.text(st.sampled_from("区科技企业2021 \n(a)é𠮷"), max_size=4)


@st.composite
def _logs(draw: st.DrawFn) -> EditLog:
    """A log over a raw text cut into pieces: kept, changed, removed, put in, moved."""
    pieces, at = [], 0
    for was in draw(st.lists(_WORDS, max_size=8)):
        now = draw(st.just(was) | _WORDS | st.just(""))
        why = "" if now == was else "script"
        pieces.append(Edit(at, at + len(was), was, now, why))
        at += len(was)
    if draw(st.booleans()):
        order = draw(st.permutations(pieces))
        pieces = [Edit(p.start, p.end, p.was, p.now, p.why or "moved") for p in order]
    return EditLog(tuple(pieces))


def test_a_text_that_needed_no_repair_maps_onto_itself():
    log = unchanged("璧山区科技局")

    assert (log.clean, log.raw, log.changes) == ("璧山区科技局", "璧山区科技局", ())
    assert log.to_raw(2, 4) == (2, 4)
    assert log.to_clean(2, 4) == (2, 4)


def test_an_empty_text_has_an_empty_log():
    log = unchanged("")

    assert (log.clean, log.raw) == ("", "")
    assert log.to_raw(0, 0) == log.to_clean(0, 0) == (0, 0)


def test_removed_pinyin_belongs_to_the_passage_around_it():
    raw = "創(chuàng)新驅動"
    log = EditLog(
        (
            Edit(0, 1, "創", "创", "script"),
            Edit(1, 9, "(chuàng)", "", "pinyin"),
            Edit(9, 12, "新驅動", "新驱动", "script"),
        )
    )

    assert (log.clean, log.raw) == ("创新驱动", raw)
    assert raw[slice(*log.to_raw(0, 2))] == "創(chuàng)新"
    assert log.to_clean(0, 12) == (0, 4)
    assert log.to_clean(2, 5) == (1, 1)


def test_a_changed_piece_of_equal_length_maps_character_by_character():
    log = EditLog((Edit(0, 3, "新驅動", "新驱动", "script"),))

    assert log.to_raw(1, 2) == (1, 2)
    assert log.to_clean(1, 2) == (1, 2)


def test_a_piece_that_grew_or_shrank_maps_as_a_whole():
    log = EditLog((Edit(0, 2, "晶片", "芯片组", "script"), Edit(2, 3, "厂", "厂", "")))

    assert log.to_raw(1, 2) == (0, 2)
    assert log.to_clean(1, 2) == (0, 3)


def test_a_passage_from_moved_columns_spans_them_all_in_the_raw_text():
    log = EditLog(
        (Edit(3, 6, "第一栏", "第一栏", "moved"), Edit(0, 3, "第二栏", "第二栏", "moved"))
    )

    assert (log.clean, log.raw) == ("第一栏第二栏", "第二栏第一栏")
    assert log.to_raw(2, 4) == (0, 6)
    assert log.to_raw(0, 3) == (3, 6)
    assert log.to_clean(0, 3) == (3, 6)


def test_places_outside_the_text_are_drawn_to_its_ends():
    log = unchanged("科技局")

    assert log.to_raw(-5, 99) == log.to_clean(-5, 99) == (0, 3)
    assert log.to_raw(9, 12) == log.to_clean(9, 12) == (3, 3)


@pytest.mark.parametrize(
    "pieces",
    [
        (Edit(0, 2, "科技", "科技", ""), Edit(3, 4, "局", "局", "")),
        (Edit(0, 2, "科技", "科技", ""), Edit(1, 3, "技局", "技局", "")),
        (Edit(1, 2, "技", "技", ""),),
        (Edit(0, 3, "科技", "科技", ""),),
    ],
)
def test_pieces_that_do_not_cover_the_raw_text_once_are_refused(pieces):
    with pytest.raises(ValueError, match="cover the raw text once"):
        EditLog(pieces)


@given(_logs())
def test_undoing_every_edit_restores_the_raw_text(log):
    raw = "".join(p.was for p in sorted(log.pieces, key=lambda p: (p.start, p.end)))

    assert log.raw == raw
    assert log.clean == "".join(p.now for p in log.pieces)


@given(_logs())
def test_a_log_written_as_json_reads_back_the_same(log):
    assert edit_log_from_json(log.raw, log.to_json()) == log


@given(_logs(), st.data())
def test_an_unchanged_passage_reads_the_same_in_the_raw_text(log, data):
    at = 0
    for piece in log.pieces:
        if piece.was == piece.now and piece.now:
            first = data.draw(st.integers(0, len(piece.now) - 1))
            last = data.draw(st.integers(first + 1, len(piece.now)))
            start, end = log.to_raw(at + first, at + last)
            assert log.raw[start:end] == log.clean[at + first : at + last]
            assert log.to_clean(start, end) == (at + first, at + last)
        at += len(piece.now)


@given(_logs(), st.data())
def test_a_passage_in_a_passage_maps_into_it(log, data):
    for length, mapped in ((len(log.clean), log.to_raw), (len(log.raw), log.to_clean)):
        if length:
            start = data.draw(st.integers(0, length - 1))
            end = data.draw(st.integers(start + 1, length))
            inner = data.draw(st.integers(start, end - 1))
            outer_run, inner_run = mapped(start, end), mapped(inner, inner + 1)
            if inner_run[0] < inner_run[1]:
                assert outer_run[0] <= inner_run[0] <= inner_run[1] <= outer_run[1]


@given(_logs(), st.data())
def test_every_repaired_character_is_shown_by_the_raw_run_it_came_from(log, data):
    if log.clean:
        at = data.draw(st.integers(0, len(log.clean) - 1))
        start, end = log.to_raw(at, at + 1)
        if start < end:
            first, last = log.to_clean(start, end)
            assert first <= at < last


@given(_logs(), st.integers(-3, 40), st.integers(-3, 40))
def test_every_place_maps_into_the_text(log, start, end):
    first, last = log.to_raw(start, end)
    assert 0 <= first <= last <= len(log.raw)
    first, last = log.to_clean(start, end)
    assert 0 <= first <= last <= len(log.clean)
