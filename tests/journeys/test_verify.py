"""Looking a home through finds whatever was changed behind the program's back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ceyuan.journeys.verify import verify
from ceyuan.model.locator import CaseEvent
from ceyuan.office import DATABASE_FILE, Office
from invented_facts import ARTICLE, MONDAY, NOON, PAGE, fact

FIRST, SECOND, WITHDRAWN = fact("220"), fact("230"), fact("240")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A home with a document, facts, a withdrawal and a case."""
    with Office.open(tmp_path / "home") as opened:
        opened.archive.put(PAGE)
        opened.ledger.record([FIRST, SECOND, WITHDRAWN], [ARTICLE], at=NOON)
        opened.ledger.withdraw(WITHDRAWN.id, reason="误读", by="o", on=MONDAY, at=NOON)
        for move in ("open", "close"):
            opened.casebook.append(
                "w-1", "whistle", "1", move, by="o", role="r", on=MONDAY, at=NOON
            )
        opened.ledger.record([fact(at=CaseEvent("w-1", 1), document=None)], at=NOON)
        yield opened


def forge(office: Office, *statements: str) -> None:
    """Change the file as somebody would who does not use the program: past every guard."""
    with closing(sqlite3.connect(office.home / DATABASE_FILE)) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()


def found(office: Office) -> list[tuple[str, str]]:
    return [(finding.what.en, finding.where) for finding in verify(office).findings]


def test_a_home_nobody_touched_is_clean_and_counted(office: Office) -> None:
    told: list[str] = []

    verified = verify(office, progress=lambda step: told.append(step.en))

    assert verified.clean
    assert (verified.documents, verified.facts, verified.entries, verified.events) == (1, 4, 3, 2)
    assert len(verified.seal) == 64
    assert told == ["documents", "ledger and casebook", "the cache of lists"]


def test_a_changed_document_is_found(office: Office) -> None:
    office.archive.place_of(ARTICLE.digest).write_bytes(PAGE.replace(b"220", b"320"))

    assert found(office) == [("the document no longer matches its digest", ARTICLE.digest)]


def test_a_document_that_is_gone_is_found(office: Office) -> None:
    office.archive.place_of(ARTICLE.digest).unlink()

    assert found(office) == [("the document is not in the archive", ARTICLE.digest)]


def test_a_changed_value_is_found_by_identifier_and_by_seal(office: Office) -> None:
    forge(office, f"UPDATE facts SET value = '320', low = 320, high = 320 WHERE id = '{FIRST.id}'")

    assert found(office) == [
        ("the fact does not match its identifier", FIRST.id),
        ("what was written does not match its seal", f"entry 1, {MONDAY}"),
    ]


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE facts SET quote = '高新技术企业超320家' WHERE no = 1",
        "UPDATE facts SET note = '' || 'x' WHERE no = 1",
        "UPDATE facts SET reader = reader, printed = '别的区' WHERE no = 1",
        "UPDATE names SET name = '别的区'",
        "UPDATE entries SET recorded_on = '2020-01-01' WHERE no = 1",
        "UPDATE entries SET \"by\" = 'nobody' WHERE no = 1",
    ],
)
def test_whatever_else_is_changed_in_an_entry_breaks_its_seal(office: Office, forgery: str) -> None:
    forge(office, forgery)

    assert ("what was written does not match its seal", "entry 1") in [
        (what, where.partition(",")[0]) for what, where in found(office)
    ]


def test_a_changed_reason_or_a_removed_withdrawal_is_found(office: Office) -> None:
    forge(office, "UPDATE fates SET reason = '无'")
    assert [where for _, where in found(office)] == [f"entry 2, {MONDAY}"]

    forge(office, "DELETE FROM fates")
    assert f"entry 2, {MONDAY}" in [where for _, where in found(office)]


def test_a_removed_fact_is_found(office: Office) -> None:
    forge(office, "PRAGMA foreign_keys = OFF", f"DELETE FROM facts WHERE id = '{SECOND.id}'")

    told = found(office)
    assert ("1 rows are missing", "facts") in told
    assert ("what was written does not match its seal", f"entry 1, {MONDAY}") in told


def test_an_invented_fact_slipped_in_is_found(office: Office) -> None:
    columns = (
        "entry, subject, property, period, stance, document, reader, sort, value, unit, hedge, "
        "low, high, printed, locator, quote"
    )
    forge(
        office,
        f"INSERT INTO facts (no, id, {columns}) SELECT 5, 'ffffffffffffffffffffffffffffffff', "
        f"{columns} FROM facts WHERE no = 1",
    )

    told = found(office)
    assert ("the fact does not match its identifier", "f" * 32) in told
    assert ("what was written does not match its seal", f"entry 1, {MONDAY}") in told


def test_a_changed_bound_for_filters_is_found(office: Office) -> None:
    forge(office, "UPDATE facts SET high = 9e9 WHERE no = 1")

    assert found(office) == [("the bounds for filters do not match", FIRST.id)]


def test_a_fact_that_can_no_longer_be_read_is_found(office: Office) -> None:
    forge(office, "UPDATE facts SET locator = '{' WHERE no = 1")

    assert any(what.startswith("the fact cannot be read") for what, _ in found(office))


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE events SET said = '{\"ok\":true}' WHERE no = 1",
        "UPDATE events SET \"by\" = 'somebody' WHERE no = 1",
        "UPDATE events SET \"on\" = '2025-01-01' WHERE no = 1",
        "DELETE FROM events WHERE no = 1",
    ],
)
def test_a_changed_or_removed_event_is_found(office: Office, forgery: str) -> None:
    forge(office, forgery)

    assert any(where.startswith("w-1 ") for _, where in found(office))


def test_a_removed_guard_is_found(office: Office) -> None:
    with closing(sqlite3.connect(office.home / DATABASE_FILE)) as connection:
        connection.execute("DROP TRIGGER facts_no_update")

    assert found(office) == [("the guard against changes was removed", "facts_no_update")]


def test_a_cache_that_differs_from_the_ledger_is_found(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.database.reading() as connection:
        columns = office.ledger.shelf.columns(connection)
    columns.subject[0] += 1

    assert [where for _, where in found(office)] == ["subject"]
    assert "delete the folder cache" in found(office)[0][0]
