"""Write a certificate of one answer, and check one that somebody hands in."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ceyuan.catalogue import Catalogue
from ceyuan.engines.rules.certificate import certificate
from ceyuan.engines.rules.programme import AMOUNT, ELIGIBLE
from ceyuan.engines.rules.recompute import Check, other_rules, recompute
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.assess import Assessed
from ceyuan.journeys.explain import Explained
from ceyuan.journeys.incoming import open_file
from ceyuan.stores.archive import Archive


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of recomputing, and what the file says: about whom, which programme, which day.

    `amount` is in 元; None where the programme pays nothing or it is unknown. `other_rules` are those
    that are not the rules of this district package; None where it has no such programme that day.
    """

    check: Check
    subject: str
    title: str
    on: str
    eligible: bool | None
    amount: float | None
    other_rules: tuple[str, ...] | None = None


def write_certificate(
    assessed: Assessed, one: Explained, path: Path, archive: Archive | None = None
) -> str:
    """Write the file; gives its digest.

    Args:
        assessed: the assessment the answer is of.
        one: the answer.
        path: where to write.
        archive: keeps the snapshot the certificate names, where it is of a ledger.
    """
    answers = next(a for a in assessed.answers if a.programme.name == one.answer.programme)
    kind = answers.programme.kind
    snapshot = (assessed.snapshots or {}).get(kind)
    if snapshot is not None and archive is not None:
        archive.put(snapshot.parquet)
    made = certificate(
        answers.graph,
        answers.made,
        answers.given,
        one.answer.row,
        subject=one.name,
        snapshot=snapshot.digest if snapshot else "",
        facts={given.name: given.fact for given in one.trace.inputs},
    )
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return str(made["digest"])


def check_certificate(path: Path, catalogue: Catalogue | None = None) -> Checked:
    """Recompute a certificate from what it holds, without ledger or folders.

    Args:
        path: the file.
        catalogue: the district whose rules it should hold, where they are at hand.

    Raises:
        BadInput: the file cannot be opened or is no certificate.
    """
    text = open_file(path).content.decode("utf-8", errors="replace")
    check = recompute(text)
    held = json.loads(text)
    answers = {one["name"]: one.get("value") for one in held["rules"]}
    about = [str(held.get(part, "")) for part in ("subject", "title", "on")]
    verdict, fen = answers.get(ELIGIBLE), answers.get(AMOUNT)
    return Checked(
        check,
        about[0],
        about[1],
        about[2],
        verdict if isinstance(verdict, bool) else None,
        fen / 100 if isinstance(fen, int | float) else None,
        _other_rules(text, held, catalogue),
    )


def _other_rules(
    text: str, held: dict[str, Any], catalogue: Catalogue | None
) -> tuple[str, ...] | None:
    programmes = {item.name: item for item in catalogue.programmes} if catalogue else {}
    item = programmes.get(str(held.get("programme")))
    on = date.fromisoformat(held["on"])
    if item is None or not item.programme.in_force(on):
        return None
    return other_rules(text, whole_graph(item.programme, on))
