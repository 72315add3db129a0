"""Which place a printed name means: administrative places with their codes, names and days.

Pure: the places come in as rows, nothing is read from disk. Zones (高新区, 经开区) are no
administrative places and are not here.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from ceyuan.model.bilingual import Bilingual


class PlaceLevel(StrEnum):
    """Which tier of the administration."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative place for as long as it carried one code.

    Attributes:
        code: six digits (GB/T 2260). `500110~2011` is the holder, until that year, of a code that
            was later given to another place; `provisional-…` stands for a code nobody has
            published, and is Ceyuan's own.
        name: the full official name.
        parent: code of the place it belongs to; empty for the nation.
        valid_from: first day it is known to have existed; None is "as far back as the lists go".
        valid_to: last day; None is "still".
        continued_by: code under which the same place went on (璧山县 → 璧山区).
        merged_into: code of the place that took it up together with others.
        short_names: how texts name it; first the one without 区, 县, 市, where it has one.
        former_names: names it had earlier under the same code.
        misprints: look-alike forms in which OCR and typists print its name or short name.
        plain_word: `short` where the short name is also an everyday word or often stands across
            two words (资源, 合作, 创新平台), `name` where even the full name is (郊区, 新建区):
            matchers look only for longer forms.
        source: where the row is from, with the licence of the list.
    """

    code: str
    name: str
    level: PlaceLevel
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    continued_by: str = ""
    merged_into: str = ""
    short_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    misprints: tuple[str, ...] = ()
    english: str = ""
    plain_word: str = ""
    source: str = ""

    @property
    def subject(self) -> str:
        """The identifier of the place in the ledger: `place:500120`."""
        return f"place:{self.code}"

    @property
    def term(self) -> Bilingual:
        """The name people read."""
        return Bilingual(self.name, self.english or self.name)

    def held_on(self, on: date) -> bool:
        """Whether it existed that day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


