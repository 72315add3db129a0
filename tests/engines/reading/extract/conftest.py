"""A small desk for these tests: the district's own kinds, invented places, plain texts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import ceyuan_district
from ceyuan.authoring.reader import Layout, Look
from ceyuan.catalogue.kind_file import read_kinds
from ceyuan.catalogue.places_files import read_places
from ceyuan.engines.reading.extract.claims import claims_of
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.engines.reading.look import lines_of
from ceyuan.model.claim import Claim
from ceyuan.model.edit import unchanged
from ceyuan.model.errors import CeyuanError
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Part, Section

HERE = Path(__file__).parent


@cache
def vocabulary_of_the_district() -> Vocabulary:
    faults: list[CeyuanError] = []
    kinds = read_kinds(Path(ceyuan_district.__file__).parent / "kinds", "kinds", faults)
    assert faults == []
    return Vocabulary(kinds, read_places(HERE / "documents" / "places"))


@dataclass(frozen=True)
class Said:
    """One claim in the words of a test."""

    subject: str
    indicator: str
    value: float
    unit: str
    measure: str
    period: str
    standing: str
    section: str
    quote: str
    property: str
    qualifiers: tuple[str, ...]


def plain(claim: Claim) -> Said:
    value = claim.value
    assert isinstance(value, Quantity)
    return Said(
        claim.subject,
        claim.indicator,
        float(value.amount),
        value.unit,
        str(claim.measure),
        str(claim.period) if claim.period else "",
        str(claim.standing),
        str(claim.section),
        claim.quote,
        claim.property,
        claim.qualifiers,
    )


def claims_in(
    text: str,
    published: str = "2024-07-15",
    title: str = "",
    about: str = "临枫区",
    section: Section = Section.MAIN,
) -> tuple[Claim, ...]:
    look = Look("text.txt", "text/plain", text, lines_of(text))
    layout = Layout((Part(section, 0, len(text)),), title=title, about="" if title else about)
    return claims_of(
        look,
        layout,
        unchanged(text),
        vocabulary=vocabulary_of_the_district(),
        published=parse_period(published) if published else None,
    )


@pytest.fixture
def says() -> Callable[..., list[Said]]:
    """What a text says: `says("全区…", published=…, title=…, about=…)`."""

    def read(text: str, **how: str) -> list[Said]:
        return [plain(claim) for claim in claims_in(text, **how)]  # type: ignore[arg-type]

    return read


@pytest.fixture
def claims() -> Callable[..., tuple[Claim, ...]]:
    """The claims themselves."""
    return claims_in


@pytest.fixture
def vocabulary() -> Vocabulary:
    return vocabulary_of_the_district()
