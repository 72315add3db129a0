"""Doing what forms of pages ask for (`authoring.page.Act`): every act with who and when."""

from collections.abc import Sequence
from datetime import datetime

from ceyuan.authoring.handed_in import Upload
from ceyuan.journeys.at_the_tray import TrayActs
from ceyuan.journeys.policy import PolicyActs
from ceyuan.journeys.who import decide, seek, undo
from ceyuan.model.bilingual import Language
from ceyuan.model.decision import Judgement
from ceyuan.office import Office


class Acts:
    """The acts of one form, sent at `now`; see `authoring.page.Act`."""

    def __init__(
        self,
        office: Office,
        now: datetime,
        language: Language = "zh",
        uploads: Sequence[Upload] = (),
    ) -> None:
        self.language: Language = language
        self.tray = TrayActs(office, now, uploads)
        self.policy = PolicyActs(office, uploads)
        self._office = office
        self._now = now

    def seek_doubles(self) -> None:
        """Look for records that may be one thing."""
        seek(self._office, now=self._now)

    def decide(self, one: str, other: str, judgement: Judgement, by: str, why: str = "") -> None:
        """Keep a person's answer for two records."""
        decide(self._office, one, other, judgement, by=by, now=self._now, why=why)

    def undo(self, one: str, other: str, by: str, why: str = "") -> None:
        """Take the answer for two records back."""
        undo(self._office, one, other, by=by, now=self._now, why=why)
