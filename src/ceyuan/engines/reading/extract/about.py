"""Whom a whole page is about: the place its title names, else the one its text names most."""

from collections import Counter
from collections.abc import Sequence

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.subject import NOBODY, Subject, Topics
from ceyuan.engines.reading.extract.vocabulary import PLACE, WHOLE, Found
from ceyuan.model.place import Gazetteer, PlaceLevel

_ZONES = ("高新区", "经开区", "开发区", "新区", "科学城", "科技城", "园区", "示范区")


def subject_of_page(
    given: str,
    title_row: list[Chunk],
    found: Sequence[Found],
    even_text: str,
    gazetteer: Gazetteer | None,
) -> Subject:
    """The subject that 全区, 我市 and sentences that name nobody mean.

    What the reader gives wins; then a place or zone in the title; then the place named most in
    the text, the smaller of those where the text says 全区 or 全县.
    """
    topics = Topics(gazetteer, NOBODY)
    if given and (subject := _given(given, gazetteer)).name:
        return subject
    titled = _titled(title_row, topics)
    counted = _counted(found, even_text, topics)
    says_district = any(f.sort == WHOLE and f.key in "区县旗" for f in found)
    if titled.name:
        if not titled.code:
            return _zone_or_district(titled, counted, even_text, gazetteer)
        if gazetteer is None:
            return titled
        place = gazetteer.place(titled.code)
        if place is not None and place.level is not PlaceLevel.DISTRICT and says_district:
            inner = [
                s
                for s, _ in counted.most_common()
                if s.code != titled.code and gazetteer.contains(titled.code, s.code)
            ]
            if inner and counted[inner[0]] >= 3:
                return inner[0]
        return titled
    if not counted:
        return NOBODY
    ranked = counted.most_common()
    if says_district and gazetteer is not None:
        for subject, times in ranked:
            place = gazetteer.place(subject.code)
            if place is not None and place.level is PlaceLevel.DISTRICT and times >= 2:
                return subject
    return ranked[0][0]


def _zone_or_district(
    zone: Subject, counted: Counter[Subject], even_text: str, gazetteer: Gazetteer | None
) -> Subject:
    """A zone in the title is the subject unless the text speaks of its district far more often."""
    named = even_text.count(zone.name)
    for subject, times in counted.most_common(3):
        place = gazetteer.place(subject.code) if gazetteer is not None else None
        if (
            place is not None
            and place.level is PlaceLevel.DISTRICT
            and times - named > 3 * named + 3
        ):
            return subject
    return zone


def _given(name: str, gazetteer: Gazetteer | None) -> Subject:
    place = gazetteer.resolve(name) if gazetteer is not None else None
    if place is not None:
        return Subject(place.name, "district", place.code)
    return Subject(name, "park" if name.endswith(_ZONES) else "")


def _titled(row: list[Chunk], topics: Topics) -> Subject:
    best = NOBODY
    for chunk in row:
        if chunk.sort is Sort.PLACE:
            subject = topics.place(chunk.load, chunk.text)
            if not best.code or topics.inside(best.code, subject.code):
                best = subject
        elif chunk.sort is Sort.NAME and chunk.text.endswith(_ZONES) and not best.name:
            return Subject(chunk.text, "park")
        elif chunk.sort is Sort.NAME and chunk.load == "government_body" and not best.name:
            subject = topics.of_department(chunk)
            if subject.code:
                best = subject
    return best


def _counted(found: Sequence[Found], even_text: str, topics: Topics) -> Counter[Subject]:
    counted: Counter[Subject] = Counter()
    for one in found:
        if one.sort == PLACE:
            subject = topics.place(one.key, even_text[one.start : one.end])
            if subject.code:
                counted[subject] += 1
    return counted
