"""What a number about an indicator measures: its level, its growth, a difference, a share."""

from enum import StrEnum

from ceyuan.model.bilingual import Bilingual


class Measure(StrEnum):
    """The side of an indicator that a figure shows."""

    LEVEL = "level"
    GROWTH = "growth_yoy"
    CHANGE = "change"
    SHARE = "share"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _TERMS[self]


_TERMS = {
    Measure.LEVEL: Bilingual("总量", "level"),
    Measure.GROWTH: Bilingual("同比增长", "growth on the year"),
    Measure.CHANGE: Bilingual("变化", "change"),
    Measure.SHARE: Bilingual("占比", "share"),
}
