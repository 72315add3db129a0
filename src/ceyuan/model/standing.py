"""On what footing a figure stands. Figures of different standing are never drawn as one series."""

from enum import StrEnum

from ceyuan.model.bilingual import Bilingual


class Standing(StrEnum):
    """How the ledger came to hold a figure."""

    REGISTERED = "registered"
    REPORTED = "reported"
    DERIVED = "derived"
    DECIDED = "decided"
    EXPECTED = "expected"
    TARGET = "target"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _TERMS[self]


_TERMS = {
    Standing.REGISTERED: Bilingual("登记", "registered"),
    Standing.REPORTED: Bilingual("报道", "reported"),
    Standing.DERIVED: Bilingual("推算", "derived"),
    Standing.DECIDED: Bilingual("认定", "decided"),
    Standing.EXPECTED: Bilingual("预计", "expected"),
    Standing.TARGET: Bilingual("目标", "target"),
}
