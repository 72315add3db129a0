"""A rung of a ladder: its notice, who stands on it, and everybody else by how far they are."""

from dataclasses import dataclass
from datetime import date

from ceyuan.authoring.page import Ask
from ceyuan.authoring.policy import Notice, Verdict
from ceyuan.model.bilingual import Bilingual

#: Rungs by the stage their notices name, from below; the field that says a firm stands on it now.
PATHS = (
    (
        Bilingual("科技企业", "Technology firms"),
        (
            (Bilingual("科技型中小企业", "Technology SMEs"), "is_tech_sme"),
            (Bilingual("高新技术企业", "High-tech enterprises"), "is_high_tech"),
            (Bilingual("科创板上市企业", "STAR Market companies"), ""),
        ),
    ),
    (
        Bilingual("专精特新", "Specialised and refined"),
        (
            (Bilingual("创新型中小企业", "Innovative SMEs"), "is_innovative_sme"),
            (Bilingual("专精特新中小企业", "Specialised SMEs"), "is_specialised"),
            (Bilingual("专精特新“小巨人”企业", "Little giants"), "is_little_giant"),
        ),
    ),
)
STATES = {
    "yes": Bilingual("符合", "qualify"),
    "one": Bilingual("一条未满足", "one condition not met"),
    "papers": Bilingual("待补材料", "only papers missing"),
    "far": Bilingual("几条未满足", "several not met"),
}
#: Those on the register that fail now stand in `one` or `far` too: it is a list of its own.
AT_RISK = "risk"
LISTS = {**STATES, AT_RISK: Bilingual("在册但不再符合", "on the register, failing now")}


@dataclass(frozen=True, slots=True)
class Rung:
    """A step.

    Attributes:
        stage: what standing on it is called.
        field: of the kind, that says who does; empty where none does.
        notice: what it asks; where `idle`, the last there was.
        idle: whether no notice is in force, so that nobody can be judged.
        holders: who the registers say stand on it.
        firms: by state, everybody, the nearest first.
    """

    stage: Bilingual
    field: str
    notice: Notice
    idle: bool
    holders: frozenset[str]
    firms: dict[str, list[Verdict]]

    @property
    def held(self) -> int | None:
        """How many stand on it; None where no register says so."""
        return len(self.holders) if self.field else None

    def listed(self, state: str) -> list[Verdict]:
        """The firms of a state, or those at risk, the nearest first."""
        if state != AT_RISK:
            return self.firms[state]
        return [v for s in ("one", "far") for v in self.firms[s] if v.subject in self.holders]

    def reachable(self, *states: str) -> frozenset[str]:
        """Who in these states does not stand on it yet."""
        found = {one.subject for state in states for one in self.firms[state]}
        return frozenset(found - self.holders)


def rungs_of(ask: Ask) -> list[tuple[Bilingual, list[Rung]]]:
    """Both ladders for the day; a stage nobody ever wrote a notice for is left out."""
    national = [n for n in ask.policy.notices() if n.level == "nation"]
    paths = []
    for title, stages in PATHS:
        rungs = []
        for stage, field in stages:
            said = sorted(
                (n for n in national if n.stage == stage.zh),
                key=lambda n: (n.in_force, n.valid_from or date.min),
            )
            if said:
                rungs.append(_rung(ask, said[-1], stage, field))
        paths.append((title, rungs))
    return paths


def _rung(ask: Ask, notice: Notice, stage: Bilingual, field: str) -> Rung:
    firms: dict[str, list[Verdict]] = {state: [] for state in STATES}
    for one in ask.policy.verdicts(notice.name) if notice.in_force else ():
        firms[_state(one)].append(one)
    firms["yes"].sort(key=lambda v: v.name)
    firms["one"].sort(key=lambda v: (len(v.open), v.name))
    firms["papers"].sort(key=lambda v: (v.lacking, v.name))
    firms["far"].sort(key=lambda v: (len(v.failing), v.name))
    holders = ask.policy.holders("enterprise", field) if field else frozenset()
    return Rung(stage, field, notice, not notice.in_force, holders, firms)


def _state(one: Verdict) -> str:
    if one.eligible:
        return "yes"
    if one.eligible is None:
        return "papers"
    return "one" if len(one.failing) == 1 else "far"
