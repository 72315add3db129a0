"""A file that a bank or an auditor recomputes without us: inputs, rules, numbers, answer, digest.

The rules travel as expressions, so checking needs neither the district's folders nor the ledger.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.parameter import Mark
from ceyuan.engines.rules.plain import plain
from ceyuan.engines.rules.vector import Vector

#: The form of the file; a later form gets another number.
FORM = 2


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
                "mark": held.value.mark.value if held.value else Mark.UNKNOWN.value,
            }
            for name, held in graph.held.items()
        },
        "rules": [
            {
                "name": node.name,
                "role": node.role.value,
                "article": node.article,
                "sentence": node.sentence,
                "expression": plain(node.column),
                "value": made[node.name].at(row),
            }
            for node in graph.nodes.values()
        ],
    }
    return body | {"digest": digest(body)}


def digest(body: Mapping[str, Any]) -> str:
    """SHA-256 of a certificate without its own digest, over JSON with sorted keys and no blanks."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
