"""An answer to the question whether two records mean one thing: by whom, when, why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ceyuan.model.bilingual import Bilingual


class Judgement(StrEnum):
    """What is held of two records.

    `asked` is a question nobody has answered; `undone` takes the last answer back and leaves the
    question open.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ASKED = "asked"
    UNDONE = "undone"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _TERMS[self]


_TERMS = {
    Judgement.SAME: Bilingual("同一主体", "the same"),
    Judgement.DIFFERENT: Bilingual("不是同一主体", "not the same"),
    Judgement.UNSURE: Bilingual("不能确定", "unsure"),
    Judgement.ASKED: Bilingual("待判断", "asked"),
    Judgement.UNDONE: Bilingual("已撤销", "undone"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log of decisions; lines are added and never changed.

    Attributes:
        one: identifier of a record; `other` is the other one, later in the alphabet.
        judgement: what was decided.
        by: the person; empty where a rule decided.
        rule: name of the rule of the evidence policy that decided or asked; empty for people.
        at: when, with its zone.
        why: the reason, in words.
        score: how likely the names alone make it, 0 to 1; None where names were not compared.
        no: its number in the log, from 1; 0 before it is kept.
    """

    one: str
    other: str
    judgement: Judgement
    by: str
    at: datetime
    why: str = ""
    rule: str = ""
    score: float | None = None
    no: int = 0

    def __post_init__(self) -> None:
        """Put the pair in its one order.

        Raises:
            ValueError: both identifiers are the same record.
        """
        if self.one == self.other:
            raise ValueError(f"a record is the same as itself: {self.one}")
        if self.one > self.other:
            one, other = self.other, self.one
            object.__setattr__(self, "one", one)
            object.__setattr__(self, "other", other)

    @property
    def pair(self) -> tuple[str, str]:
        """The two records."""
        return self.one, self.other
