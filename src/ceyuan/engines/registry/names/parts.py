"""What the name of an organisation is made of."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from ceyuan.engines.registry.names.region import Region


class Sort(StrEnum):
    """What a word does in a name."""

    REGION = "region"
    TRUNK = "trunk"
    BUSINESS = "business"
    HEAD = "head"
    LATIN = "latin"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a name and what it does there."""

    text: str
    sort: Sort


@lru_cache(maxsize=1 << 18)
def word(text: str, sort: Sort) -> Word:
    """The word, one object for all names it stands in: a million names have few words."""
    return Word(text, sort)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name read into its parts; two names are compared by these, never by their characters alone.

    Attributes:
        printed: the name as given.
        text: in one spelling, without brackets and asides, short words of administration written
            out, a misread legal form put right.
        whole: the same with what stood in brackets.
        host: the body this one is a unit of (重庆大学 of 重庆大学附属肿瘤医院); empty for none.
        regions: places before the name and in brackets, outermost first, of this unit.
        bracketed: whether its region stands in brackets or behind the trunk, where it tells
            sisters apart and is hardly ever left out.
        regional: the region is all that distinguishes the name (重庆银行): `core` keeps it.
        core: trunk, trade and head without region and legal form.
        bare: `core` without a region it keeps.
        trunk: the part that is nobody else's (字号); empty where there is none.
        words: `core` in words.
        form: legal form (`limited`, `joint_stock`, …); empty where the name has none.
        head: what an institution ends in (研究院); empty for companies and short names.
        group: whether it says 集团.
        ordinals: numbers that tell sisters apart (第一, 二期), as digits of their own.
        branch: what a branch ends in (分公司, 支行).
        asides: what stood in brackets and is no region.
        formerly: names it gives as its earlier ones (原…, 曾用名…).
        foreign: has no Chinese character.
        mended: what was taken for a misread legal form or head, as printed.
    """

    printed: str
    text: str
    whole: str
    host: str = ""
    regions: tuple[Region, ...] = ()
    bracketed: bool = False
    regional: bool = False
    core: str = ""
    bare: str = ""
    trunk: str = ""
    words: tuple[Word, ...] = ()
    form: str = ""
    head: str = ""
    group: bool = False
    ordinals: frozenset[str] = frozenset()
    branch: str = ""
    asides: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    foreign: bool = False
    mended: str = ""
    #: All words of host and unit, for judging contractions.
    all_words: tuple[Word, ...] = field(default=())

    @property
    def informal(self) -> bool:
        """Neither legal form nor head: a name as people say it."""
        return not self.form and not self.head
