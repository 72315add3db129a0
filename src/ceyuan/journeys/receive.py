"""Bring documents in: read them, say what they state, and on request keep it in the ledger."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.incoming import Incoming, open_file
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.journeys.received import Receipt, ReceivedFile
from ceyuan.journeys.registers import UNDONE, is_register, rehearse_register
from ceyuan.journeys.subject import subject_of
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.errors import CeyuanError
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.period import Period
from ceyuan.model.reading import Reading
from ceyuan.office import Office

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Begins the reason of a withdrawal that a newer reader caused.
NO_LONGER_READ = "重新读取后不再得出"

#: Told before each file: how many are done, of how many, and the name of the next.
Progress = Callable[[int, int, str], None]


def receive(
    office: Office,
    files: Iterable[Path | Incoming],
    *,
    now: datetime,
    published: Period | None = None,
    publisher: str = "",
    keep: bool = False,
    invented: bool = False,
    by: str = "",
    accept_doubtful: bool = False,
    progress: Progress | None = None,
) -> Receipt:
    """Read every file; one that cannot be read is refused, and the others are still read.

    With `keep`, each file goes into archive and ledger before the next is opened: bytes, reading,
    and all facts in one transaction. Reading a document again adds nothing; what a newer reader
    no longer finds in it is withdrawn with that reason.

    Args:
        files: paths, or names with bytes.
        now: the moment, with its zone; facts are recorded on its day.
        published: day or month of publication, where somebody knows; wins over the page.
        publisher: likewise.
        keep: write to the ledger.
        invented: the documents are made up, and their pages say so.
        by: the person.
        accept_doubtful: write what a register's rehearsal withholds, too (see
            `journeys.registers.RegisterTrial.importable`).
        progress: told before each file.
    """
    desk = ReadingDesk(office.catalogue)
    wanted = list(files)
    received = []
    for done, file in enumerate(wanted):
        name = file.name
        if progress:
            progress(done, len(wanted), name)
        try:
            incoming = open_file(file) if isinstance(file, Path) else file
            reading = desk.read(
                incoming.content, incoming.name, published=published, publisher=publisher
            )
            document = replace(reading.document, received_on=now.date(), invented=invented)
            reading = replace(reading, document=document)
            if keep:
                received.append(
                    _kept(office, desk, incoming, reading, now=now, by=by, accept=accept_doubtful)
                )
            else:
                received.append(ReceivedFile(name, reading))
        except CeyuanError as refused:
            received.append(ReceivedFile(name, refused=refused))
        except Exception as error:
            # A fault of ours in one file must not keep an officer's other files from being read.
            if os.environ.get("CEYUAN_DEBUG"):
                raise
            received.append(ReceivedFile(name, refused=_broke(name, error)))
    if progress:
        progress(len(wanted), len(wanted), "")
    return Receipt(tuple(received), keep)


class ReaderBroke(CeyuanError):
    """The program failed on a file it should have read or refused."""


def _broke(name: str, error: Exception) -> ReaderBroke:
    return ReaderBroke(
        Bilingual(
            f"程序在读这份文件时出错：{type(error).__name__}",
            f"the program failed on this file: {type(error).__name__}",
        ),
        where=name,
        remedy=Bilingual(
            "这是程序的缺陷：设 CEYUAN_DEBUG=1 再读一次，把看到的内容报告给我们",
            "a fault of the program: read it again with CEYUAN_DEBUG=1 and report what you see",
        ),
    )


def _kept(
    office: Office,
    desk: ReadingDesk,
    incoming: Incoming,
    reading: Reading,
    *,
    now: datetime,
    by: str,
    accept: bool,
) -> ReceivedFile:
    facts, entities, homeless = facts_of(reading, desk, now)
    wanted = facts
    if is_register(reading) and not accept:
        sure = {id(c) for c in rehearse_register(office, reading, desk).importable().claims}
        wanted = [fact for fact in facts if id(fact.claim) in sure]
        about = {fact.subject for fact in wanted}
        entities = [entity for entity in entities if entity.id in about]
    # Bytes and reading first: a fact must never stand whose document is not kept.
    office.archive.put(incoming.content)
    office.archive.put_reading(reading)
    with office.database.writing() as connection:
        recorded = office.ledger.record(
            wanted, [reading.document], at=now, by=by, entities=entities, within=connection
        )
        raised = _raised_again(office, recorded.fallen, connection, now=now, by=by)
        with office.ledger.view(within=connection) as view:
            held = view.table(FactQuery(document=reading.document.digest)).select(["id", "reader"])
        claimed = {fact.id for fact in facts}
        before = held.to_pydict()
        gone = [
            fact
            for fact, reader in zip(before["id"], before["reader"], strict=True)
            if reader and fact not in claimed
        ]
        office.ledger.withdraw_all(
            gone,
            reason=f"{NO_LONGER_READ}（{reading.reader} {reading.reader_version}）",
            by=by,
            on=now.date(),
            at=now,
            within=connection,
        )
    return ReceivedFile(
        incoming.name,
        reading,
        new_facts=recorded.new + raised,
        already=recorded.already - raised,
        withheld=len(facts) - len(wanted),
        withdrawn=len(gone),
        homeless=homeless,
    )


def _raised_again(
    office: Office, fallen: tuple[str, ...], connection: "Connection", *, now: datetime, by: str
) -> int:
    """What fell by an undone import, or by a reader that no longer found it, stands again.

    What a person withdrew stays withdrawn.
    """
    if not fallen:
        return 0
    why = office.ledger.why_fallen(fallen, within=connection)
    undone = [id for id, reason in why.items() if reason.startswith((UNDONE, NO_LONGER_READ))]
    return office.ledger.reinstate_all(
        undone, reason="重新导入", by=by, on=now.date(), at=now, within=connection
    )


def facts_of(
    reading: Reading, desk: ReadingDesk, now: datetime
) -> tuple[list[Fact], list[Entity], int]:
    """The facts a reading gives, the entities they are about, and how many claims name nobody."""
    near = _place_spoken_of(reading.document, desk)
    facts: list[Fact] = []
    entities: dict[str, Entity] = {}
    homeless = 0
    for claim in reading.claims:
        entity = subject_of(claim, desk.gazetteer, near)
        if entity is None:
            homeless += 1
            continue
        entities.setdefault(entity.id, entity)
        facts.append(
            Fact(
                id=fact_id(entity.id, claim, reading.document.digest),
                subject=entity.id,
                claim=claim,
                document=reading.document.digest,
                reader=reading.reader,
                reader_version=reading.reader_version,
                recorded_on=now.date(),
            )
        )
    return facts, list(entities.values()), homeless


def _place_spoken_of(document: Document, desk: ReadingDesk) -> str | None:
    for said in (document.title, document.publisher):
        place = desk.first_place_in(said)
        if place is not None:
            return place.code
    return None
