"""Turns what a page shows into HTML, in the reader's language.

Every page has the words, filters and functions named in `FILTERS` and `FUNCTIONS` below; the shared
drawing of figures, facts and texts is in `templates/macros.html`. Everything printed is escaped.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context

from ceyuan.catalogue import Page
from ceyuan.model.bilingual import Bilingual, Language, in_language
from ceyuan.model.claim import Value
from ceyuan.model.fact import Fact
from ceyuan.model.hedge import Hedge
from ceyuan.model.kind import Field
from ceyuan.model.locator import CellAt, TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period, parse_period
from ceyuan.model.standing import Standing
from ceyuan.surfaces.cockpit.asset import Assets
from ceyuan.surfaces.cockpit.language import read_words, said
from ceyuan.surfaces.cockpit.passage import (
    Span,
    around,
    cut,
    repairs_by_sort,
    repairs_in_clean,
    repairs_in_raw,
)
from ceyuan.surfaces.cockpit.printed import (
    Printed,
    print_count,
    print_given,
    print_text,
    print_value,
)
from ceyuan.surfaces.cockpit.printed_period import (
    print_day,
    print_moment,
    print_period,
    print_publication,
)
from ceyuan.surfaces.cockpit.sheet_window import row_of, sheet_window
from ceyuan.surfaces.cockpit.term import explained, media_term, term_of
from ceyuan.surfaces.cockpit.trend import chart_option, draw_trend

#: Where the machine's own templates lie; a page's template may extend and import them.
TEMPLATES = Path(__file__).parent / "templates"

#: Rows of a sheet shown above the one that is jumped to.
_ROWS_ABOVE = 5


class Templates:
    """The templates of the machine and of every page, with their English words."""

    def __init__(self, pages: Iterable[Page], assets: Assets) -> None:
        self._folders = {page.name: page.folder for page in pages}
        own = read_words(TEMPLATES.parent)
        self._words = {
            name: {**own, **read_words(folder)} for name, folder in self._folders.items()
        }
        self._words[""] = own
        self._environment = environment(self._folders)
        self._environment.globals["asset"] = assets.address

    def html(self, template: str, language: Language, shown: Mapping[str, Any]) -> str:
        """A machine template filled in."""
        return self._fill(template, "", language, shown)

    def page(self, name: str, language: Language, shown: Mapping[str, Any]) -> str:
        """The template of a page filled in."""
        return self._fill(f"page/{name}", name, language, shown)

    def words(self, page: str = "") -> Mapping[str, str]:
        """The English words a page has: the machine's and its own."""
        return self._words[page]

    def warm(self) -> None:
        """Compile every template now, so that the first reader does not wait for it."""
        own = (template.name for template in TEMPLATES.glob("*.html"))
        for name in (*own, *(f"page/{page}" for page in self._folders)):
            self._environment.get_template(name)

    def _fill(self, template: str, page: str, language: Language, shown: Mapping[str, Any]) -> str:
        known = {**shown, "language": language, "words": self._words[page]}
        return self._environment.get_template(template).render(known)


