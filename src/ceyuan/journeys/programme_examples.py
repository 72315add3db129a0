"""Runs the worked cases that programmes carry."""

from collections.abc import Collection, Iterator

from ceyuan.catalogue import Catalogue
from ceyuan.engines.rules.example import Case, complaints
from ceyuan.journeys.examples import ExampleOutcome
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class NoSuchProgramme(BadInput):
    """The district has no programme of that name."""


def run_programme_examples(
    catalogue: Catalogue, only: Collection[str] = ()
) -> Iterator[ExampleOutcome]:
    """Every example of every programme, computed on NumPy, in the order found.

    Args:
        catalogue: the district.
        only: names of programmes; empty for all.

    Raises:
        NoSuchProgramme: a name is none.
    """
    known = [item.name for item in catalogue.programmes]
    for name in only:
        if name not in known:
            raise NoSuchProgramme(
                Bilingual(f"没有政策 {name!r}", f"there is no programme {name!r}"),
                remedy=Bilingual(f"可选：{'、'.join(known)}", f"choose one of {', '.join(known)}"),
            )
    for item in catalogue.programmes:
        if only and item.name not in only:
            continue
        for example in item.examples:
            case = Case(example.on, example.given, example.expect, example.parameters)
            said = tuple(complaints(item.programme, case))
            yield ExampleOutcome(f"{item.shown}/examples.toml", example.name, said)
