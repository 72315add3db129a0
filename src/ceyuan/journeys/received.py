"""What came of bringing files in: file by file, and all together."""

from dataclasses import dataclass

from ceyuan.model.errors import CeyuanError
from ceyuan.model.reading import Reading


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file: its reading, or why it was refused.

    Attributes:
        name: the file's name.
        reading: None where the file was refused.
        refused: None where it was read.
        new_facts: facts the ledger did not hold before.
        already: facts it held, from an earlier reading of the same document.
        withdrawn: facts of an earlier reading that this one no longer finds.
        withheld: facts of a register that are not written unless the officer says so.
        homeless: claims whose subject the text does not say; read, but not kept as facts.
    """

    name: str
    reading: Reading | None = None
    refused: CeyuanError | None = None
    new_facts: int = 0
    already: int = 0
    withdrawn: int = 0
    withheld: int = 0
    homeless: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """All files of one act, in the order given. `kept` says whether the ledger was written."""

    files: tuple[ReceivedFile, ...]
    kept: bool

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of the files that were read."""
        return tuple(file.reading for file in self.files if file.reading is not None)

    @property
    def refused(self) -> tuple[CeyuanError, ...]:
        """Why the others were not."""
        return tuple(file.refused for file in self.files if file.refused is not None)

    @property
    def new_facts(self) -> int:
        """Facts the ledger did not hold before."""
        return sum(file.new_facts for file in self.files)

    @property
    def already(self) -> int:
        """Facts it held."""
        return sum(file.already for file in self.files)
