"""Doubles in a home: sought, merged by rule, asked, answered, taken back. All firms are invented."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ceyuan.journeys.among import UnreadableList, read_among, read_names
from ceyuan.journeys.who import (
    ContradictsEarlier,
    NothingToUndo,
    UnknownRecord,
    decide,
    decided,
    organisations,
    queue,
    seek,
    undo,
)
from ceyuan.model.credit_code import check_character
from ceyuan.model.decision import Judgement
from ceyuan.model.entity import Entity
from ceyuan.model.errors import Faults
from ceyuan.office import Office

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
SAME, DIFFERENT, UNSURE = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE


def code(number: int) -> str:
    first = f"91990101MA{number:07d}"
    return first + check_character(first)


CODED = f"enterprise:{code(1)}"
AS_INSTITUTE = f"institute:{code(1)}"
OTHER_CODE = f"enterprise:{code(2)}"
NAMED = "enterprise:云岫澜图传感科技有限公司"
SHORT = "enterprise:澜图传感"
STRANGER = "enterprise:岚江穗禾种业有限公司"
ENTITIES = (
    Entity(CODED, "enterprise", "云岫澜图传感科技有限公司"),
    Entity(NAMED, "enterprise", "云岫澜图传感科技有限公司"),
    Entity(SHORT, "enterprise", "澜图传感"),
    Entity(AS_INSTITUTE, "institute", "云岫澜图传感研究院"),
    Entity(OTHER_CODE, "enterprise", "云岫澜图传感科技有限公司"),
    Entity(STRANGER, "enterprise", "岚江穗禾种业有限公司"),
    Entity("place:990101", "district", "云岫区"),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home") as office:
        office.ledger.record([], at=NOON, entities=ENTITIES)
        yield office


def pairs(doubts: object) -> set[frozenset[str]]:
    return {frozenset((d.one.id, d.other.id)) for d in doubts}  # type: ignore[attr-defined]


def test_the_same_code_merges_by_itself_and_says_by_which_rule(office: Office) -> None:
    found = seek(office, now=NOON)

    assert found.merged == 1
    (answer,) = decided(office)
    assert {answer.one.id, answer.other.id} == {CODED, AS_INSTITUTE}
    assert (answer.decision.by, answer.decision.rule) == ("", "same_code")


def test_names_alike_are_asked_and_different_codes_never(office: Office) -> None:
    seek(office, now=NOON)

    asked = pairs(queue(office))
    assert frozenset((CODED, NAMED)) in asked
    assert frozenset((NAMED, SHORT)) in asked
    assert frozenset((CODED, OTHER_CODE)) not in asked
    assert not any(STRANGER in pair for pair in asked)


def test_seeking_twice_asks_nothing_twice(office: Office) -> None:
    first = seek(office, now=NOON)

    second = seek(office, now=NOON)

    assert (second.merged, second.asked, second.waiting) == (0, 0, first.waiting)


def test_an_answer_joins_the_records_under_the_coded_one(office: Office) -> None:
    decide(office, NAMED, CODED, SAME, by="王工", now=NOON)

    known = {one.id: one for one in organisations(office)}
    assert NAMED not in known
    assert known[CODED].name == "云岫澜图传感科技有限公司"


def test_facts_keep_their_subject_when_records_are_joined(office: Office) -> None:
    decide(office, NAMED, CODED, SAME, by="王工", now=NOON)

    with office.ledger.view() as view:
        assert view.entity(NAMED) is not None


def test_two_codes_are_refused_even_by_way_of_a_third(office: Office) -> None:
    decide(office, NAMED, CODED, SAME, by="王工", now=NOON)

    with pytest.raises(ContradictsEarlier, match="credit codes differ"):
        decide(office, NAMED, OTHER_CODE, SAME, by="王工", now=NOON)
    with pytest.raises(ContradictsEarlier):
        decide(office, CODED, OTHER_CODE, SAME, by="王工", now=NOON)


def test_a_merge_against_an_earlier_refusal_names_it_and_writes_nothing(office: Office) -> None:
    decide(office, NAMED, CODED, SAME, by="王工", now=NOON)
    decide(office, CODED, SHORT, DIFFERENT, by="李工", now=NOON)
    before = office.decisions.log()

    with pytest.raises(ContradictsEarlier, match="李工"):
        decide(office, NAMED, SHORT, SAME, by="王工", now=NOON)

    assert office.decisions.log() == before


def test_a_refusal_inside_what_was_joined_names_the_chain(office: Office) -> None:
    decide(office, NAMED, CODED, SAME, by="王工", now=NOON)
    decide(office, NAMED, SHORT, SAME, by="王工", now=NOON)

    with pytest.raises(ContradictsEarlier, match="王工"):
        decide(office, CODED, SHORT, DIFFERENT, by="李工", now=NOON)


def test_what_is_taken_back_never_comes_back_by_itself(office: Office) -> None:
    seek(office, now=NOON)
    undo(office, CODED, AS_INSTITUTE, by="王工", now=NOON, why="研究院另行登记")

    again = seek(office, now=NOON)

    assert again.merged == 0
    assert decided(office) == ()
    assert frozenset((CODED, AS_INSTITUTE)) in pairs(queue(office))


def test_an_answer_is_replaced_by_a_newer_one_for_the_same_pair(office: Office) -> None:
    decide(office, NAMED, SHORT, SAME, by="王工", now=NOON)
    decide(office, NAMED, SHORT, DIFFERENT, by="王工", now=NOON)

    assert [d.decision.judgement for d in decided(office)] == [DIFFERENT]


def test_unsure_stays_in_the_queue(office: Office) -> None:
    decide(office, NAMED, SHORT, UNSURE, by="王工", now=NOON)

    assert pairs(queue(office)) == {frozenset((NAMED, SHORT))}


def test_evidence_lies_side_by_side(office: Office) -> None:
    seek(office, now=NOON)

    doubt = next(d for d in queue(office) if {d.one.id, d.other.id} == {CODED, SHORT})

    sides = {doubt.one.id: doubt.one, doubt.other.id: doubt.other}
    assert sides[CODED].codes == (code(1),)
    assert sides[SHORT].codes == ()
    assert doubt.grounds


def test_records_nobody_knows_are_refused(office: Office) -> None:
    with pytest.raises(UnknownRecord):
        decide(office, "enterprise:无此企业", CODED, SAME, by="王工", now=NOON)
    with pytest.raises(UnknownRecord):
        decide(office, CODED, CODED, SAME, by="王工", now=NOON)


def test_there_must_be_something_to_take_back(office: Office) -> None:
    with pytest.raises(NothingToUndo):
        undo(office, CODED, NAMED, by="王工", now=NOON)


def test_decisions_are_copied_with_the_home_and_cannot_be_changed(office: Office) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    decide(office, NAMED, SHORT, SAME, by="王工", now=NOON)

    with pytest.raises(DBAPIError), office.database.writing() as connection:
        connection.execute(text("UPDATE decisions SET judgement = 'different'"))


def test_organisations_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "among.jsonl"
    file.write_text('{"id": 7, "name": "岚江砚台", "aliases": ["砚台"]}\n\n', encoding="utf-8-sig")

    among = read_among(file)

    assert [(k.id, k.name, k.aliases) for k in among.known] == [("7", "岚江砚台", ("砚台",))]
    assert among.ids["7"] == 7


@pytest.mark.parametrize(
    "line",
    [
        "岚江砚台",
        '["岚江砚台"]',
        '{"name": "岚江砚台"}',
        '{"id": true, "name": "岚江砚台"}',
        '{"id": "1", "name": " "}',
        '{"id": "1", "name": "岚江砚台", "aliases": "砚台"}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_organisation_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "among.jsonl"
    file.write_text(f'{{"id": 1, "name": "好"}}\n{line}\n', encoding="utf-8")

    with pytest.raises(Faults) as told:
        read_among(file)

    assert str(told.value.faults[0].where).endswith(":2")


def test_an_identifier_given_twice_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "among.jsonl"
    file.write_text('{"id": 1, "name": "甲厂"}\n{"id": "1", "name": "乙厂"}\n', encoding="utf-8")

    with pytest.raises(Faults):
        read_among(file)


def test_names_are_read_in_the_encodings_offices_use(tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_bytes("岚江砚台\r\n\r\n 砚台 \r\n".encode("gb18030"))

    assert read_names(file) == ("岚江砚台", "砚台")
    with pytest.raises(UnreadableList):
        read_names(tmp_path / "absent.txt")