def environment(folders: Mapping[str, Path]) -> Environment:
    """Jinja with our loaders, filters and functions; undefined names are errors."""

    def page_source(name: str) -> str | None:
        folder = folders.get(name)
        return (folder / "page.html").read_text("utf-8") if folder else None

    env = Environment(
        loader=ChoiceLoader(
            [FileSystemLoader(TEMPLATES), PrefixLoader({"page": FunctionLoader(page_source)})]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds these two; newstyle escapes what is put into a sentence.
    env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.filters.update(FILTERS)
    env.globals.update(FUNCTIONS)
    return env


@pass_context
def _gettext(context: Context, chinese: str) -> str:
    return said(chinese, context["language"], context["words"])


@pass_context
def _ngettext(context: Context, chinese: str, _many: str, _count: int) -> str:
    return said(chinese, context["language"], context["words"])


@pass_context
def _printed(context: Context, fact: Fact) -> Printed:
    field_of = context.get("field_of")
    field = field_of(fact) if field_of else None
    if field is not None and isinstance(fact.claim.value, str):
        return print_text(fact.claim.value, field, context["language"])
    return print_value(fact.claim.value, fact.claim.measure, context["language"])


@pass_context
def _value(context: Context, value: Value, field: Field | None = None) -> Printed:
    if field is not None and isinstance(value, str):
        return print_text(value, field, context["language"])
    return print_value(value, Measure.LEVEL, context["language"])


@pass_context
def _given(context: Context, value: object, unit: str = "") -> Printed:
    return print_given(value, unit, context["language"])


@pass_context
def _digits(context: Context, count: int) -> str:
    return print_count(count, context["language"])


@pass_context
def _day(context: Context, day: date) -> str:
    return print_day(day, context["language"])


@pass_context
def _moment(context: Context, moment: datetime) -> str:
    return print_moment(moment, context["language"])


@pass_context
def _period(context: Context, period: Period | None) -> str:
    return print_period(period, context["language"])


@pass_context
def _written_period(context: Context, written: str) -> str:
    return print_period(parse_period(written), context["language"]) if written else ""


@pass_context
def _published(context: Context, period: Period | None) -> str:
    return print_publication(period, context["language"])


@pass_context
def _term(context: Context, thing: object) -> str:
    return in_language(term_of(thing), context["language"])


@pass_context
def _explained(context: Context, thing: Hedge | Standing) -> str:
    return in_language(explained(thing), context["language"])


@pass_context
def _media(context: Context, media: str) -> str:
    return in_language(media_term(media), context["language"])


@pass_context
def _said(context: Context, words: str | Bilingual) -> str:
    return in_language(words, context["language"])


@pass_context
def _chart(context: Context, facts: list[Fact]) -> str:
    return json.dumps(chart_option(facts, context["language"]), ensure_ascii=False)


@pass_context
def _change(context: Context, path: str | None = None, **changes: object) -> str:
    """The address shown now with some of its query parameters changed; None takes one out."""
    query = {**context["query"], **changes}
    return address(path or context["path"], **query)


def address(path: str, **query: object) -> str:
    """An address of the cockpit; parameters that are None or empty are left out."""
    given = {name: str(value) for name, value in query.items() if value not in (None, "")}
    return f"{quote(path, safe='/:.-_~')}{'?' if given else ''}{urlencode(given)}"


def passage_address(fact: Fact) -> str:
    """The document of a fact at the passage or the cell it stands in."""
    document = f"/documents/{fact.document}"
    if isinstance(place := fact.claim.locator, CellAt):
        row = max(row_of(place.cell) - _ROWS_ABOVE, 1)
        return f"{address(document, sheet=place.sheet, row=row)}#c-{place.cell}"
    return f"{document}#f-{fact.id}"


def _spans(facts: Iterable[Fact], raw: bool = False) -> list[Span]:
    """The evidence of facts in a text, numbered in their order from 1."""
    found = []
    for number, fact in enumerate(facts, 1):
        place = _raw_span(fact) if raw else fact.claim.clean_span
        if place:
            found.append(Span(place[0], place[1], fact.id, number))
    return found


def _raw_span(fact: Fact) -> tuple[int, int] | None:
    locator = fact.claim.locator
    return (locator.start, locator.end) if isinstance(locator, TextSpan) else None


#: What a template may put behind a bar: `{{ fact|printed }}`.
FILTERS = {
    "printed": _printed,
    "value": _value,
    "given": _given,
    "digits": _digits,
    "day": _day,
    "moment": _moment,
    "period": _period,
    "written_period": _written_period,
    "published": _published,
    "term": _term,
    "explained": _explained,
    "media": _media,
    "said": _said,
}

#: What a template may call.
FUNCTIONS = {
    "address": address,
    "change": _change,
    "trend": draw_trend,
    "chart": _chart,
    "cut": cut,
    "around": around,
    "spans": _spans,
    "repairs_in_raw": repairs_in_raw,
    "repairs_in_clean": repairs_in_clean,
    "repairs_by_sort": repairs_by_sort,
    "Span": Span,
    "sheet_window": sheet_window,
    "passage_address": passage_address,
}
