"""What a place, a name and 全区 mean on one page: its official name, or the one met before."""

from dataclasses import dataclass, field

from ceyuan.engines.reading.extract.chunk import Chunk
from ceyuan.engines.reading.extract.mention import type_of
from ceyuan.engines.reading.extract.referring import is_end_of, short_of
from ceyuan.engines.reading.extract.subject import Subject, kind_of
from ceyuan.model.place import Gazetteer, PlaceLevel

#: 二期 of an institute is a building, and who works in it is the institute.
_PHASES = ("一期", "二期", "三期")
_HOUSED = ("research_institute", "university", "enterprise")
#: Bodies that speak for themselves and not for a place.
_ASSOCIATIONS = ("科协", "协会", "商会", "总工会", "联合会", "学会")
#: How many of the names met last a shorter one may stand for.
_MET = 200


@dataclass(slots=True)
class Meanings:
    """What places and names mean on a page.

    `about` is whom the whole page is about, `places` the places it names, most often first;
    `names` the names met so far, the latest last.
    """

    gazetteer: Gazetteer | None
    about: Subject
    places: tuple[Subject, ...] = ()
    names: list[Subject] = field(default_factory=list)
    _places: dict[str, Subject] = field(default_factory=dict)
    _names: dict[str, Subject] = field(default_factory=dict)

    def place(self, code: str, printed: str) -> Subject:
        """The place of this code, by its official name; a name several bear is the nearest."""
        key = f"{code} {printed}"
        if (have := self._places.get(key)) is not None:
            return have
        subject = Subject(printed, "district")
        if self.gazetteer is not None:
            near = self.about.code or None
            place = self.gazetteer.resolve(printed, near=near) or self.gazetteer.continuation(code)
            place = place or self.gazetteer.place(code)
            if place is not None:
                subject = Subject(place.name, "district", place.code)
        self._places[key] = subject
        return subject

    def inside(self, outer: str, inner: str) -> bool:
        """Whether the place `inner` lies in `outer` and is not the same."""
        return (
            self.gazetteer is not None and outer != inner and self.gazetteer.contains(outer, inner)
        )

    def whole(self, level: str) -> Subject:
        """全区, 全市, 全省 as this page means them."""
        if level == "国":
            return Subject("全国", "district", "000000")
        if level in ("区", "县", "旗"):
            return self._district(level)
        home = self.about if self.about.code else next(iter(self.places), self.about)
        if home.name.endswith(level) or self.gazetteer is None:
            return home
        for place in self.gazetteer.lineage(home.code):
            wanted = place.level is PlaceLevel.PROVINCE if level == "省" else True
            if wanted and (place.name.endswith(level) or level == "省"):
                return Subject(place.name, "district", place.code)
        return home

    def named(self, chunk: Chunk) -> Subject:
        """The one of this name, or the one met before whose longer name ends so."""
        if (have := self._names.get(chunk.text)) is None:
            have = self._names[chunk.text] = self._met(chunk.text, chunk.load or "")
        return have

    def remember(self, chunk: Chunk) -> None:
        """Keep a name for what may point back to it; offices and events are not pointed to."""
        if chunk.load not in ("government_body", "event"):
            subject = self.named(chunk)
            if not self.names or self.names[-1].name != subject.name:
                self.names.append(subject)

    def of_department(self, chunk: Chunk) -> Subject:
        """A bureau's figures are its place's; an association speaks for itself."""
        key = f"of {chunk.text}"
        if key not in self._places:
            self._places[key] = self._of_body(chunk)
        return self._places[key]

    def _district(self, level: str) -> Subject:
        """The district the page is about, or the one it names most where it is about another."""
        if self.about.name.endswith((level, "区", "县", "旗")):
            return self.about
        inside = [p for p in self.places if p.name.endswith((level, "区", "县", "旗"))]
        return inside[0] if inside else self.about

    def _of_body(self, chunk: Chunk) -> Subject:
        name = chunk.text
        if name.endswith(_ASSOCIATIONS):
            return self.named(chunk)
        if self.gazetteer is not None:
            for cut in range(min(len(name) - 1, 12), 1, -1):
                if place := self.gazetteer.resolve(name[:cut], near=self.about.code or None):
                    return Subject(place.name, "district", place.code)
        if name[:1] in "市省" and len(name) <= 12:
            return self.whole(name[0])
        return self.about

    def _met(self, name: str, type_of_it: str) -> Subject:
        if name.endswith(_PHASES) and type_of(name[:-2]) in _HOUSED:
            name, type_of_it = name[:-2], type_of(name[:-2])
        short = short_of(name)
        for known in (self.about, *reversed(self.names[-_MET:])):
            if short_of(known.name) == short or is_end_of(name, known.name):
                return known
        return Subject(name, kind_of(type_of_it))
