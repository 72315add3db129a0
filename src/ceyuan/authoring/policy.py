"""What a page may ask about programmes: the notices as rules, and what they say of everybody.

Amounts are in the unit beside them (money in 元, shares of 1), days are dates, and `None` is unknown:
neither zero nor “no”.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Notice:
    """The card of a programme.

    `level` is `nation`, `city`, `district` or, for a notice of another place, `elsewhere`, as seen
    from the district served. `dating` says what is not known of the days it holds from and until.
    """

    name: str
    title: Bilingual
    about: str
    authority: str
    documents: tuple[str, ...]
    jurisdiction: str
    level: str
    group: str
    kind: str
    stage: str
    benefit: str
    valid_from: date | None
    valid_until: date | None
    validity_years: int | None
    version: str
    in_force: bool
    dating: str = ""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of a notice as written; `role` is `clause`, `award`, `score` or `derived`."""

    name: str
    role: str
    article: str
    sentence: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class BandLine:
    """One row of a table of bands: a run of numbers in words, and the value there."""

    run: str
    value: Any


@dataclass(frozen=True, slots=True)
class ValueLine:
    """What a parameter is for a time; `bands` instead of `value` for a table.

    `mark` is how it is known (`sourced`, `recalled`, `unknown`, `choice`, `invented`).
    """

    start: date
    until: date | None
    value: Any
    bands: tuple[BandLine, ...]
    mark: str
    mark_term: Bilingual
    source: str
    now: bool


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """A number of a notice with all its dated values, the newest first."""

    name: str
    title: str
    unit: str
    by_unit: str
    values: tuple[ValueLine, ...]


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """An example of the folder: a situation and what must come out."""

    name: str
    on: date
    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    note: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many qualify, do not, cannot be told; what it comes to in 元."""

    yes: int
    no: int
    unknown: int
    cost: float


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that keeps an answer unknown, and the paper that would settle it."""

    what: Bilingual
    settled_by: str


