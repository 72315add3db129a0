"""Files handed in through a page: read and rehearsed, kept or discarded when somebody decides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from secrets import token_hex
from unicodedata import category

from ceyuan.authoring.handed_in import (
    FileOutlook,
    HandedIn,
    Kept,
    Slip,
    Upload,
    Workbook,
)
from ceyuan.journeys.incoming import LARGEST_MB, Incoming
from ceyuan.journeys.outlook import register_outlook
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.journeys.receive import receive
from ceyuan.journeys.registers import handed_back, is_register, rehearse_register
from ceyuan.journeys.rehearse import rehearse
from ceyuan.model.bilingual import Bilingual, Language
from ceyuan.model.errors import BadInput, CeyuanError
from ceyuan.model.period import Period
from ceyuan.office import Office
from ceyuan.stores.tray import NotOnTray, TooLarge, TrayFile, TraySlip

#: Files that may be handed in at once.
MOST_FILES = 40
_LONGEST_NAME = 160
_LARGEST = LARGEST_MB << 20


class NothingHandedIn(BadInput):
    """A form without a file, or with too many."""


def hand_in(
    office: Office,
    uploads: Sequence[Upload],
    *,
    now: datetime,
    by: str,
    published: Period | None = None,
    publisher: str = "",
) -> str:
    """Put files on the tray and read them; the ledger is not touched.

    A file that cannot be read is refused on the slip, the others are still read. Gives the token
    under which they wait.

    Raises:
        NothingHandedIn: no file at all, or more than `MOST_FILES`.
    """
    if not 0 < len(uploads) <= MOST_FILES:
        raise NothingHandedIn(
            Bilingual(
                f"一次交 1 至 {MOST_FILES} 个文件，收到 {len(uploads)} 个",
                f"hand in 1 to {MOST_FILES} files at once; {len(uploads)} came",
            ),
            remedy=Bilingual("选好文件再提交", "choose the files, then send the form"),
        )
    office.tray.sweep(now)
    token = token_hex(16)
    files = [
        _taken_in(office, token, number, upload, now, published, publisher)
        for number, upload in enumerate(uploads)
    ]
    office.tray.write(TraySlip(token, by, now, published, publisher, tuple(files)))
    return token


def handed_in(office: Office, token: str) -> HandedIn | None:
    """What keeping each file of a slip would mean for the ledger as it stands; None if it is gone."""
    try:
        slip = office.tray.slip(token)
    except NotOnTray:
        return None
    desk = ReadingDesk(office.catalogue)
    return HandedIn(_shown(slip), tuple(_outlook(office, desk, slip, file) for file in slip.files))


def on_tray(office: Office) -> tuple[Slip, ...]:
    """Everything that waits for a decision, newest first."""
    return tuple(_shown(slip) for slip in office.tray.slips())


def keep_handed_in(
    office: Office,
    token: str,
    *,
    number: int | None = None,
    now: datetime,
    by: str,
    accept_doubtful: bool = False,
) -> Kept:
    """Write the files of a slip (or one of them) into archive and ledger; they leave the tray.

    Raises:
        NotOnTray: the slip or the file is gone.
    """
    slip = office.tray.slip(token)
    wanted = _wanted(slip, number)
    receipt = receive(
        office,
        [Incoming(f.name, office.tray.content(token, f.number)) for f in wanted if not f.refused],
        now=now,
        published=slip.published,
        publisher=slip.publisher,
        keep=True,
        by=by,
        accept_doubtful=accept_doubtful,
    )
    office.tray.take(token, frozenset(file.number for file in wanted))
    return Kept(
        receipt.new_facts,
        receipt.already,
        sum(file.withheld for file in receipt.files),
        len(receipt.refused),
    )


def discard(office: Office, token: str, number: int | None = None) -> None:
    """Take a slip (or one file of it) off the tray; nothing was written.

    Raises:
        NotOnTray: the slip or the file is gone.
    """
    wanted = _wanted(office.tray.slip(token), number)
    office.tray.take(token, frozenset(file.number for file in wanted))


def remarked(office: Office, token: str, number: int, language: Language = "zh") -> Workbook | None:
    """The register handed back with a remark in every cell concerned; None where it is none."""
    try:
        slip = office.tray.slip(token)
        file = _wanted(slip, number)[0]
        reading = office.tray.reading(token, number)
        if reading is None or not is_register(reading):
            return None
        incoming = Incoming(file.name, office.tray.content(token, number))
    except NotOnTray:
        return None
    trial = rehearse_register(office, reading, ReadingDesk(office.catalogue))
    stem = file.name.rpartition(".")[0] or file.name
    ending = "批注" if language == "zh" else "remarks"
    return Workbook(f"{stem}_{ending}.xlsx", handed_back(trial, incoming, language))


def _taken_in(
    office: Office,
    token: str,
    number: int,
    upload: Upload,
    now: datetime,
    published: Period | None,
    publisher: str,
) -> TrayFile:
    name = _plain_name(upload.name)
    try:
        size = office.tray.put(token, number, upload.file, _LARGEST)
    except TooLarge as refused:
        return TrayFile(number, name, _LARGEST, refused)
    incoming = Incoming(name, office.tray.content(token, number))
    receipt = receive(office, [incoming], now=now, published=published, publisher=publisher)
    (received,) = receipt.files
    if received.reading is None:
        return TrayFile(number, name, size, received.refused)
    office.tray.put_reading(token, number, received.reading)
    return TrayFile(number, name, size)


def _plain_name(name: str) -> str:
    """The last part of a name as people read it: no folders, no signs that cannot be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in last if category(sign)[0] != "C").strip()
    return seen[-_LONGEST_NAME:] or "无名文件"


def _wanted(slip: TraySlip, number: int | None) -> tuple[TrayFile, ...]:
    wanted = tuple(file for file in slip.files if number in (None, file.number))
    if not wanted:
        raise NotOnTray(
            Bilingual("这个文件已处理", "this file was decided on"),
            where=str(number),
            remedy=Bilingual("返回导入页查看", "go back to the page"),
        )
    return wanted


def _shown(slip: TraySlip) -> Slip:
    names = tuple(file.name for file in slip.files)
    return Slip(slip.token, slip.by, slip.at, slip.until, names)


def _outlook(office: Office, desk: ReadingDesk, slip: TraySlip, file: TrayFile) -> FileOutlook:
    plain = FileOutlook(file.number, file.name, file.size, file.refused)
    reading = office.tray.reading(slip.token, file.number) if file.refused is None else None
    if reading is None:
        return plain
    if is_register(reading):
        try:
            outlook = register_outlook(office, reading, rehearse_register(office, reading, desk))
        except CeyuanError as refused:
            return replace(plain, refused=refused)
        return replace(plain, document=reading.document, register=outlook)
    told = rehearse(office, [reading], now=slip.at)
    return replace(
        plain,
        document=reading.document,
        new_facts=told.new_facts,
        already=told.already,
        homeless=told.homeless,
    )
