"""Runs the examples that readers and added indicators carry: does what must come out come out?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ceyuan.catalogue import Catalogue
from ceyuan.catalogue.example import ReadingExample
from ceyuan.catalogue.kind_file import indicator_examples
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.period import Period, parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.reading import Reading


@dataclass(frozen=True, slots=True)
class ExampleOutcome:
    """One example that was run: where it stands, its name, and what did not come out as it says."""

    where: str
    name: str
    complaints: tuple[Bilingual, ...]


def run_reading_examples(catalogue: Catalogue) -> Iterator[ExampleOutcome]:
    """Every example of every reader and of every added indicator, in the order found.

    A reader's example must also be taken by that reader: its bid must be the highest.
    """
    desk = ReadingDesk(catalogue)
    for reader in catalogue.readers:
        for example in reader.examples:
            yield _run(desk, example, f"{reader.shown}/examples.toml", reader.name)
    for where, example in indicator_examples(catalogue.root)[0]:
        yield _run(desk, example, where, "")


def example_bytes(example: ReadingExample) -> bytes:
    """The document an example describes."""
    return example.text.removeprefix("\n").encode()


def example_published(example: ReadingExample) -> Period | None:
    """When it was published.

    Raises:
        BadInput: neither a day nor a month.
    """
    given = example.published
    if given is None:
        return None
    return parse_period(given.isoformat() if isinstance(given, date) else str(given))


def _run(desk: ReadingDesk, example: ReadingExample, where: str, reader: str) -> ExampleOutcome:
    reading = desk.read(
        example_bytes(example), f"{example.name}.txt", published=example_published(example)
    )
    return ExampleOutcome(where, example.name, tuple(_complaints(example, reading, reader)))


def _complaints(example: ReadingExample, reading: Reading, reader: str) -> Iterator[Bilingual]:
    if reader and reading.reader != reader:
        taken = reading.reader or "—"
        yield Bilingual(
            f"被读取器 {taken} 取走：{reader} 的把握不够高",
            f"was taken by the reader {taken}: {reader} bids too low",
        )
    if example.title and reading.document.title != example.title:
        said = reading.document.title
        yield Bilingual(
            f"标题读成 {said!r}，应为 {example.title!r}",
            f"the title was read as {said!r}, not {example.title!r}",
        )
    for wanted in example.expect:
        if not any(fits(claim, wanted) for claim in reading.claims):
            nearest = _most_alike(reading.claims, wanted)
            yield Bilingual(
                f"没有读出 {_shown(wanted)}；最接近的是 {nearest or '（什么也没读出）'}",
                f"not read: {_shown(wanted)}; nearest: {nearest or '(nothing was read)'}",
            )
    for unwanted in example.absent:
        for claim in reading.claims:
            if fits(claim, unwanted):
                yield Bilingual(
                    f"不应读出 {_shown(said_of(claim))}", f"was read: {_shown(said_of(claim))}"
                )


def fits(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """Whether a claim says what an entry of `expect` says; what the entry leaves out is free."""
    said = said_of(claim)
    return all(_same(said[word], value, word) for word, value in wanted.items())


def said_of(claim: Claim) -> dict[str, Any]:
    """A claim in the words of an example."""
    value = claim.value
    quantity = value if isinstance(value, Quantity) else None
    return {
        "subject": claim.subject,
        "indicator": claim.indicator,
        "value": quantity.amount if quantity else value,
        "unit": quantity.unit if quantity else "",
        "period": claim.period.text if claim.period else None,
        "measure": claim.measure.value,
        "section": claim.section.value,
        "standing": claim.standing.value,
        "hedge": quantity.hedge.value if quantity else "",
        "property": claim.property,
    }


def _same(said: Any, wanted: Any, word: str) -> bool:
    if word == "period" and isinstance(wanted, date | int):
        return bool(said == str(wanted))
    if isinstance(said, Decimal):
        return not isinstance(wanted, bool | str) and said == Decimal(str(wanted))
    return bool(said == wanted)


def _most_alike(claims: tuple[Claim, ...], wanted: Mapping[str, Any]) -> str:
    def agreement(claim: Claim) -> int:
        said = said_of(claim)
        return sum(_same(said[word], value, word) for word, value in wanted.items())

    best = max(claims, key=agreement, default=None)
    if best is None:
        return ""
    said = said_of(best)
    return _shown({word: said[word] for word in wanted})


def _shown(said: Mapping[str, Any]) -> str:
    return "，".join(f"{word} {value}" for word, value in said.items() if value not in ("", None))
