"""What every page is given beside its own answer: where it is, the menu, its other forms."""

from typing import Any

from ceyuan import __version__
from ceyuan.authoring.page import Ask, Choice
from ceyuan.model.bilingual import Bilingual, Language, in_language
from ceyuan.model.fact import Fact
from ceyuan.model.kind import Field
from ceyuan.model.period import parse_period
from ceyuan.surfaces.cockpit.language import PARAMETER, address_in
from ceyuan.surfaces.cockpit.page_address import twin_path
from ceyuan.surfaces.cockpit.printed_period import print_period
from ceyuan.surfaces.cockpit.template import address
from ceyuan.surfaces.cockpit.term import term_of

#: Titles and addresses, in order.
Menu = tuple[tuple[Bilingual, str], ...]


def surroundings(
    path: str,
    pairs: list[tuple[str, str]],
    language: Language,
    menu: Menu,
    ask: Ask | None = None,
    listed: bool = False,
) -> dict[str, Any]:
    """Names every template may use; those about the ledger only where there is an `ask`.

    Args:
        path: the address shown, without its query.
        pairs: the query, in order.
        language: of the page.
        menu: what it leads to.
        ask: the ledger, where it is open.
        listed: whether the page has a `.csv` twin.
    """
    query = {name: value for name, value in pairs if name != PARAMETER}
    other: Language = "en" if language == "zh" else "zh"
    shown: dict[str, Any] = {
        "path": path,
        "query": query,
        "menu": [(title, target, _is_here(path, target)) for title, target in menu],
        "other_language": address_in(path, pairs, other),
        "version": __version__,
        "twins": {},
        "invented": False,
        "home_name": "",
        "day": None,
    }
    if ask is not None:
        shown |= {
            "twins": _twins(path, query, listed),
            "invented": ask.invented,
            "home_name": ask.name_of(ask.home),
            "day": ask.day,
            "name_of": ask.name_of,
            "title_of": ask.title_of,
            "indicator_of": lambda fact: _indicator(ask, fact, language),
            "field_of": lambda fact: _field(ask, fact),
            "choice_said": lambda of, choice: _choice(ask, of, choice, language),
        }
    return shown


def _is_here(path: str, target: str) -> bool:
    return path == target or (target != "/" and path.startswith(f"{target}/"))


def _twins(path: str, query: dict[str, str], listed: bool) -> dict[str, str]:
    forms = ("json", "csv") if listed else ("json",)
    return {form: address(twin_path(path, form), **query) for form in forms}


def _indicator(ask: Ask, fact: Fact, language: Language) -> str:
    """The official name of what a fact measures; as coined from the text where no kind has it."""
    field = _field(ask, fact)
    return in_language(field.term, language) if field else fact.claim.indicator


def _field(ask: Ask, fact: Fact) -> Field | None:
    kind = ask.kinds.get(fact.claim.kind)
    return kind.field(fact.claim.property) if kind else None


def _choice(ask: Ask, of: str, choice: Choice, language: Language) -> str:
    """A value of a filter as people read it."""
    if of == "period":
        return print_period(parse_period(choice.value) if choice.value else None, language)
    if of == "indicator":
        # Kinds may use one identifier for fields of different names: the name decides.
        fields = (kind.field(choice.value) for kind in ask.kinds.values())
        field = next((field for field in fields if field and field.name == choice.name), None)
        return in_language(field.term, language) if field else choice.name
    return in_language(term_of(choice.name), language)
