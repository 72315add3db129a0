"""Reads the name of an organisation into its parts."""

import re
from dataclasses import replace

from ceyuan.engines.registry.names.ending import Ending, ending_of
from ceyuan.engines.registry.names.parts import Parts, Sort, Word, word
from ceyuan.engines.registry.names.region import Region, Regions
from ceyuan.engines.registry.names.segment import in_words, trunk_of
from ceyuan.engines.registry.names.spelling import even
from ceyuan.engines.registry.names.vocabulary import vocabulary
from ceyuan.model.place import Gazetteer

_BRACKET = re.compile(r"\(([^()]*)\)")
_FORMERLY = re.compile(r"^(?:原名称?|原|曾用名|前身|旧称)[为是]?(.{3,})$")
_SAYS_NOTHING = frozenset(["本部", "总部", "母公司", "本级", "筹", "筹建", "盖章", "公章"])
_INLINE = frozenset(["集团", "股份", "控股", "总", "有限合伙", "普通合伙", "特殊普通合伙"])
_COUNT = "零一二三四五六七八九"
_ORDINAL = re.compile(
    r"第([一二三四五六七八九十百]+)|([一二三四五六七八九十]+)(?=[期号院所厂分队])|(\d+)"
    r"|(?<![A-Z])([A-Z])(?![A-Z])"
)
_PLACE_ENDS = "省市区县州旗"
#: Hosts that companies may name as their own; other heads inside a company's name are its trade.
_HOSTS_OF_COMPANIES = ("科学院", "大学")


