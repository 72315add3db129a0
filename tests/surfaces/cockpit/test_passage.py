"""A text is cut where evidence, parts and repairs begin and end, and loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.edit import Edit, EditLog
from ceyuan.model.section import Part, Section
from ceyuan.surfaces.cockpit.passage import (
    Span,
    around,
    cut,
    repairs_by_sort,
    repairs_in_clean,
    repairs_in_raw,
)

TEXT = st.text(alphabet="云岫区高新 123\n<", min_size=1, max_size=40)


@st.composite
def marked_texts(draw):
    text = draw(TEXT)
    place = st.integers(0, len(text))
    runs = draw(st.lists(st.tuples(place, place), max_size=6))
    spans = [Span(min(a, b), max(a, b), f"f{n}", n) for n, (a, b) in enumerate(runs, 1)]
    middle = draw(place)
    parts = [Part(Section.MAIN, 0, middle), Part(Section.RELATED, middle, len(text))]
    return text, spans, parts


@given(marked_texts())
def test_the_pieces_together_are_the_text(marked):
    text, spans, parts = marked

    assert "".join(piece.text for piece in cut(text, spans, parts)) == text


@given(marked_texts())
def test_the_pieces_of_a_span_together_are_its_evidence(marked):
    text, spans, parts = marked
    pieces = cut(text, spans, parts)

    for span in spans:
        assert "".join(p.text for p in pieces if span in p.spans) == text[span.start : span.end]


@given(marked_texts())
def test_every_span_with_characters_begins_once_and_ends_once(marked):
    text, spans, parts = marked
    pieces = cut(text, spans, parts)

    for span in spans:
        expected = 1 if span.start < span.end else 0
        assert sum(span in p.begins for p in pieces) == expected
        assert sum(span in p.ends for p in pieces) == expected


@given(marked_texts(), st.integers(0, 40), st.integers(0, 40))
def test_a_window_shows_exactly_its_characters(marked, one, other):
    text, spans, parts = marked
    low, high = sorted((one, other))

    assert "".join(p.text for p in cut(text, spans, parts, window=(low, high))) == text[low:high]


def test_of_two_figures_that_share_characters_the_shorter_evidence_comes_first():
    pieces = cut("高新技术企业达到186家", [Span(0, 12, "long", 1), Span(8, 12, "short", 2)])

    assert [span.fact for span in pieces[-1].spans] == ["short", "long"]


def test_the_part_of_the_page_is_known_of_every_piece():
    pieces = cut("正文。相关", parts=[Part(Section.MAIN, 0, 3), Part(Section.RELATED, 3, 5)])

    assert [(p.text, p.section) for p in pieces] == [("正文。", "main"), ("相关", "related")]


def test_a_removed_run_is_shown_in_the_repaired_text_as_a_piece_without_characters():
    log = EditLog((Edit(0, 1, "區", "区", "script"), Edit(1, 5, "(qū)", "", "pinyin")))

    clean = cut(log.clean, repairs=repairs_in_clean(log))
    raw = cut(log.raw, repairs=repairs_in_raw(log))

    assert [(p.text, p.repair.was) for p in clean] == [("区", "區"), ("", "(qū)")]
    assert [(p.text, p.repair.now) for p in raw] == [("區", "区"), ("(qū)", "")]


def test_repairs_are_counted_by_sort_most_frequent_first():
    changes = [Edit(0, 1, "a", "b", "space"), *[Edit(1, 2, "區", "区", "script")] * 2]

    assert repairs_by_sort(changes) == {"script": 2, "space": 1}


@given(TEXT, st.integers(0, 40), st.integers(0, 40), st.integers(0, 20))
def test_the_surroundings_of_a_passage_hold_the_passage(text, one, other, reach):
    start, end = sorted((min(one, len(text)), min(other, len(text))))

    low, high = around(text, start, end, reach)

    assert 0 <= low <= start <= end <= high <= len(text)
