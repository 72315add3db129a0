"""Which places a name of an organisation begins with, ends with, or has in brackets."""

from dataclasses import dataclass

from ceyuan.engines.registry.names.vocabulary import vocabulary
from ceyuan.model.place import Gazetteer

#: A form of a place as texts print it is hardly longer.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Region:
    """A place in a name.

    Attributes:
        printed: as it stands in the name.
        name: the same without a misprint.
        codes: the places it may mean.
        around: those, and all they lie in.
    """

    printed: str
    name: str
    codes: frozenset[str]
    around: frozenset[str]


class Regions:
    """Finds places in names; built once from the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        forms: dict[str, set[str]] = {}
        for form, code in gazetteer.names():
            if len(form) <= _LONGEST:
                forms.setdefault(form, set()).add(code)
        misprints = {w: r for w, r in gazetteer.misprints().items() if r in forms}
        for wrong, right in misprints.items():
            forms.setdefault(wrong, set()).update(forms[right])
        self._regions: dict[str, Region] = {}
        for form, codes in forms.items():
            living = {_today(gazetteer, code) for code in codes}
            around = {p.code for code in living for p in gazetteer.lineage(code) if p.parent}
            self._regions[form] = Region(
                form, misprints.get(form, form), frozenset(living), frozenset(around | living)
            )
        for country in vocabulary().countries:
            if country not in self._regions:
                alone = frozenset({country})
                self._regions[country] = Region(country, country, alone, alone)
        self._longest = max(map(len, self._regions), default=0)

    def named(self, printed: str) -> Region | None:
        """The region that this is the name of, or of several one in the other (四川成都)."""
        found = self._regions.get(printed)
        if found is not None:
            return found
        outer = self.at_start(printed)
        if outer is not None and len(outer.printed) < len(printed):
            inner = self._regions.get(printed[len(outer.printed) :].lstrip("省市区县"))
            if inner is not None:
                return self._joined(outer, inner)
        return None

    def at_start(self, text: str) -> Region | None:
        """The longest region the text begins with."""
        for cut in range(min(self._longest, len(text)), 1, -1):
            found = self._regions.get(text[:cut])
            if found is not None:
                return found
        return None

    def at_end(self, text: str) -> Region | None:
        """The longest region the text ends with."""
        for cut in range(min(self._longest, len(text)), 1, -1):
            found = self._regions.get(text[-cut:])
            if found is not None:
                return found
        return None

    def lies_in(self, inner: Region, outer: Region) -> bool:
        """Whether some meaning of `inner` lies in some meaning of `outer`."""
        return not inner.around.isdisjoint(outer.codes)

    def _joined(self, outer: Region, inner: Region) -> Region | None:
        if not self.lies_in(inner, outer):
            return None
        printed = outer.printed + inner.printed
        return Region(printed, inner.name, inner.codes, inner.around | outer.around)


def _today(gazetteer: Gazetteer, code: str) -> str:
    place = gazetteer.continuation(code)
    return place.code if place else code
