"""Who speaks in quotation marks, for the 我们 and 公司 inside them."""

import re
from collections.abc import Callable

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.subject import NOBODY, Subject
from ceyuan.engines.reading.extract.topic import Topics

_OFFICE = "负责人|局长|主任|处长|院长|所长|董事长|总经理|副总|科长|书记|区长|市长|县长|会长|秘书长|理事长|经理|主席|教授|总裁|CEO|工程师|总监|部长|厂长|创始人|专家|主管|站长|总师"
_SAYS = "介绍|表示|说|坦言|告诉|认为|指出|透露|强调|称|谈到"
#: 某某研究院[院长韩若川介绍], 该公司[负责人说]
_SPEAKER = re.compile(rf"(?:{_OFFICE})(?P<person>[一-鿿]{{2,4}}?)?(?:{_SAYS})")
_PERSON_ONLY = re.compile(rf"\"(?P<person>[一-鿿]{{2,4}})(?:{_SAYS})")
_AGAIN = re.compile("[该本]")
#: Whom an office belongs to stands within this many characters before it.
_WHOM = 40
_MARKS = '。!?"\n,;:'


class Speakers:
    """Who said what: organisations by the person who spoke for them."""

    def __init__(self, even: str) -> None:
        """Look through the whole text once: a person is introduced once and then only named."""
        self._even = even
        self._people = {
            m["person"]: self._whom(m.start()) for m in _SPEAKER.finditer(even) if m["person"]
        }

    def people(self) -> dict[str, tuple[int, int]]:
        """Persons who are quoted, with the place of whom they speak for."""
        return dict(self._people)

    def _whom(self, office: int) -> tuple[int, int]:
        """The words before an office, back to the last mark."""
        start = max(self._even.rfind(mark, max(office - _WHOM, 0), office) for mark in _MARKS) + 1
        return max(start, office - _WHOM, 0), office

    def of(
        self, start: int, end: int, topics: Topics, row_of: Callable[[int, int], list[Chunk]]
    ) -> Subject:
        """The organisation whose speaker is quoted in a paragraph; nobody where it is a bureau."""
        if '"' not in self._even[start:end]:
            return NOBODY
        found = _SPEAKER.search(self._even, start, end)
        span = self._whom(found.start()) if found else None
        if span is None and (named := _PERSON_ONLY.search(self._even, start, end)):
            span = self._people.get(named["person"])
        if span is None or span[0] == span[1]:
            return NOBODY
        if _AGAIN.search(self._even, *span):
            # 该院院长: the institute may be named in the sentence before the quotation
            topics.note_names(row_of(start, self._even.find('"', start, end)))
        for chunk in row_of(*span):
            if chunk.sort in (Sort.NAME, Sort.AGAIN):
                subject = topics.subject_of(chunk)
                if chunk.sort == Sort.AGAIN and subject == topics.means.about:
                    return NOBODY
                return NOBODY if subject.kind in ("department", "district") else subject
        return NOBODY