class NameParser:
    """Reads names with the places of one gazetteer; made once, used for many."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.regions = Regions(gazetteer)

    def parse(self, name: str) -> Parts:
        """The parts of a name. Any text is taken; what is no name has hardly any parts."""
        seen = even(name)
        if seen.isascii():
            plain = re.sub(r"[()]", "", seen)
            words = (word(plain, Sort.LATIN),)
            return Parts(name, plain, plain, core=plain, bare=plain, trunk=plain, words=words,
                         all_words=words, foreign=True)  # fmt: skip
        return self._in_characters(name, seen)

    def _in_characters(self, name: str, seen: str) -> Parts:
        brackets = _Brackets(self.regions, seen)
        flat, stem, behind = brackets.flat, brackets.stem, brackets.regions
        ending = ending_of(stem)
        tail = None if ending.known else self.regions.at_end(stem)
        if tail and ending_of(stem[: -len(tail.printed)]).head:
            stem = stem[: -len(tail.printed)]
            behind = (*behind, tail)
            ending = ending_of(stem)
        if not ending.form:
            flat, stem = (
                _written_out(flat, bool(ending.head)),
                _written_out(stem, bool(ending.head)),
            )
            ending = ending_of(stem)
        if ending.mended:
            flat = ending.put_right(flat)
            stem = ending.put_right(stem)
            ending = replace(ending_of(stem), mended=ending.mended)
        host, own = _host_and_own(stem, ending)
        own = own.removesuffix(ending.form_printed)
        own = _without_group(own, informal=not ending.known)
        if ending.form and not behind:
            own, behind = self._region_behind(own)
        front, rest = self._before(own)
        words = in_words(rest, ending.head)
        trunk = trunk_of(words)
        regional = bool(front) and not trunk and not host
        core = rest
        if regional:
            trunk = _short(front[-1].name)
            core, words = trunk + rest, (word(trunk, Sort.REGION), *words)
        outside = front[:-1] if regional else front
        return Parts(
            printed=name,
            text=flat,
            whole=re.sub(r"[()]", "", seen),
            host=_without_form(host),
            regions=(*front, *behind),
            bracketed=bool(behind),
            regional=regional,
            core=core,
            bare=rest,
            trunk=trunk,
            words=words,
            form=ending.form,
            head=ending.head,
            group="集团" in flat,
            ordinals=_ordinals(flat),
            branch=next((b for b in vocabulary().branches if stem.endswith(b)), ""),
            asides=brackets.asides,
            formerly=brackets.formerly,
            mended=ending.mended,
            all_words=(
                *self._host_words(host),
                *(word(region.name, Sort.REGION) for region in outside),
                *words,
            ),
        )

    def _before(self, text: str) -> tuple[tuple[Region, ...], str]:
        """The places a name begins with, each in the one before it, and what follows them."""
        found: list[Region] = []
        while region := self.regions.at_start(text):
            if (
                found
                and not self.regions.lies_in(region, found[-1])
                and found[-1].codes != region.codes
            ):
                break
            rest = text[len(region.printed) :]
            if not rest:
                break
            found.append(region)
            text = rest.lstrip(_PLACE_ENDS) if rest[0] in _PLACE_ENDS and len(rest) > 3 else rest
        return tuple(found), text

    def _region_behind(self, own: str) -> tuple[str, tuple[Region, ...]]:
        """A place that lost its brackets: 腾讯科技北京."""
        region = self.regions.at_end(own)
        if region and len(own) - len(region.printed) >= 4:
            before = own[: -len(region.printed)]
            words = in_words(self._before(before)[1])
            if words and words[-1].sort is Sort.BUSINESS:
                return before, (region,)
        return own, ()

    def _host_words(self, host: str) -> tuple[Word, ...]:
        if not host:
            return ()
        ending = ending_of(host)
        places, rest = self._before(host.removesuffix(ending.form_printed))
        words = in_words(rest, ending.head)
        return (*(word(place.name, Sort.REGION) for place in places), *words)


class _Brackets:
    """A name with its brackets opened: what is a place, what is part of the name, what is aside."""

    def __init__(self, regions: Regions, seen: str) -> None:
        found: list[Region] = []
        asides: list[str] = []
        formerly: list[str] = []
        flat = stem = ""
        at = 0
        for bracket in _BRACKET.finditer(seen):
            said = bracket[1]
            before = seen[at : bracket.start()]
            flat, stem, at = flat + before, stem + before, bracket.end()
            if said in _INLINE:
                flat, stem = flat + said, stem + said
            elif region := regions.named(said):
                found.append(region)
                flat += said
            elif former := _FORMERLY.match(said):
                formerly.append(former[1])
            elif said and said not in _SAYS_NOTHING:
                asides.append(said)
        rest = seen[at:]
        self.flat = re.sub(r"[()]", "", flat + rest)
        self.stem = re.sub(r"[()]", "", stem + rest)
        self.regions = tuple(found)
        self.asides, self.formerly = tuple(asides), tuple(formerly)


def _written_out(text: str, formal: bool) -> str:
    """Short words of administration and short names of bodies in their long form."""
    known = vocabulary()
    for short, long in known.bodies.items():
        if text == short or (
            formal and text.startswith(short) and not text.startswith(long) and len(short) > 1
            and (len(short) > 2 or short[-1] in "大院行航邮电医")
        ):  # fmt: skip
            text = long + text[len(short) :]
            break
    return known.word_pattern.sub(lambda found: known.words.get(found[0], found[0]), text)


def _host_and_own(stem: str, ending: Ending) -> tuple[str, str]:
    """The body a name is a unit of, and the rest of the name."""
    if ending.branch:
        for form in sorted(vocabulary().forms, key=len, reverse=True):
            at = stem.find(form)
            if at >= 2 and len(form) > 1 and at + len(form) < len(stem):
                return stem[: at + len(form)], stem[at + len(form) :]
    hosts = _HOSTS_OF_COMPANIES if ending.form else vocabulary().hosts
    before = len(stem) - len(ending.form_printed)
    best = min(
        ((at, head) for head in hosts if 2 <= (at := stem.find(head, 2)) < before),
        key=lambda pair: (pair[0], -len(pair[1])),
        default=None,
    )
    if best is None:
        return "", stem
    end = best[0] + len(best[1])
    for head in hosts:
        if stem.startswith(head, end):
            end += len(head)
            break
    if before - end < 2 or stem[end:] == ending.head:
        return "", stem
    return stem[:end], stem[end:]


def _without_form(host: str) -> str:
    return host.removesuffix(ending_of(host).form_printed) if host else ""


def _without_group(own: str, informal: bool) -> str:
    for ending in ("集团", "股份") if informal else ("集团",):
        if own.endswith(ending) and len(own) > len(ending) + 1:
            own = own.removesuffix(ending)
    return own


def _short(place: str) -> str:
    return place[:-1] if len(place) > 2 and place[-1] in _PLACE_ENDS else place


def _ordinals(text: str) -> frozenset[str]:
    found = (next(filter(None, each)) for each in _ORDINAL.findall(text))
    return frozenset(_COUNT[int(n)] if n.isdigit() and len(n) == 1 else n for n in found)