@dataclass(frozen=True, slots=True)
class NoticeStory:
    """A programme as written, and how it covers the district."""

    notice: Notice
    rules: tuple[RuleLine, ...]
    parameters: tuple[ParameterLine, ...]
    cases: tuple[WorkedCase, ...]
    coverage: Coverage | None
    lacking: tuple[tuple[Lacking, int], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A value a condition rests on, and the identifier of the fact it comes from."""

    title: Bilingual
    value: Any
    unit: str
    fact: str
    settled_by: str


#: How the comparison of a limit is written, seen from what there is.
SIGNS = {"ge": "≥", "gt": "＞", "le": "≤", "lt": "＜"}


@dataclass(frozen=True, slots=True)
class Limit:
    """A comparison within a condition: what there is, what is asked, whether it is met.

    `comparison` is `ge`, `gt`, `le` or `lt`; `short_by` is how much is lacking
    where it is not met, in `short_unit` (a share is short by percentage points).
    """

    what: Bilingual | None
    value: float | None
    comparison: str
    bound: float | None
    unit: str
    met: bool | None
    short_by: float | None
    short_unit: str
    source: str
    mark: Bilingual | None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in the words of the notice, and how it stands."""

    name: str
    article: str
    sentence: str
    met: bool | None
    required: bool
    limits: tuple[Limit, ...]
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class OneChange:
    """One value changed, everything else as it is, that turns the answer.

    `year` is the fiscal year the figure is of: it can only change with the figures of a later year.
    None for what can change any day.
    """

    title: Bilingual
    now: Any
    then: Any
    unit: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class NumberUsed:
    """A number of the notice that a step used; `mark` is empty where the notice itself says it."""

    title: str
    value: Any
    unit: str
    source: str
    mark: Bilingual | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step to an answer: what it computes, what came out, from which numbers of the notice.

    `result` marks an amount or points that no further amount or points are made of.
    """

    name: str
    role: str
    article: str
    sentence: str
    value: Any
    unit: str
    formula: Bilingual
    numbers: tuple[NumberUsed, ...]
    result: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """One programme about one subject, with everything that decides it.

    Attributes:
        eligible: None where it cannot be told.
        amount: in 元.
        changes: single changes after which it would qualify, smallest first.
        from_day: the first day it qualifies with nothing changed.
        losses: single changes after which it would no longer qualify, nearest first.
        remarks: what is to be known of the numbers (recalled, invented), those of one source
            together.
        steps: the way to the answer, in the order computed.
        together: where no single change is enough, those that are enough together.
        together_from: the day they have to wait for.
        stuck: sentences of conditions that fail and that nothing was found for, neither an act nor
            waiting.
    """

    notice: Notice
    eligible: bool | None
    amount: float | None
    conditions: tuple[Condition, ...]
    lacking: tuple[Lacking, ...]
    changes: tuple[OneChange, ...]
    from_day: date | None
    losses: tuple[OneChange, ...]
    remarks: tuple[Bilingual, ...]
    steps: tuple[StepLine, ...] = ()
    together: tuple[OneChange, ...] = ()
    together_from: date | None = None
    stuck: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """One subject under one programme, in brief.

    Attributes:
        failing: sentences of required conditions not met.
        open: of those that cannot be told.
        lacking: how many values nobody has given.
        missed: the limits the failing conditions miss.
        turns: answers of yes or no that alone make a condition fail.
        rests: what the failing conditions rest on, where neither a limit nor an answer tells.
    """

    subject: str
    name: str
    eligible: bool | None
    amount: float | None
    failing: tuple[str, ...]
    open: tuple[str, ...]
    lacking: int
    missed: tuple[Limit, ...] = ()
    turns: tuple[OneChange, ...] = ()
    rests: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """A subject whose verdict or amount a change turns; amounts in 元."""

    subject: str
    name: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Budgeted:
    """What a budget pays: in all, what is left, how many go empty."""

    budget: float
    paid: float
    left: float
    unserved: int


@dataclass(frozen=True, slots=True)
class Trial:
    """A programme with other numbers over the same subjects."""

    before: Coverage
    after: Coverage
    gained: tuple[Turned, ...]
    lost: tuple[Turned, ...]
    more: tuple[Turned, ...]
    less: tuple[Turned, ...]
    budgeted: Budgeted | None


@dataclass(frozen=True, slots=True)
class AwardPart:
    """What one award pays beside the others, and by which articles less (or more) than alone; 元."""

    title: Bilingual
    alone: float
    paid: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllAwards:
    """What one subject gets of all awards together.

    `unknown` are awards whose amount cannot be told: they are in no sum. `undecided` are articles
    about awards it would get of which nobody has decided whether they exclude each other.
    """

    parts: tuple[AwardPart, ...]
    alone: float
    paid: float
    unknown: tuple[Bilingual, ...]
    undecided: tuple[str, ...]

    @property
    def told(self) -> bool:
        """Whether the sum says anything: not where everything there might be is unknown."""
        return bool(self.parts) or not self.unknown


@dataclass(frozen=True, slots=True)
class OutlayLine:
    """What one award pays: to how many, how much in 元, and of how many it cannot be told."""

    notice: Notice
    paid: int
    amount: float
    unknown: int

    @property
    def told(self) -> bool:
        """Whether the amount says anything: not where nobody gets any and of some it is unknown."""
        return bool(self.paid) or not self.unknown


@dataclass(frozen=True, slots=True)
class Outlay:
    """What all awards cost: each alone, and `together` in 元 after highest-only rules and caps."""

    lines: tuple[OutlayLine, ...]
    together: float

    @property
    def alone(self) -> float:
        """The sum of all awards taken one by one."""
        return sum(one.amount for one in self.lines)

    @property
    def unknown(self) -> int:
        """Amounts that cannot be told; they are in no sum."""
        return sum(one.unknown for one in self.lines)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A number a draft changes: as it is on the day, and as the draft has it; bands in words."""

    name: str
    title: str
    unit: str
    now: Any
    then: Any
    bands_now: tuple[BandLine, ...] = ()
    bands_then: tuple[BandLine, ...] = ()


class AskPolicy(Protocol):
    """Programmes over what the ledger holds now, asked for the day of the page."""

    def notices(self) -> tuple[Notice, ...]:
        """Every programme, those in force first, from the nation down."""
        ...

    def notice(self, name: str) -> NoticeStory | None:
        """One programme as written; None where there is none."""
        ...

    def coverage(self) -> Mapping[str, Coverage]:
        """By programme in force, how it covers the district."""
        ...

    def checked(self, subject: str) -> tuple[Checked, ...]:
        """Every programme in force about a subject; empty where it is of a kind none is about."""
        ...

    def verdicts(self, name: str) -> tuple[Verdict, ...]:
        """One programme about everybody; empty where it is not in force."""
        ...

    def trial(
        self,
        name: str,
        settings: Mapping[str, str],
        budget: float | None = None,
        pro_rata: bool = False,
        draft: str = "",
    ) -> Trial | None:
        """A programme with other numbers; None where it covers nobody.

        Args:
            name: the programme.
            settings: by parameter, the value as typed; they win over the draft.
            budget: in 元.
            pro_rata: share a budget that does not suffice; else first come.
            draft: token of a draft handed in.

        Raises:
            BadInput: a parameter or a value will not do, or the draft is gone.
        """
        ...

    def draft(self, name: str, token: str) -> tuple[DraftLine, ...]:
        """What a draft handed in changes; numbers it leaves as they are do not count.

        Raises:
            BadInput: the draft is gone, or is none of this programme.
        """
        ...

    def together(self, subject: str) -> AllAwards | None:
        """All awards about a subject taken together; None where none is about it."""
        ...

    def holders(self, kind: str, field: str) -> frozenset[str]:
        """Subjects of a kind of whom a field is true, as programmes see them on the day."""
        ...

    def outlay(self, reached: Mapping[str, Collection[str]]) -> Outlay:
        """What all awards in force cost.

        Args:
            reached: by field that says a qualification is held, who else is taken to hold it, from
                the day asked on; empty for what is.
        """
        ...


class ActPolicy(Protocol):
    """What a form may do about programmes."""

    def hand_in_draft(self, name: str) -> str:
        """Take in the draft `parameters.toml` sent with the form; gives its token. Nothing is run.

        Raises:
            BadInput: there is no file, it is too large, or something in it is not as it must be.
        """
        ...
