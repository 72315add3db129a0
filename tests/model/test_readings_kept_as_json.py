"""Claims and readings go to JSON and come back the same."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.claim_json import claim_from_json, claim_to_json
from ceyuan.model.document import Document
from ceyuan.model.edit import Edit, EditLog
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import CaseEvent, CellAt, PageBox, TextSpan, TraceNode
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.plain import NotPlain, from_plain, to_plain
from ceyuan.model.quantity import Quantity
from ceyuan.model.reading import Reading, Remark
from ceyuan.model.reading_json import reading_from_json, reading_to_json
from ceyuan.model.section import Part, Section
from ceyuan.model.standing import Standing

WORDS = st.text(max_size=20)
SMALL = st.integers(0, 10**6)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
PERIODS = st.sampled_from(
    ["2021", "2022-Q1", "2021-01/2021-11", "2016/2020", "as_of 2020-12-31", "as_of 2020-12"]
).map(parse_period)
LOCATORS = st.one_of(
    st.builds(TextSpan, SMALL, SMALL),
    st.builds(CellAt, WORDS, WORDS),
    st.builds(PageBox, SMALL, *[st.floats(0, 1000)] * 4),
    st.builds(CaseEvent, WORDS, SMALL),
    st.builds(TraceNode, WORDS, WORDS, WORDS),
)
VALUES = st.one_of(
    st.builds(Quantity, DECIMALS, WORDS, st.sampled_from(Hedge), st.none() | DECIMALS),
    WORDS,
    st.booleans(),
    st.dates(),
)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | WORDS
    | st.dates()
    | st.datetimes()
    | DECIMALS
    | PERIODS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(WORDS | st.integers() | st.just("$"), inner, max_size=4)
    ),
    max_leaves=12,
)
CLAIMS = st.builds(
    Claim,
    subject=WORDS,
    kind=WORDS,
    property=WORDS,
    indicator=WORDS,
    value=VALUES,
    measure=st.sampled_from(Measure),
    period=st.none() | PERIODS,
    standing=st.sampled_from(Standing),
    section=st.sampled_from(Section),
    locator=LOCATORS,
    quote=WORDS,
    clean_span=st.none() | st.tuples(SMALL, SMALL),
    qualifiers=st.lists(WORDS, max_size=3).map(tuple),
    also_at=st.lists(LOCATORS, max_size=3).map(tuple),
    note=WORDS,
    extra=st.dictionaries(WORDS, PLAIN, max_size=3),
)
DOCUMENTS = st.builds(
    Document,
    digest=WORDS,
    name=WORDS,
    media=WORDS,
    title=WORDS,
    publisher=WORDS,
    published=st.none() | PERIODS,
    published_from=WORDS,
    received_on=st.none() | st.dates(),
    characters=SMALL,
    invented=st.booleans(),
)


@st.composite
def logs(draw: st.DrawFn) -> EditLog:
    """Pieces that cover a raw text once, some changed, some moved."""
    pieces, at = [], 0
    for was, now, why in draw(
        st.lists(st.tuples(st.text(min_size=1, max_size=5), WORDS, st.sampled_from(["", "script"])))
    ):
        pieces.append(Edit(at, at + len(was), was, now if why else was, why))
        at += len(was)
    return EditLog(tuple(draw(st.permutations(pieces))))


READINGS = st.builds(
    Reading,
    document=DOCUMENTS,
    reader=WORDS,
    reader_version=WORDS,
    log=logs(),
    parts=st.lists(st.builds(Part, st.sampled_from(Section), SMALL, SMALL), max_size=3).map(tuple),
    claims=st.lists(CLAIMS, max_size=2).map(tuple),
    remarks=st.lists(st.builds(Remark, st.builds(Bilingual, WORDS, WORDS), WORDS), max_size=2).map(
        tuple
    ),
    mentions=st.lists(st.dictionaries(WORDS, PLAIN, max_size=2), max_size=2).map(tuple),
    table=st.dictionaries(WORDS, PLAIN, max_size=3),
)


def through_text(plain: Any) -> Any:
    return json.loads(json.dumps(plain, ensure_ascii=False))


@given(CLAIMS)
def test_a_claim_comes_back_from_json_equal_and_with_its_extras(claim: Claim) -> None:
    back = claim_from_json(through_text(claim_to_json(claim)))

    assert back == claim
    assert back.extra == claim.extra
    assert repr(back.value) == repr(claim.value)


@given(READINGS)
def test_a_reading_comes_back_from_json_equal(reading: Reading) -> None:
    back = reading_from_json(through_text(reading_to_json(reading)))

    assert back == reading
    assert (back.log.raw, back.log.clean) == (reading.log.raw, reading.log.clean)


@given(PLAIN)
def test_plain_values_keep_their_types(value: Any) -> None:
    back = from_plain(through_text(to_plain(value)))

    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("value", [object(), {1, 2}, b"bytes", 1j])
def test_what_json_has_no_word_for_is_refused_and_not_printed(value: object) -> None:
    with pytest.raises(NotPlain):
        to_plain({"cell": [value]})


def test_a_moment_is_not_taken_for_a_day() -> None:
    kept = [date(2025, 3, 3), datetime(2025, 3, 3, 8), Decimal("1.50")]

    assert from_plain(through_text(to_plain(kept))) == kept
