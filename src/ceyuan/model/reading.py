"""What reading one document gave: the repaired text, its parts, and what it states."""

from dataclasses import dataclass, field
from typing import Any

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.document import Document
from ceyuan.model.edit import EditLog
from ceyuan.model.section import Part


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know about a reading: `what`, and `where` it applies."""

    what: Bilingual
    where: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read by one reader.

    `log` takes the raw text to the repaired text and back; `parts` divide the repaired text;
    `claims` stand in the order of the text. For a workbook `log` is empty and `table` holds the
    sheets as read.
    """

    document: Document
    reader: str
    reader_version: str
    log: EditLog
    parts: tuple[Part, ...]
    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...] = ()
    mentions: tuple[dict[str, Any], ...] = ()
    table: dict[str, Any] = field(default_factory=dict)
