"""A programme in the list of a check-up: what decides it, and in which order it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from ceyuan.authoring.policy import Checked, Condition, Given, StepLine
from ceyuan.authoring.policy_words import GROUPS
from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Entry:
    """A programme in the list.

    `failing` are required conditions not met, `waiting` those that cannot be told yet; `missing`
    the values that nobody has given, each once.
    """

    checked: Checked
    group: Bilingual
    failing: tuple[Condition, ...]
    waiting: tuple[Condition, ...]
    missing: tuple[Given, ...]

    @property
    def results(self) -> tuple[StepLine, ...]:
        """Points and amounts that no others are made of."""
        return tuple(step for step in self.checked.steps if step.result)

    @property
    def points(self) -> tuple[StepLine, ...]:
        """Results that are no money."""
        return tuple(step for step in self.results if step.role == "score")


def entry_of(one: Checked) -> Entry:
    """What decides one programme."""
    required = [c for c in one.conditions if c.required]
    failing = tuple(c for c in required if c.met is False)
    if one.eligible is False and not failing:
        failing = tuple(c for c in one.conditions if c.met is False)
    waiting = tuple(c for c in required if c.met is None)
    # Of alternatives, the ones that cannot be told matter only where nothing else decides.
    if one.eligible is None and not waiting:
        waiting = tuple(c for c in one.conditions if c.met is None)
    missing = {g.title.zh: g for c in waiting for g in c.given if g.value is None}
    group = GROUPS.get(one.notice.group, Bilingual(one.notice.group, one.notice.group))
    return Entry(one, group, failing, waiting, tuple(missing.values()))


def nearest_first(entries: Iterable[Entry]) -> list[Entry]:
    """What is met first, then what cannot be told, then what fails by least."""
    return sorted(entries, key=_nearest)


def wanted_first(entries: Iterable[Entry]) -> list[tuple[Given, int]]:
    """Values nobody has given that most programmes wait for, with how many, most first."""
    counted: dict[str, tuple[Given, int]] = {}
    for one in entries:
        if one.checked.notice.level == "elsewhere" or one.failing:
            continue
        for given in one.missing:
            counted[given.title.zh] = (given, counted.get(given.title.zh, (given, 0))[1] + 1)
    return sorted(counted.values(), key=lambda pair: -pair[1])


def _nearest(one: Entry) -> tuple[int, int, int, int]:
    order = {True: 0, None: 1, False: 1}[one.checked.eligible]
    groups = list(GROUPS)
    group = one.checked.notice.group
    place = groups.index(group) if group in groups else len(groups)
    return (order, len(one.failing), len(one.missing), place)
