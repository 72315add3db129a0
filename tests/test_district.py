"""The district's own folders: each is sound, and every example it carries comes out as it says."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.catalogue.kind_file import indicator_examples
from ceyuan.journeys.examples import ExampleOutcome, run_reading_examples
from ceyuan.journeys.programme_examples import run_programme_examples
from ceyuan.model.kind import FieldType
from ceyuan.surfaces.cockpit.page_examples import run_page_examples

NOW = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def outcomes(catalogue: Catalogue) -> dict[tuple[str, str], ExampleOutcome]:
    ran: Iterator[ExampleOutcome]
    found: dict[tuple[str, str], ExampleOutcome] = {}
    for ran in (
        run_reading_examples(catalogue),
        run_page_examples(catalogue, NOW),
        run_programme_examples(catalogue),
    ):
        found |= {(outcome.where, outcome.name): outcome for outcome in ran}
    return found


def _every_example() -> list[tuple[str, str]]:
    """Found by walking, so that a folder's examples are tests on the day it is added."""
    catalogue = load_catalogue()
    found = [(where, example.name) for where, example in indicator_examples(catalogue.root)[0]]
    for items in catalogue.items.values():
        for item in items.values():
            found += [(f"{item.shown}/examples.toml", example.name) for example in item.examples]
    return found


def test_every_folder_is_sound(catalogue: Catalogue) -> None:
    assert [fault.told("en") for fault in catalogue.faults()] == []


@pytest.mark.parametrize(("where", "name"), _every_example())
def test_the_example_comes_out_as_it_says(
    outcomes: dict[tuple[str, str], ExampleOutcome], where: str, name: str
) -> None:
    assert [str(complaint) for complaint in outcomes[where, name].complaints] == []


def test_a_district_is_measured_by_at_least_sixty_indicators(catalogue: Catalogue) -> None:
    indicators = [f for f in catalogue.kinds["district"].fields if f.type is FieldType.QUANTITY]

    assert len(indicators) >= 60


def test_every_indicator_of_a_district_says_what_counts_in_both_languages(
    catalogue: Catalogue,
) -> None:
    for field in catalogue.kinds["district"].fields:
        assert field.definition, field.id
        assert field.english.isascii() or "–" in field.english, field.id
        assert any("\u4e00" <= c <= "\u9fff" for c in field.name), field.id


def test_the_kinds_that_a_district_cannot_do_without_are_there(catalogue: Catalogue) -> None:
    wanted = {"district", "enterprise", "institute", "platform", "incubator", "park", "fund"}

    assert wanted <= set(catalogue.kinds)
