"""What went wrong, where, and what to do about it.

    CeyuanError
      BadInput            what a person gave cannot be used (exit code 2)
      Faults              several at once: everything wrong with one file, form or folder

The class for a situation lives beside the function that raises it and derives from one of these.
"""

from collections.abc import Iterable

from ceyuan.model.bilingual import Bilingual, Language, in_language

_WHERE = Bilingual("位置", "where")
_TO_DO = Bilingual("处理", "to do")


class CeyuanError(Exception):
    """An error made for people: `what` happened, `where`, and the `remedy`."""

    def __init__(
        self,
        what: str | Bilingual,
        *,
        where: str | Bilingual = "",
        remedy: str | Bilingual = "",
    ) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(str(what))

    def told(self, language: Language = "zh") -> str:
        """Three lines at most: what, where, what to do."""
        lines = [in_language(self.what, language)]
        for label, said in ((_WHERE, self.where), (_TO_DO, self.remedy)):
            if words := in_language(said, language):
                lines.append(f"  {label.in_language(language)}: {words}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.told("en")


class BadInput(CeyuanError):
    """Something a person gave cannot be used: a file, a date, a name, an option."""


class Faults(CeyuanError):
    """All faults of one thing, shown together."""

    def __init__(self, faults: Iterable[CeyuanError]) -> None:
        self.faults = tuple(faults)
        n = len(self.faults)
        super().__init__(Bilingual(f"共 {n} 处问题", f"{n} faults"))

    def told(self, language: Language = "zh") -> str:
        """Every fault in the order found."""
        return "\n".join(fault.told(language) for fault in self.faults)
