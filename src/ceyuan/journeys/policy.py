"""Answering the pages about programmes; see `authoring.policy.AskPolicy`."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from ceyuan.authoring.handed_in import Upload
from ceyuan.authoring.policy import (
    AllAwards,
    Budgeted,
    Checked,
    Coverage,
    DraftLine,
    Lacking,
    Notice,
    NoticeStory,
    Outlay,
    Trial,
    Turned,
    Verdict,
)
from ceyuan.engines.rules.answer import Answer, Answers
from ceyuan.engines.rules.programme import AMOUNT, Programme
from ceyuan.engines.rules.simulate import Rationing, amounts
from ceyuan.journeys.assess import OWN_VALUES, with_own_values
from ceyuan.journeys.checked import checked
from ceyuan.journeys.day_assessed import DayAssessed, day_assessed
from ceyuan.journeys.drafts import draft_lines, draft_values, hand_in_draft
from ceyuan.journeys.notice_card import LEVELS, cases_of, notice_of, parameters_of, rules_of
from ceyuan.journeys.outlay import awards_of, outlay
from ceyuan.journeys.programme_called import chosen
from ceyuan.journeys.setting import read_settings
from ceyuan.journeys.simulate import simulate
from ceyuan.journeys.verdict import verdicts_of
from ceyuan.office import Office


class PolicyAnswers:
    """Programmes over the ledger as it is now, for one day."""

    def __init__(self, office: Office, day: date, home: str) -> None:
        self._office = office
        self._day = day
        self._home = home

    def notices(self) -> tuple[Notice, ...]:
        """Every programme, those in force first, from the nation down."""
        made = (notice_of(one, self._home, self._day) for one in self._programmes.values())
        return tuple(sorted(made, key=lambda n: (not n.in_force, LEVELS.index(n.level), n.name)))

    def notice(self, name: str) -> NoticeStory | None:
        """One programme as written; None where there is none."""
        programme = self._programmes.get(name)
        if programme is None:
            return None
        item = next(i for i in self._office.catalogue.programmes if i.name == name)
        of = self._assessed.answers(name)
        return NoticeStory(
            notice_of(programme, self._home, self._day),
            rules_of(programme),
            parameters_of(programme, self._day),
            cases_of(item),
            _coverage(of) if of else None,
            _lacking(self._assessed.rows(name)),
        )

    def coverage(self) -> Mapping[str, Coverage]:
        """By programme in force, how it covers the district."""
        held = self._assessed.assessed
        return {one.programme.name: _coverage(one) for one in (held.answers if held else ())}

    def checked(self, subject: str) -> tuple[Checked, ...]:
        """Every programme in force about a subject; empty where it is of a kind none is about."""
        held = self._assessed.assessed
        if held is None:
            return ()
        found = []
        for of in held.answers:
            kind = of.programme.kind
            row = held.row(kind, subject)
            if row is None:
                continue
            facts = held.snapshots[kind].table.slice(row, 1) if held.snapshots else None
            answer = self._assessed.rows(of.programme.name)[row]
            card = notice_of(of.programme, self._home, self._day)
            found.append(checked(card, of, answer, facts))
        return tuple(sorted(found, key=lambda one: LEVELS.index(one.notice.level)))

    def verdicts(self, name: str) -> tuple[Verdict, ...]:
        """One programme about everybody; empty where it is not in force."""
        of, held = self._assessed.answers(name), self._assessed.assessed
        if of is None or held is None:
            return ()
        subjects, names = held.subjects[of.programme.kind], held.names[of.programme.kind]
        rows = self._assessed.rows(name)
        return self._assessed.verdicts(
            name,
            lambda: tuple(verdicts_of(of, rows, subjects, names)),
        )

    def trial(
        self,
        name: str,
        settings: Mapping[str, str],
        budget: float | None = None,
        pro_rata: bool = False,
        draft: str = "",
    ) -> Trial | None:
        """A programme with other numbers; None where it covers nobody.

        Raises:
            BadInput: a parameter or a value will not do, or the draft is gone.
        """
        programme = self._programmes[name]
        typed = [f"{parameter}={value}" for parameter, value in settings.items()]
        drafted = draft_values(self._office, programme, draft) if draft else {}
        values = drafted | read_settings(programme, typed, self._day)
        of, held = self._assessed.answers(name), self._assessed.assessed
        if of is None or held is None:
            return None
        how = Rationing.PRO_RATA if pro_rata else Rationing.FIRST_COME
        made = simulate(held, name, values, budget=budget, how=how, engine="numpy")
        reform = made.reform
        was, now = amounts(reform.before), amounts(reform.after)
        subjects = held.subjects[of.programme.kind]

        def turned(rows: tuple[int, ...]) -> tuple[Turned, ...]:
            return tuple(
                Turned(subjects[r], made.names[r], float(was[r]) / 100, float(now[r]) / 100)
                for r in rows
            )

        paid = made.paid
        return Trial(
            _coverage(reform.before),
            _coverage(reform.after),
            turned(reform.gained),
            turned(reform.lost),
            turned(reform.more),
            turned(reform.less),
            None
            if paid is None or budget is None
            else Budgeted(
                budget, float(np.sum(paid.amounts)) / 100, paid.left / 100, paid.unserved
            ),
        )

    def draft(self, name: str, token: str) -> tuple[DraftLine, ...]:
        """What a draft handed in changes."""
        return draft_lines(self._office, self._programmes[name], token, self._day)

    def together(self, subject: str) -> AllAwards | None:
        """All awards about a subject taken together; None where none is about it."""
        held = self._assessed.assessed
        return awards_of(held, self._office.catalogue.stacking, subject) if held else None

    def holders(self, kind: str, field: str) -> frozenset[str]:
        """Subjects of a kind of whom a field is true; nobody where no programme asks for it."""
        held = self._assessed.assessed
        for of in held.answers if held else ():
            if held and of.programme.kind == kind and field in of.given:
                column = of.given[field].over(of.rows)
                true = np.flatnonzero(column.values.astype(bool) & ~column.unknown(of.rows))
                subjects = held.subjects[kind]
                return frozenset(subjects[row] for row in true)
        return frozenset()

    def outlay(self, reached: Mapping[str, Collection[str]]) -> Outlay:
        """What all awards in force cost, and would cost if more held a qualification."""
        held = self._assessed.assessed
        if held is None:
            return Outlay((), 0.0)
        kinds, rules = self._office.catalogue.kinds, self._office.catalogue.stacking
        return outlay(held, rules, kinds, reached, lambda p: notice_of(p, self._home, self._day))

    @cached_property
    def _assessed(self) -> DayAssessed:
        return day_assessed(self._office, self._day)

    @cached_property
    def _programmes(self) -> dict[str, Programme]:
        items = chosen(self._office.catalogue, [])
        return with_own_values(items, self._office.home / OWN_VALUES)


class PolicyActs:
    """What forms do about programmes, with the files sent; see `authoring.policy.ActPolicy`."""

    def __init__(self, office: Office, uploads: Sequence[Upload] = ()) -> None:
        self._office, self._uploads = office, uploads

    def hand_in_draft(self, name: str) -> str:
        """Take in the draft sent with the form; gives its token."""
        items = {item.name: item for item in self._office.catalogue.programmes}
        return hand_in_draft(self._office, items.get(name), name, self._uploads)


def _coverage(of: Answers) -> Coverage:
    yes, no, unknown = of.count()
    return Coverage(yes, no, unknown, of.cost() if AMOUNT in of.made else 0.0)


def _lacking(rows: list[Answer]) -> tuple[tuple[Lacking, int], ...]:
    """What keeps answers unknown, with how many, most first."""
    counted: Counter[Any] = Counter(lack for one in rows for lack in one.missing)
    return tuple((Lacking(k.what, k.settled_by), n) for k, n in counted.most_common())
