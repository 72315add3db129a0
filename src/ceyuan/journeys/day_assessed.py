"""All programmes over the whole ledger for one day, computed once while the ledger stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock

from ceyuan.authoring.policy import Verdict
from ceyuan.engines.rules.answer import Answer, Answers
from ceyuan.journeys.assess import OWN_VALUES, Assessed, NothingToAssess, assess_ledger
from ceyuan.office import Office

#: Days and moments kept at hand; pages ask for one day at a time.
_KEPT = 3


@dataclass(frozen=True)
class DayAssessed:
    """An assessment of everybody, with the rows of each programme made ready when first asked for.

    `assessed` is None where the ledger knows nobody that any programme is about.
    """

    assessed: Assessed | None
    _rows: dict[str, list[Answer]] = field(default_factory=dict)
    _verdicts: dict[str, tuple[Verdict, ...]] = field(default_factory=dict)

    def answers(self, name: str) -> Answers | None:
        """One programme over all its rows; None where it is not in force or is about nobody."""
        held = self.assessed.answers if self.assessed else ()
        return next((one for one in held if one.programme.name == name), None)

    def rows(self, name: str) -> list[Answer]:
        """The answer of each row of a programme, in the order of the subjects of its kind."""
        if name not in self._rows:
            of = self.answers(name)
            self._rows[name] = list(of.each()) if of else []
        return self._rows[name]

    def verdicts(self, name: str, make: Callable[[], tuple[Verdict, ...]]) -> tuple[Verdict, ...]:
        """The rows of a programme in brief, made once."""
        if name not in self._verdicts:
            self._verdicts[name] = make()
        return self._verdicts[name]


_Key = tuple[str, int, int, date, tuple[tuple[str, int], ...]]

_kept: dict[_Key, DayAssessed] = {}
_lock = Lock()


def day_assessed(office: Office, day: date, moment: int) -> DayAssessed:
    """Everybody under every programme on a day.

    Args:
        office: the open home.
        day: the day asked.
        moment: number of the last entry of the ledger; another one computes anew, as do changed
            own values of the home.
    """
    own = tuple((p.name, p.stat().st_mtime_ns) for p in sorted(_own_values(office)))
    key = (str(office.home), id(office.ledger), moment, day, own)
    with _lock:
        if key not in _kept:
            try:
                made = DayAssessed(assess_ledger(office, [], on=day, engine="numpy"))
            except NothingToAssess:
                made = DayAssessed(None)
            _kept[key] = made
            while len(_kept) > _KEPT:
                del _kept[next(iter(_kept))]
        return _kept[key]


def _own_values(office: Office) -> list[Path]:
    folder = office.home / OWN_VALUES
    return list(folder.glob("*.toml")) if folder.is_dir() else []
