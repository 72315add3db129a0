"""A file that a bank or an auditor recomputes without us: inputs, rules, numbers, answer, digest.

The rules travel as expressions, so checking needs neither the district's folders nor the ledger.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.vector import Vector, constant
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: The form of the file; a later form gets another number.
FORM = 1

#: Larger files are no certificates.
MOST_CHARACTERS = 4_000_000

#: How deep an expression may be nested.
_DEEPEST = 200


class NotACertificate(BadInput):
    """The file is no certificate, or of a form this version does not know."""


@dataclass(frozen=True, slots=True)
class Check:
    """What came of recomputing: whether the digest holds, and every answer that came out otherwise."""

    digest_holds: bool
    differing: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the certificate says what its inputs and rules give."""
        return self.digest_holds and not self.differing


def certificate(
    graph: Graph,
    made: Mapping[str, Vector],
    given: Mapping[str, Vector],
    row: int,
    *,
    subject: str,
    snapshot: str = "",
    facts: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The certificate of one row as plain JSON, with its digest in `digest`.

    Args:
        graph: the whole programme on its day.
        made: every node.
        given: the inputs.
        row: number of the row.
        subject: whom it is about.
        snapshot: digest of the snapshot it was read from.
        facts: the fact each input comes from.
    """
    programme = graph.programme
    body: dict[str, Any] = {
        "form": FORM,
        "subject": subject,
        "programme": programme.name,
        "title": programme.title.zh,
        "version": programme.version,
        "document": list(programme.card.get("document", ())),
        "on": graph.on.isoformat(),
        "on_day": graph.on.toordinal() - _EPOCH,
        "snapshot": snapshot,
        "inputs": {
            name: {
                "title": asked.term.zh,
                "type": asked.type.value,
                "value": given[name].at(row) if name in given else None,
                "fact": (facts or {}).get(name, ""),
            }
            for name, asked in graph.asked.items()
        },
        "parameters": {
            name: {
                "title": held.parameter.title,
                "unit": held.parameter.unit,
                "from": held.value.start.isoformat() if held.value else None,
                "source": held.value.source if held.value else "",
                "mark": held.value.mark.value if held.value else "",
            }
            for name, held in graph.held.items()
        },
        "rules": [
            {
                "name": node.name,
                "role": node.role.value,
                "article": node.article,
                "sentence": node.sentence,
                "expression": _plain(node.column),
                "value": made[node.name].at(row),
            }
            for node in graph.nodes.values()
        ],
    }
    return body | {"digest": _digest(body)}


def recompute(text: str) -> Check:
    """Compute a certificate's answers from its inputs and rules and compare.

    Raises:
        NotACertificate: no JSON, or not of this form.
    """
    body = _read(text)
    said = body.pop("digest", "")
    try:
        known: dict[str, Vector] = {"on": constant(int(body["on_day"]), Type.DAY)}
        for name, one in body["inputs"].items():
            known[name] = constant(one["value"], Type(one["type"]))
        differing = []
        for rule in body["rules"]:
            column = _column(rule["expression"], 0)
            known[rule["name"]] = compute_column(column, known).over(1)
            if known[rule["name"]].at(0) != rule["value"]:
                differing.append(str(rule["name"]))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as problem:
        raise _refused(f"{type(problem).__name__}: {problem}") from problem
    return Check(said == _digest(body), tuple(differing))


def _read(text: str) -> dict[str, Any]:
    if len(text) > MOST_CHARACTERS:
        raise _refused("too large")
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise _refused(str(problem)) from problem
    if not isinstance(body, dict) or body.get("form") != FORM:
        raise _refused(f"form {body.get('form') if isinstance(body, dict) else None!r}")
    return body


def _refused(said: str) -> NotACertificate:
    return NotACertificate(
        Bilingual(f"这不是测算凭据：{said}", f"this is no certificate: {said}"),
        remedy=Bilingual(
            "用 ceyuan explain --certificate 写出的文件",
            "use the file that `ceyuan explain --certificate` wrote",
        ),
    )


def _digest(body: Mapping[str, Any]) -> str:
    plain = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()


def _plain(column: Column) -> list[Any]:
    if column.op == "band":
        table: BandTable = column.args[1]
        rows = [[b.low, b.low_included, b.high, b.high_included, b.value] for b in table.rows]
        return ["band", column.type.value, [_plain(column.args[0]), table.name, rows]]
    if column.op in ("input", "literal", "parameter"):
        return [column.op, column.type.value, list(column.args)]
    return [column.op, column.type.value, [_plain(one) for one in column.args]]


def _column(plain: Any, depth: int) -> Column:
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    op, type_, args = plain
    if op == "band":
        inner, name, rows = args
        table = BandTable(str(name), tuple(Band(*row) for row in rows))
        return Column("band", (_column(inner, depth + 1), table), Type(type_))
    if op in ("input", "literal", "parameter"):
        return Column(op, tuple(args), Type(type_))
    return Column(str(op), tuple(_column(one, depth + 1) for one in args), Type(type_))


_EPOCH = 719_163
