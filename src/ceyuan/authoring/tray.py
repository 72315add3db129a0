"""What a page may ask and do about files handed in that nobody decided on yet."""

from typing import Protocol

from ceyuan.authoring.handed_in import HandedIn, Kept, Slip, Workbook
from ceyuan.model.period import Period


class AskTray(Protocol):
    """What lies on the tray."""

    def slips(self) -> tuple[Slip, ...]:
        """What waits for a decision, newest first."""
        ...

    def handed_in(self, token: str) -> HandedIn | None:
        """What keeping the files of a slip would mean now; None where it is gone."""
        ...

    def remarked(self, token: str, number: int) -> Workbook | None:
        """A register on the tray with a remark in every cell concerned; None where it is none."""
        ...


class ActTray(Protocol):
    """Handing in, and deciding on what was handed in."""

    def hand_in(self, by: str, published: Period | None = None, publisher: str = "") -> str:
        """Read the files sent with the form and put them on the tray; gives the slip's token.

        Raises:
            BadInput: there is no file, or too many.
        """
        ...

    def keep(
        self, token: str, by: str, number: int | None = None, accept_doubtful: bool = False
    ) -> Kept:
        """Write the files of a slip, or one of them, into the ledger.

        Raises:
            BadInput: the slip or the file is gone.
        """
        ...

    def discard(self, token: str, number: int | None = None) -> None:
        """Take a slip, or one file of it, off the tray.

        Raises:
            BadInput: the slip or the file is gone.
        """
        ...

    def undo_import(self, document: str, by: str, why: str) -> int:
        """Take back everything a document brought in; gives how many facts fell.

        Raises:
            BadInput: no fact of it stands.
        """
        ...
