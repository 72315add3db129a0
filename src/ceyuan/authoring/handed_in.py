"""Files handed in through a page: on the tray until somebody keeps or discards them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Value
from ceyuan.model.document import Document
from ceyuan.model.errors import CeyuanError
from ceyuan.model.kind import Field, Kind
from ceyuan.model.table import Problem


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent: the name the sender gives it, which nobody trusts, and its bytes."""

    name: str
    file: BinaryIO


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that a page gives away."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Slip:
    """What lies on the tray under one number: whose it is, since when and until when, which files."""

    token: str
    by: str
    at: datetime
    until: datetime
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column and what it was taken for; `field` is empty where nobody reads it."""

    letter: str
    heading: str
    field: Bilingual | None
    unit: str
    period: str
    reason: str
    sure: float


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table of a sheet: what it registers and why, where it starts, what its columns are."""

    sheet: str
    title: str
    kind: Kind | None
    kind_reason: str
    header_rows: tuple[int, ...]
    rows: int
    columns: tuple[ReadColumn, ...]

    @property
    def unread(self) -> tuple[ReadColumn, ...]:
        """Columns that nobody reads."""
        return tuple(column for column in self.columns if column.field is None)


@dataclass(frozen=True, slots=True)
class RowChange:
    """A value the ledger has otherwise; `fact` is what it has."""

    field: Field | None
    indicator: str
    cell: str
    before: Value
    now: Value
    fact: str
    contradicts: bool


@dataclass(frozen=True, slots=True)
class RowOutlook:
    """What keeping one row would mean; `subject` is empty where the row names nobody."""

    sheet: str
    row: int
    subject: str
    name: str
    changes: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """The rows with one fate: its code and word, how many, and the first of them."""

    code: str
    term: Bilingual
    count: int
    rows: tuple[RowOutlook, ...]


@dataclass(frozen=True, slots=True)
class RegisterOutlook:
    """What keeping a register would mean.

    `ignored` are sheets without a register and why; `skipped` counts rows that are none, by
    reason; `withheld` counts values that are not written unless somebody says so, and
    `withheld_whole` says why nothing of it is.
    """

    tables: tuple[ReadTable, ...]
    ignored: Mapping[str, str]
    skipped: tuple[tuple[Bilingual, int], ...]
    fates: tuple[Fate, ...]
    problems: tuple[Problem, ...]
    withheld: int
    withheld_whole: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FileOutlook:
    """What keeping one file would mean.

    Attributes:
        number: its place on the slip, from 0.
        name: as sent, without folders.
        size: in bytes.
        refused: why it cannot be read; None where it can.
        document: what it is; None where it was refused.
        register: where it is a register.
        new_facts: facts the ledger would gain; of a text only.
        already: facts it holds; of a text only.
        homeless: claims whose subject the text does not say; of a text only.
    """

    number: int
    name: str
    size: int
    refused: CeyuanError | None = None
    document: Document | None = None
    register: RegisterOutlook | None = None
    new_facts: int = 0
    already: int = 0
    homeless: int = 0


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A slip with what keeping each of its files would mean for the ledger as it stands."""

    slip: Slip
    files: tuple[FileOutlook, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping: new facts, facts that were there, values held back, files refused."""

    new_facts: int
    already: int
    withheld: int
    refused: int
