"""The unified social credit code and its check character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.credit_code import (
    ALPHABET,
    BadCreditCode,
    CodeTurnedIntoNumber,
    WrongCheckCharacter,
    check_character,
    organisation_check_character,
    parse_credit_code,
)

first_seventeen = st.text(ALPHABET, min_size=17, max_size=17)


@pytest.mark.parametrize(
    "code",
    [
        "9144030071526726XG",
        "914403001922038216",
        "91330100799655058B",
        "91110000802100433B",
        "91500120123456788G",
        "91500120MA5U000115",
    ],
)
def test_the_codes_of_the_reference_sheet_are_right(code):
    assert parse_credit_code(code).text == code


def test_a_code_is_read_in_its_parts():
    code = parse_credit_code("91500120123456788G")

    assert (code.authority, code.category, code.region) == ("9", "1", "500120")
    assert code.organisation == "123456788"
    assert code.organisation_check_holds


@pytest.mark.parametrize(
    ("organisation", "check"),
    [("71526726", "X"), ("19220382", "1"), ("79965505", "8"), ("80210043", "3")],
)
def test_the_organisation_code_has_a_check_of_its_own(organisation, check):
    assert organisation_check_character(organisation) == check


def test_an_organisation_part_that_fails_its_own_check_is_no_error():
    right = organisation_check_character("MA5U0001")
    wrong = "7" if right != "7" else "8"
    first = f"91500120MA5U0001{wrong}"

    code = parse_credit_code(first + check_character(first))

    assert not code.organisation_check_holds


@given(first_seventeen)
def test_every_computed_check_character_is_accepted(first):
    assert parse_credit_code(first + check_character(first)).text == first + check_character(first)


@given(first_seventeen, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(first, at, other):
    wrong = first[:at] + other + first[at + 1 :]

    if wrong != first:
        with pytest.raises(WrongCheckCharacter):
            parse_credit_code(wrong + check_character(first))


@given(first_seventeen, st.integers(0, 15))
def test_two_neighbours_exchanged_are_always_noticed(first, at):
    swapped = first[:at] + first[at + 1] + first[at] + first[at + 2 :]

    if swapped != first:
        with pytest.raises(WrongCheckCharacter):
            parse_credit_code(swapped + check_character(first))


def test_spaces_hyphens_full_width_and_lower_case_are_allowed_for():
    assert parse_credit_code(" 9150 0120-1234 56788g ").text == "91500120123456788G"
    assert parse_credit_code("９１５００１２０１２３４５６７８８Ｇ").text == "91500120123456788G"


@pytest.mark.parametrize("printed", ["9.15001201E+17", "9.15E17", "9.15001E+17"])
def test_a_code_that_became_a_number_is_never_guessed_back(printed):
    with pytest.raises(CodeTurnedIntoNumber):
        parse_credit_code(printed)


@pytest.mark.parametrize("printed", ["", "9150012012345678", "91500120123456788GG", "—"])
def test_another_length_is_refused(printed):
    with pytest.raises(BadCreditCode):
        parse_credit_code(printed)


def test_a_letter_the_standard_does_not_have_is_named():
    with pytest.raises(BadCreditCode, match="O"):
        parse_credit_code("915OO120123456788G")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader_of_codes(printed):
    try:
        parse_credit_code(printed)
    except BadCreditCode:
        return
    assert len(printed) >= 18
