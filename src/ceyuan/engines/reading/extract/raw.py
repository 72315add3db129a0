"""The raw text under a repaired one."""

from ceyuan.model.edit import EditLog
from ceyuan.model.locator import TextSpan


class Raw:
    """The raw text under a repaired one."""

    def __init__(self, log: EditLog) -> None:
        self._log, self._text = log, log.raw

    def place(self, start: int, end: int) -> TextSpan:
        """Where a repaired run stands in the raw text."""
        return TextSpan(*self._log.to_raw(start, end))

    def words(self, place: TextSpan) -> str:
        """The raw words at a place."""
        return self._text[place.start : place.end]