class Gazetteer:
    """All places, asked by code or by printed name."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Build the look-up; of two places with one code the later one counts."""
        self._places = {place.code: place for place in places}
        self._under_code: dict[str, list[Place]] = defaultdict(list)
        self._before: dict[str, list[str]] = defaultdict(list)
        self._forms: dict[str, dict[str, None]] = defaultdict(dict)
        self._repairs: dict[str, set[str]] = defaultdict(set)
        for place in self._places.values():
            self._under_code[place.code.partition("~")[0]].append(place)
            if place.continued_by:
                self._before[place.continued_by].append(place.code)
            for form in (place.name, *place.short_names, *place.former_names):
                self._forms[form][place.code] = None
            for misprint in place.misprints:
                self._repairs[misprint].update(_meant(misprint, place))
        self._longest = max(map(len, self._forms), default=0)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def __len__(self) -> int:
        return len(self._places)

    def place(self, code: str, on: date | None = None) -> Place | None:
        """The place with this code; with `on` the one that held it that day. None if unknown.

        A ledger identifier (`place:500120`) is taken as well.
        """
        plain = code.removeprefix("place:")
        if on is None:
            return self._places.get(plain)
        held = self._under_code.get(plain.partition("~")[0], ())
        return next((place for place in held if place.held_on(on)), None)

    def resolve(
        self, printed: str, on: date | None = None, near: str | None = None
    ) -> Place | None:
        """The place a printed name means, or None where it is unknown or could be several.

        Takes full and short names, names with their city or province before them, 璧山全区,
        traditional characters, stray spaces, former names and known misprints. A name that
        several places bear resolves only with a parent before it or with `near`, and then to the
        one that shares the nearest parent with it; a name shared by a place and its own parts
        means the whole (吉林 the province).

        Args:
            on: answer with the place as it stood that day (璧山县 in 2010). Without it a former
                name gives the place as it is today, which is what identifies it in the ledger.
            near: code of a place the text is about.
        """
        seen = _plain(printed)
        for form in dict.fromkeys((seen, _simplified(seen))):
            found = self._meant_by(form, None)
            if found:
                return self._one_of(found, on, near)
        return None

    def names(self) -> Iterator[tuple[str, str]]:
        """Each printed form with a code it may mean, for matchers; ambiguous forms come repeatedly.

        Forms of one character and short names that are everyday words are left out: texts use
        them for something else. Ask `resolve` which place is meant.
        """
        everyday = {form for place in self for form in _everyday(place)}
        for form, codes in self._forms.items():
            if len(form) > 1 and form not in everyday:
                for code in codes:
                    yield form, code

    def misprints(self) -> Mapping[str, str]:
        """Misprinted form → right form (壁山 → 璧山); only where exactly one place can be meant."""
        return {
            wrong: next(iter(right))
            for wrong, right in self._repairs.items()
            if len(right) == 1 and wrong not in self._forms
        }

    def contains(self, code: str, inner: str) -> bool:
        """Whether `inner` is `code` or lies in it."""
        return any(place.code == code for place in self.lineage(inner))

    def lineage(self, code: str, on: date | None = None) -> tuple[Place, ...]:
        """The place, then what it lies in, outwards to the nation; empty for an unknown code."""
        chain: list[Place] = []
        place = self.place(code, on)
        while place is not None and place not in chain:
            chain.append(place)
            place = self.place(place.parent, on) if place.parent else None
        return tuple(chain)

    def continuation(self, code: str) -> Place | None:
        """The place as it goes on today: 500227 璧山县 → 500120 璧山区. Mergers are not followed."""
        place = self._places.get(code)
        seen: set[str] = set()
        while place and place.continued_by in self._places and place.code not in seen:
            seen.add(place.code)
            place = self._places[place.continued_by]
        return place

    def _meant_by(self, form: str, inside: str | None) -> list[Place]:
        direct = self._named(form, inside) or self._named(self._put_right(form), inside)
        if direct:
            return direct
        for cut in range(min(len(form) - 2, self._longest), 1, -1):
            for outer in self._named(form[:cut], inside):
                found = [p for p in self._meant_by(form[cut:], outer.code) if p.code != outer.code]
                if found:
                    return found
        if whole := re.fullmatch(r"(.{2,}?)[省市区县州旗]?全([省市区县州旗])", form):
            return [
                place
                for place in self._meant_by(whole[1], inside)
                + self._meant_by("".join(whole.groups()), inside)
                if place.name.endswith(whole[2])
            ]
        return []

    def _named(self, form: str, inside: str | None) -> list[Place]:
        found = [self._places[code] for code in self._forms.get(form, ())]
        return [p for p in found if inside is None or self.contains(inside, p.code)]

    def _put_right(self, form: str) -> str:
        right = self._repairs.get(form, set())
        if len(right) == 1:
            return next(iter(right))
        for wrong, names in self._repairs.items():
            if len(names) == 1 and form.startswith(wrong):
                return next(iter(names)) + form[len(wrong) :]
        return form

    def _one_of(self, found: list[Place], on: date | None, near: str | None) -> Place | None:
        places = {self._as_of(place, on).code: self._as_of(place, on) for place in found}
        if on is not None:
            places = {c: p for c, p in places.items() if not p.valid_from or p.valid_from <= on}
        if len(places) > 1:
            places = self._living(places, on)
        if len(places) > 1:
            places = self._outermost(places)
        if len(places) > 1 and near is not None:
            places = self._nearest(places, near)
        return next(iter(places.values())) if len(places) == 1 else None

    def _as_of(self, place: Place, on: date | None) -> Place:
        latest = self.continuation(place.code) or place
        if on is None or latest.held_on(on):
            return latest
        seen, waiting = {latest.code}, [latest.code]
        while waiting:
            for code in self._before.get(waiting.pop(), ()):
                if code not in seen:
                    seen.add(code)
                    waiting.append(code)
                    if self._places[code].held_on(on):
                        return self._places[code]
        return latest

    def _living(self, places: dict[str, Place], on: date | None) -> dict[str, Place]:
        """Leave out what was abolished where a place of the same province bears the name now."""
        living = {c: p for c, p in places.items() if not p.valid_to or (on and p.held_on(on))}
        around = {self._province(code) for code in living}
        return {c: p for c, p in places.items() if c in living or self._province(c) not in around}

    def _province(self, code: str) -> str:
        levels = (p.code for p in self.lineage(code) if p.level is PlaceLevel.PROVINCE)
        return next(levels, "")

    def _outermost(self, places: dict[str, Place]) -> dict[str, Place]:
        provinces = {c: p for c, p in places.items() if p.level is PlaceLevel.PROVINCE}
        if len(provinces) == 1:
            return provinces
        whole = {
            code: place
            for code, place in places.items()
            if all(self.contains(code, other) for other in places)
        }
        return whole or places

    def _nearest(self, places: dict[str, Place], near: str) -> dict[str, Place]:
        around = {place.code for place in self.lineage(near.removeprefix("place:"))}
        shared = {
            code: sum(
                p.code in around and p.level is not PlaceLevel.NATION for p in self.lineage(code)
            )
            for code in places
        }
        best = max(shared.values())
        return {code: p for code, p in places.items() if best and shared[code] == best}


def _everyday(place: Place) -> tuple[str, ...]:
    if not place.plain_word:
        return ()
    name = (place.name,) if place.plain_word == "name" else ()
    return *name, *place.short_names[:1]


def _meant(misprint: str, place: Place) -> set[str]:
    names = (*place.short_names, place.name, *place.former_names)
    return {name for name in names if len(name) == len(misprint)}


def _plain(printed: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", printed))


def _simplified(printed: str) -> str:
    return str(_converter().convert(printed))


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
