"""Whom a whole page is about: whom its title names, else the place its text names most."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.subject import NOBODY, Subject, kind_of
from ceyuan.engines.reading.extract.vocabulary import PLACE, WHOLE, Found
from ceyuan.model.place import Gazetteer, PlaceLevel

_ZONES = ("高新区", "经开区", "开发区", "新区", "科学城", "科技城", "园区", "示范区")
#: A place that only begins the name of an organisation is not what a page is about.
_OF_A_NAME = re.compile(
    r"[^，。；、：,;:!?()（）\s]{0,14}?(?:公司|研究院|研究所|大学|学院|集团|实验室|银行|日报|晚报|新闻|网|导刊|医院)"
)
#: How often a district must be named beyond three times the zone of the title to be meant.
_FAR_MORE = 3
_NAMED_TWICE = 2


@dataclass(frozen=True, slots=True)
class Page:
    """Whom a page is about, and the places it names, the most often named first."""

    about: Subject
    places: tuple[Subject, ...] = ()


def page_of(
    given: str,
    title: list[Chunk],
    found: Sequence[Found],
    even: str,
    gazetteer: Gazetteer | None,
) -> Page:
    """Whom 全区, 我市 and sentences that name nobody mean on a page.

    What the reader gives wins; then the place, zone or organisation the title begins with; then
    the place named most in the text, a district where the text says 全区 or 全县.
    """
    means = Meanings(gazetteer, NOBODY)
    counted = _counted(found, even, means)
    places = tuple(subject for subject, _ in counted.most_common())
    if given and (subject := _given(given, gazetteer)).name:
        return Page(subject, places)
    says_district = any(f.sort == WHOLE and f.key in "区县旗" for f in found)
    districts = [p for p in places if _is_district(p, gazetteer)]
    titled = _titled(title, means)
    if titled.kind == "project" and even.count(titled.name) < _NAMED_TWICE:
        titled = NOBODY
    if not titled.name:
        if says_district and districts and counted[districts[0]] >= _NAMED_TWICE:
            return Page(districts[0], places)
        return Page(places[0] if places else NOBODY, places)
    if not titled.code:
        times = even.count(titled.name)
        often = counted[districts[0]] if districts else 0
        if titled.kind == "park" and often - times > _FAR_MORE * times + _FAR_MORE:
            return Page(districts[0], places)
        return Page(titled, places)
    if says_district and not _is_district(titled, gazetteer):
        inner = [p for p in districts if means.inside(titled.code, p.code)]
        if inner and counted[inner[0]] > _NAMED_TWICE:
            return Page(inner[0], places)
    return Page(titled, places)


def _is_district(subject: Subject, gazetteer: Gazetteer | None) -> bool:
    place = gazetteer.place(subject.code) if gazetteer is not None and subject.code else None
    return place is not None and place.level is PlaceLevel.DISTRICT


def _given(name: str, gazetteer: Gazetteer | None) -> Subject:
    place = gazetteer.resolve(name) if gazetteer is not None else None
    if place is not None:
        return Subject(place.name, "district", place.code)
    return Subject(name, "park" if name.endswith(_ZONES) else "")


def _titled(row: list[Chunk], means: Meanings) -> Subject:
    """The smallest place in a title, or the organisation it begins with."""
    best = NOBODY
    for k, chunk in enumerate(row):
        if chunk.sort == Sort.PLACE:
            subject = means.place(chunk.load, chunk.text)
            if not best.code or means.inside(best.code, subject.code):
                best = subject
        elif chunk.sort == Sort.NAME and not best.name:
            if chunk.load == "government_body":
                best = means.of_department(chunk)
            elif chunk.text.endswith(_ZONES) or k == 0:
                return Subject(chunk.text, kind_of(chunk.load))
    return best


def _counted(found: Sequence[Found], even: str, means: Meanings) -> Counter[Subject]:
    counted: Counter[Subject] = Counter()
    for one in found:
        if one.sort == PLACE and not _OF_A_NAME.match(even, one.end):
            subject = means.place(one.key, even[one.start : one.end])
            if subject.code:
                counted[subject] += 1
    return counted
