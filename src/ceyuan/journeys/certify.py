"""Write a certificate of one answer, and check one that somebody hands in."""

import json
from pathlib import Path

from ceyuan.engines.rules.certificate import Check, certificate, recompute
from ceyuan.journeys.assess import Assessed
from ceyuan.journeys.explain import Explained
from ceyuan.journeys.incoming import open_file


def write_certificate(assessed: Assessed, one: Explained, path: Path) -> str:
    """Write the file; gives its digest.

    Args:
        assessed: the assessment the answer is of.
        one: the answer.
        path: where to write.
    """
    answers = next(a for a in assessed.answers if a.programme.name == one.answer.programme)
    kind = answers.programme.kind
    snapshot = (assessed.snapshots or {}).get(kind)
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


def check_certificate(path: Path) -> Check:
    """Recompute a certificate from what it holds, without ledger or folders.

    Raises:
        BadInput: the file cannot be opened or is no certificate.
    """
    return recompute(open_file(path).content.decode("utf-8", errors="replace"))
