"""What each firm gets of all awards together: highest only, caps on totals, matching."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceyuan.catalogue.stacking_file import WrittenStacking
from ceyuan.engines.rules.answer import Answers
from ceyuan.engines.rules.programme import AMOUNT
from ceyuan.engines.rules.simulate import amounts
from ceyuan.engines.rules.stacking import Grant, stack
from ceyuan.journeys.assess import Assessed

#: The group of programmes whose amounts are paid out; a credit limit is no money in hand.
PAID_GROUP = "award"


@dataclass(frozen=True, slots=True)
class Together:
    """One row and all awards.

    Attributes:
        subject: identifier.
        name: what it is called.
        grants: of each award that pays something alone or in the end.
        unknown: awards whose amount cannot be determined; they are left out of the sums.
        undecided: articles about awards it would get, where nobody has decided whether they exclude
            each other.
    """

    subject: str
    name: str
    grants: tuple[Grant, ...]
    unknown: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()

    @property
    def alone(self) -> int:
        """What all would pay if each stood alone, in fen."""
        return sum(grant.alone for grant in self.grants)

    @property
    def paid(self) -> int:
        """What is paid in the end, in fen."""
        return sum(grant.paid for grant in self.grants)


def together(assessed: Assessed, stacking: Sequence[WrittenStacking]) -> Iterator[Together]:
    """Each row with what it gets of the awards of the assessment, in the order of the rows.

    Args:
        assessed: answers of a day.
        stacking: how programmes stand to one another; those that hold that day are worked out in
            the order given.

    Raises:
        BadStacking: a rule lacks what it needs.
    """
    paying = [one for one in assessed.answers if one.programme.card.get("group") == PAID_GROUP]
    rules = [one.rule for one in stacking if one.holds(assessed.on)]
    open_ = [one.rule for one in stacking if not one.applies]
    for kind in dict.fromkeys(one.programme.kind for one in paying):
        own = [one for one in paying if one.programme.kind == kind]
        columns = {one.programme.name: (amounts(one).tolist(), unknown_amounts(one)) for one in own}
        pairs = zip(assessed.subjects[kind], assessed.names[kind], strict=True)
        for row, (subject, name) in enumerate(pairs):
            alone = {
                programme: int(paid[row])
                for programme, (paid, unknown) in columns.items()
                if not unknown[row]
            }
            # Where nothing is paid alone nothing is matched or cut either.
            stacked = stack(alone, rules) if any(alone.values()) else ()
            grants = tuple(one for one in stacked if one.alone or one.paid)
            paid_by = {grant.programme for grant in grants if grant.paid}
            yield Together(
                subject,
                name,
                grants,
                tuple(programme for programme, (_, unknown) in columns.items() if unknown[row]),
                tuple(rule.article for rule in open_ if len(paid_by & set(rule.programmes)) > 1),
            )


def holds_in(jurisdiction: str, place: str) -> bool:
    """Whether a programme of a jurisdiction holds in a place: its own, its city's, its province's.

    Args:
        jurisdiction: administrative code of the programme; empty for the nation.
        place: administrative code of six digits.
    """
    return jurisdiction in ("", place, f"{place[:4]}00", f"{place[:2]}0000")


def unknown_amounts(answers: Answers) -> list[bool]:
    """For each row, whether its amount cannot be told; a programme without amounts has none."""
    if AMOUNT not in answers.made:
        return [False] * answers.rows
    mask = answers.made[AMOUNT].over(answers.rows).unknown(answers.rows)
    return [bool(one) for one in mask]
