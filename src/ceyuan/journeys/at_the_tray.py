"""The tray for pages: what lies on it (`authoring.tray.AskTray`), deciding on it (`ActTray`)."""

from collections.abc import Sequence
from datetime import datetime

from ceyuan.authoring.handed_in import HandedIn, Kept, Slip, Upload, Workbook
from ceyuan.journeys.hand_in import (
    discard,
    hand_in,
    handed_in,
    keep_handed_in,
    on_tray,
    remarked,
)
from ceyuan.journeys.registers import undo_import
from ceyuan.model.bilingual import Language
from ceyuan.model.period import Period
from ceyuan.office import Office


class TrayAnswers:
    """What lies on the tray."""

    def __init__(self, office: Office, language: Language) -> None:
        self._office, self._language = office, language

    def slips(self) -> tuple[Slip, ...]:
        """What waits for a decision, newest first."""
        return on_tray(self._office)

    def handed_in(self, token: str) -> HandedIn | None:
        """What keeping the files of a slip would mean now; None where it is gone."""
        return handed_in(self._office, token)

    def remarked(self, token: str, number: int) -> Workbook | None:
        """A register on the tray with a remark in every cell concerned; None where it is none."""
        return remarked(self._office, token, number, self._language)


class TrayActs:
    """Handing in the files of one form, or deciding on files, at `now`."""

    def __init__(self, office: Office, now: datetime, uploads: Sequence[Upload] = ()) -> None:
        self._office, self._now, self._uploads = office, now, uploads

    def hand_in(self, by: str, published: Period | None = None, publisher: str = "") -> str:
        """Read the files sent with the form and put them on the tray; gives the slip's token."""
        return hand_in(
            self._office,
            self._uploads,
            now=self._now,
            by=by,
            published=published,
            publisher=publisher,
        )

    def keep(
        self, token: str, by: str, number: int | None = None, accept_doubtful: bool = False
    ) -> Kept:
        """Write the files of a slip, or one of them, into the ledger."""
        return keep_handed_in(
            self._office,
            token,
            number=number,
            now=self._now,
            by=by,
            accept_doubtful=accept_doubtful,
        )

    def discard(self, token: str, number: int | None = None) -> None:
        """Take a slip, or one file of it, off the tray."""
        discard(self._office, token, number)

    def undo_import(self, document: str, by: str, why: str) -> int:
        """Take back everything a document brought in; gives how many facts fell."""
        return undo_import(self._office, document, by=by, now=self._now, reason=why)
