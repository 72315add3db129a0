"""A program of its own that records until it is killed, and says aloud what was accepted."""

import sys
from pathlib import Path

from ceyuan.model.document import Document
from ceyuan.model.fact import Fact
from ceyuan.model.locator import CaseEvent, CellAt
from ceyuan.office import Office
from invented_facts import MONDAY, NOON, fact

#: Facts in a batch.
BATCH = 40


def batch_document(name: str) -> bytes:
    """The bytes a batch comes from."""
    return f"register of batch {name}".encode()


def batch_of(name: str, digest: str) -> list[Fact]:
    """The facts of one batch."""
    document = Document(digest, f"{name}.xlsx", "xlsx")
    return [
        fact(str(n), subject=f"enterprise:{name}-{n}", at=CellAt("s", f"A{n}"), document=document)
        for n in range(1, BATCH)
    ]


def main() -> None:
    """Record batches, each with an event that yields the last fact of it."""
    home, address, run, most = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    with Office.open(home, database=address) as office:
        for count in range(most):
            name = f"{run}-{count}"
            digest = office.archive.put(batch_document(name))
            document = Document(digest, f"{name}.xlsx", "xlsx")
            office.ledger.record(batch_of(name, digest), [document], at=NOON)
            decided = fact(subject=f"enterprise:{name}", at=CaseEvent(name, 1), document=None)
            office.casebook.append(
                name, "visit", "1", "open", by="o", role="r", on=MONDAY, at=NOON, facts=[decided]
            )
            print(name, digest, flush=True)


if __name__ == "__main__":
    main()
