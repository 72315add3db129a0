"""The examples a folder carries in its `examples.toml`: what is given, what must come out."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceyuan.catalogue.fault import fault
from ceyuan.catalogue.toml_file import Table, gather, read_toml, tables
from ceyuan.model.errors import CeyuanError


@dataclass(frozen=True, slots=True)
class ReadingExample:
    """A small text and what must be read from it; of a reader, or of an added indicator.

    Attributes:
        name: one sentence.
        text: the text; a line break at its beginning is dropped.
        published: day or month of publication; None where the text has it or nobody knows.
        expect: for each, a claim must be read that fits all its entries (`subject`, `indicator`,
            `value`, `unit`, `period`, `measure`, `section`, `standing`, `hedge`).
        absent: for each, no claim may fit.
        title: the headline the reader must find; empty where that does not matter.
    """

    name: str
    text: str
    published: Any = None
    expect: tuple[dict[str, Any], ...] = ()
    absent: tuple[dict[str, Any], ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class PageExample:
    """An address of a page and what must be seen there.

    Attributes:
        name: one sentence.
        params: what fills the places of the path, and what stands behind `?`. `first fact`,
            `first document` and `first subject` stand for those of the ledger the examples run on.
        contains: what must be seen.
        absent: what must not.
        status: how the page answers: 200, or 404 and 400 where the example is of a refusal.
    """

    name: str
    params: dict[str, str] = field(default_factory=dict)
    contains: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    status: int = 200


#: What an expected claim may say of itself.
CLAIM_WORDS = (
    "subject",
    "indicator",
    "value",
    "unit",
    "period",
    "measure",
    "section",
    "standing",
    "hedge",
)


def read_examples(path: Path, shown: str, type_: type[Any], faults: list[CeyuanError]) -> list[Any]:
    """The examples of a file, as records of `type_`; what is at fault joins `faults`.

    Args:
        path: `examples.toml`, or a file that holds `[[example]]` beside other tables.
        shown: how the file is called in messages.
        type_: ReadingExample or PageExample.
        faults: gathers what is wrong, an empty file included.
    """
    raw = gather(faults, lambda: read_toml(path, shown))
    if raw is None:
        return []
    found = []
    for table in tables(raw.get("example", []), "example", shown, faults):
        table.where += f" {table.peek('name')}"
        one = table.record(type_)
        table.finish()
        if one is not None:
            found.append(one)
            if isinstance(one, ReadingExample):
                _check_claims(one, table.where, faults)
    if not raw.get("example"):
        faults.append(
            fault(
                "没有例子",
                "holds no example",
                where=shown,
                remedy_zh="写一个 [[example]]：给出什么，必须得出什么",
                remedy_en="write an [[example]]: what is given, what must come out",
            )
        )
    return found


def _check_claims(example: ReadingExample, where: str, faults: list[CeyuanError]) -> None:
    for entry in (*example.expect, *example.absent):
        table = Table(entry, where, faults)
        for word in CLAIM_WORDS:
            table.take(word, Any, None)
        table.finish()
    if not example.expect and not example.absent and not example.title:
        faults.append(
            fault(
                "例子没有说必须得出什么",
                "the example does not say what must come out",
                where=where,
                remedy_zh="写上 expect = [{ … }]，或 absent",
                remedy_en="write expect = [{ … }], or absent",
            )
        )
