"""Recompute a certificate that somebody hands in, and hold its rules against those of a programme.

The file is a stranger's. Nothing in it is run: its expressions are words of the rule language or it is
refused, and so is what is too large, too deep, said twice, or of another type than it claims.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.certificate import FORM, digest
from ceyuan.engines.rules.day import day_number
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.parameter import Mark
from ceyuan.engines.rules.plain import expression, fits, plain
from ceyuan.engines.rules.programme import ELIGIBLE
from ceyuan.engines.rules.vector import Vector, constant, dtype_of
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: Larger files are no certificates.
MOST_CHARACTERS = 4_000_000


class NotACertificate(BadInput):
    """The file is no certificate, or of a form this version does not know."""


@dataclass(frozen=True, slots=True)
class Check:
    """What came of recomputing.

    Attributes:
        digest: what the content comes to, whatever the file says.
        digest_holds: whether the file says the same.
        differing: every answer that came out otherwise.
    """

    digest: str
    digest_holds: bool
    differing: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the certificate says what its inputs and rules give.

        Whoever changes a certificate can make a new digest: hold it against one that came another
        way, or the rules against a programme.
        """
        return self.digest_holds and not self.differing


def recompute(text: str) -> Check:
    """Compute a certificate's answers from its inputs and rules and compare.

    Raises:
        NotACertificate: no JSON, not of this form, or anything in it that no certificate has.
    """
    body = _read(text)
    said = body.pop("digest", "")
    try:
        differing = _differing(body)
        found = digest(body)
    except NotACertificate:
        raise
    except Exception as problem:  # a stranger's file: whatever goes wrong with it, it is none
        raise _refused(f"{type(problem).__name__}: {problem}"[:200]) from problem
    return Check(found, said == found, differing)


def other_rules(text: str, graph: Graph) -> tuple[str, ...]:
    """The rules of a certificate that are not those of the programme on that day; none is good.

    A number that a district supplies itself (its own choice, invented, or not published) may be
    another one; everything else must be the same to the letter.

    Args:
        text: a certificate that `recompute` took.
        graph: the whole programme on the day of the certificate.
    """
    body = _read(text)
    marks = {name: one.get("mark") for name, one in body["parameters"].items()}
    own = {name for name, mark in marks.items() if mark in _A_DISTRICTS_OWN}
    own |= {n for n, h in graph.held.items() if h.value is None or h.value.mark in _A_DISTRICTS_OWN}
    there = {rule["name"]: _compared(rule, own) for rule in body["rules"]}
    here = {
        node.name: _compared(
            {
                "article": node.article,
                "sentence": node.sentence,
                "role": node.role.value,
                "expression": plain(node.column),
            },
            own & set(node.parameters),
        )
        for node in graph.nodes.values()
    }
    names = dict.fromkeys((*there, *here))
    return tuple(name for name in names if there.get(name) != here.get(name))


_A_DISTRICTS_OWN = (Mark.CHOICE, Mark.INVENTED, Mark.UNKNOWN)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,199}")


def _compared(rule: Mapping[str, Any], own: set[str]) -> dict[str, Any]:
    """What must be the same of a rule; a number of the district's own stands by its name."""

    def without_own(given: Any) -> Any:
        if isinstance(given, list) and len(given) == 3 and isinstance(given[2], list):
            op, type_, args = given
            if op == "parameter" and args[0] in own:
                return [op, type_, args[:1]]
            if op == "band" and args[1] in own:
                return [op, type_, [without_own(args[0]), args[1]]]
            if op not in ("input", "literal", "parameter", "band"):
                return [op, type_, [without_own(one) for one in args]]
        return given

    parts = {name: rule.get(name) for name in ("article", "sentence", "role")}
    return parts | {"expression": without_own(rule.get("expression"))}


def _differing(body: Mapping[str, Any]) -> tuple[str, ...]:
    on = day_number(date.fromisoformat(body["on"]))
    known: dict[str, Vector] = {"on": constant(on, Type.DAY)}
    for name, one in body["inputs"].items():
        type_ = Type(one["type"])
        if not fits(one["value"], type_):
            raise _refused(f"{str(one['value'])[:40]!r} is no {type_}")
        known[_named(name, known)] = constant(one["value"], type_)
    differing = []
    for rule in body["rules"]:
        name = _named(rule["name"], known)
        column = expression(rule["expression"])
        known[name] = compute_column(column, known).over(1)
        if known[name].values.dtype != dtype_of(column.type):
            raise _refused(f"{name} is no {column.type}")
        got, said = known[name].at(0), rule["value"]
        if type(got) is not type(said) or got != said:
            differing.append(name)
    if ELIGIBLE not in known or ELIGIBLE in body["inputs"]:
        raise _refused("no rule says who is eligible")
    for name, one in body["parameters"].items():
        if not isinstance(one, dict) or not _NAME.fullmatch(name):
            raise _refused("a parameter is not whole")
    return tuple(differing)


def _named(name: Any, known: Mapping[str, Vector]) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _refused(f"{str(name)[:40]!r} is no name")
    if name in known:
        raise _refused(f"{name} is there twice")
    return name


def _read(text: str) -> dict[str, Any]:
    if len(text) > MOST_CHARACTERS:
        raise _refused("too large")
    try:
        body = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise _refused(str(problem)) from problem
    if not isinstance(body, dict) or body.get("form") != FORM:
        raise _refused(f"form {body.get('form') if isinstance(body, dict) else None!r}"[:200])
    return body


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which nothing is said twice: people would read one and machines the other."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name is there twice")
    return made


def _no_number(said: str) -> float:
    raise ValueError(f"{said} is no number")


def _refused(said: str) -> NotACertificate:
    return NotACertificate(
        Bilingual(f"这不是测算凭据：{said}", f"this is no certificate: {said}"),
        remedy=Bilingual(
            "用 ceyuan explain --certificate 写出的文件",
            "use the file that `ceyuan explain --certificate` wrote",
        ),
    )
