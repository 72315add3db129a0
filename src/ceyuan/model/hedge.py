"""How exact a printed number claims to be."""

from enum import StrEnum

from ceyuan.model.bilingual import Bilingual


class Hedge(StrEnum):
    """超 220 is at least 220; 近 600 is about 600; a bare number is exact."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    BETWEEN = "between"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _TERMS[self]


_TERMS = {
    Hedge.EXACT: Bilingual("", ""),
    Hedge.AT_LEAST: Bilingual("不低于", "at least"),
    Hedge.AT_MOST: Bilingual("不超过", "at most"),
    Hedge.ABOUT: Bilingual("约", "about"),
    Hedge.BETWEEN: Bilingual("之间", "between"),
}
