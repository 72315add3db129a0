"""The door: what a text names and tells beside its figures, as lists of plain mentions."""

from collections.abc import Iterable, Iterator
from typing import Any

from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.extract.entities import Entities
from ceyuan.engines.reading.extract.raw import Raw
from ceyuan.engines.reading.extract.subject import Subject
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.engines.reading.mentions.commitments import Commitment, from_figures, in_words
from ceyuan.engines.reading.mentions.events import Event, events_in
from ceyuan.engines.reading.mentions.mechanisms import MechanismNames, mechanisms_in
from ceyuan.engines.reading.mentions.people import Person, people_in, spoken_by
from ceyuan.engines.reading.mentions.relations import Relation, relations_in
from ceyuan.engines.reading.mentions.telling import Sentence, telling_of, written
from ceyuan.model.claim import Claim
from ceyuan.model.edit import EditLog
from ceyuan.model.locator import TextSpan
from ceyuan.model.period import Period
from ceyuan.model.section import Section

Mention = dict[str, Any]
#: A way of lending by its official name is a product as well.
_LENT = ("贷款", "贷")


def mentions_of(
    look: Look,
    layout: Layout,
    log: EditLog,
    claims: Iterable[Claim],
    *,
    vocabulary: Vocabulary,
    names: MechanismNames,
    published: Period | None,
) -> tuple[Mention, ...]:
    """Entities, events, relations, commitments and mechanisms of a text, each once, as they stand.

    Figures that are aimed at come from `claims` and say nothing the claims do not; everything else
    is said by one sentence. What is doubtful is left out.

    Args:
        look: the repaired text.
        layout: its parts and title; furniture is not looked at.
        log: takes places of the repaired text to places of the raw text.
        claims: what was read of the same text.
        vocabulary: wordings of the kinds, and places.
        names: official names of mechanisms.
        published: what relative times are resolved against.
    """
    raw = Raw(log)
    telling = telling_of(look.text, layout, vocabulary=vocabulary, published=published)
    told: list[Mention] = [_of_commitment(one, raw) for one in from_figures(claims)]
    entities = Entities(telling.text, log, telling.meanings)
    known: dict[str, Subject] = {}
    for paragraph in telling.paragraphs():
        people = [person for sentence in paragraph for person in people_in(sentence)]
        known |= {person.name: person.body for person in people}
        words = "".join(sentence.said for sentence in paragraph)
        speaker = people[-1].body if people else spoken_by(words, known)
        parties: tuple[str, ...] = ()
        for sentence in paragraph:
            sentence.reported = any(sentence.start <= one.at < sentence.end for one in people)
            if speaker is not None and (sentence.reported or not sentence.speaker.name):
                sentence.speaker = speaker
            events = list(events_in(sentence))
            for event in events:
                if event.type == "agreement_signed":
                    parties = tuple(n.subject.name for n in event.participants)
            told += [_of_event(event, raw) for event in events]
            told += [_of_relation(one, raw) for one in relations_in(sentence, events)]
            told += [_of_commitment(one, raw) for one in in_words(sentence, parties)]
            entities.add_row(sentence.row, sentence.section)
            _add_by_sentence(entities, sentence, events, people)
    for part in layout.parts:
        if part.section is Section.BOILERPLATE:
            continue
        entities.add_passages(part.start, part.end, part.section)
        entities.add_people(telling.speakers.people(), part)
        even = telling.text.even[part.start : part.end]
        for one in mechanisms_in(even, names):
            if one.name.endswith(_LENT):
                place = (part.start + one.start, part.start + one.end)
                entities.add(one.name, "product", part.section, *place)
            at = raw.place(part.start + one.start, part.start + one.end)
            told.append(
                {
                    "list": "mechanisms",
                    "name": one.name,
                    "section": str(part.section),
                    **_shown(at, raw),
                }
            )
    return (*(entity.to_mention() for entity in entities.all()), *_once(told))


def _add_by_sentence(
    entities: Entities, sentence: Sentence, events: list[Event], people: list[Person]
) -> None:
    """Persons by their offices, and firms that only a list of winners names."""
    for person in people:
        if sentence.start <= person.at < sentence.end:
            end = person.at + len(person.name)
            entities.add(person.name, "person", sentence.section, person.at, end)
    for event in events:
        for one in event.participants:
            if one.at < 0 and one.sort == "enterprise":
                at = sentence.text.even.find(one.subject.name, sentence.start)
                end = at + len(one.subject.name)
                entities.add(one.subject.name, "enterprise", sentence.section, at, end)


def _of_event(event: Event, raw: Raw) -> Mention:
    return {
        "list": "events",
        "type": event.type,
        "date": written(event.when),
        "participants": [n.subject.name for n in event.participants],
        **({"title": event.title} if event.title else {}),
        "section": str(event.sentence.section),
        **_shown(raw.place(event.start, event.end), raw),
    }


def _of_relation(relation: Relation, raw: Raw) -> Mention:
    return {
        "list": "relations",
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "section": str(relation.sentence.section),
        **_shown(raw.place(relation.start, relation.end), raw),
    }


def _of_commitment(one: Commitment, raw: Raw) -> Mention:
    place = one.place if isinstance(one.place, TextSpan) else raw.place(*one.place)
    value = one.value
    amount = None
    if value is not None:
        amount = int(value.amount) if value.amount == int(value.amount) else float(value.amount)
    return {
        "list": "commitments",
        "actor": one.actor or None,
        "what": one.what,
        "target_value": amount,
        "unit": value.unit if value is not None else None,
        "deadline": one.deadline,
        **({"indicator": one.indicator} if one.indicator else {}),
        "section": str(one.section),
        **_shown(place, raw),
    }


def _shown(place: TextSpan, raw: Raw) -> Mention:
    return {"evidence": raw.words(place), "offset": [place.start, place.end]}


def _once(told: Iterable[Mention]) -> Iterator[Mention]:
    """Each once: the same said again is left out."""
    seen: set[tuple[Any, ...]] = set()
    for one in told:
        said = {k: v for k, v in one.items() if k not in ("evidence", "offset", "section")}
        key = tuple((k, str(v)) for k, v in said.items())
        if key not in seen:
            seen.add(key)
            yield one
