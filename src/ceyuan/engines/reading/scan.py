"""What the bytes of a file turned out to hold, before anything is repaired."""

from dataclasses import dataclass, field

from ceyuan.authoring.reader import Sheet
from ceyuan.model.reading import Remark

#: Media types without a module of their own that is quick to load.
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Scan:
    """A file opened: its text as it stands, or its sheets.

    Attributes:
        media: media type found in the content, whatever the name says.
        encoding: of a text, as Python names it; empty where the format fixes it.
        text: everything people would read, in the order of the file, line ends as they are.
        sheets: of a workbook; also the tables of a page or a letter, in order.
        printed: what the file says about its making: `title`, `date` (ISO), `publisher`,
            `author`, where it does.
        pages: where each page of a paged document begins in `text`.
        remarks: what a person should know: a wrong name, a lost end, a repaired byte.
    """

    media: str
    encoding: str = ""
    text: str = ""
    sheets: tuple[Sheet, ...] = ()
    printed: dict[str, str] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_workbook(self) -> bool:
        """Whether the file is a table and nothing else."""
        return bool(self.sheets) and not self.text
