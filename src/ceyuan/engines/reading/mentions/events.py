"""What happened: signings, openings, starts of construction, policies, awards, recognitions, listings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.entities import may_be_firm
from ceyuan.engines.reading.extract.subject import Subject
from ceyuan.engines.reading.mentions.telling import Clause, Named, Sentence
from ceyuan.model.period import Period

#: What is wished for, planned or a condition did not happen.
_NOT_YET = re.compile(
    r"将|拟|计划|力争|争取|即将|有望|预计|可望|应当|应(?!用|对|急)|要求|需要|尚未|未|没有|不予|如果|若(?!干)|凡是|鼓励|支持|推动|促进|加快"
    r"|推进|确保|帮助|引导|为了|筹备|谋划|目标|助力|跟踪|优先"
)
#: Condition or rule throughout: nobody did anything.
_A_RULE = re.compile(
    r"如果|凡是|若(?!干)|对.{1,20}的(?:企业|单位|个人|团队)|按规定|给予.{0,12}(?:奖励|补助)|可享受"
)
_GENERAL = re.compile(r"后|以来|之后|以后|至今|时|前|率|额|的")
_ORGANISED = frozenset(
    (
        "government_body", "enterprise", "research_institute", "university", "platform", "incubator",
        "park_or_zone", "alliance", "fund", "project",
    )
)  # fmt: skip
#: What may open, be put to use or be founded.
_SITES = _ORGANISED - {"government_body"}
_BY_SOMEBODY_ELSE = frozenset("在 由 对 向 据 为 将 把 从 于 以".split())


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: who took part, and the words that say so."""

    type: str
    sentence: Sentence
    participants: tuple[Named, ...]
    start: int
    end: int
    when: Period | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    type: str
    words: re.Pattern[str]


_SIGNED = re.compile(
    r"(?:签署|签订|签下|缔结|签定)了?(?P<what>[^,;。]{0,30}?(?:协议|合同|备忘录|意向书))|签约(?:共建|合作|成立|$)|(?:成功|正式|顺利)签约"
)
_OPENED = re.compile(
    r"(?:正式|同步|顺利|成功)?(?:揭牌|开园|开业|投用|投入使用|启用|投运|投入运营|正式运营|建成运行|建成投用|建成投运|挂牌成立|挂牌运行|落成|揭幕|开馆|开港)"
    r"(?P<after>后|以来|之后|以后|时|前|的|率|项目)?"
)
_FOUNDED = re.compile(r"(?:成立|组建|共建|创办|创建|设立)了?(?=(?P<next>.))")
_BEGUN = re.compile(
    r"(?:正式|集中|全面)?(?:开工建设|破土动工|动工建设|开工|动工|奠基)(?P<after>后|以来|率|的|前|时|项目|重大|\d)?"
)
_ISSUED = re.compile(
    r"(?:制定出台|研究出台|先后出台|联合印发|修订印发|印发|出台|颁布|发布|公布|下发|印制)了?(?:关于)?[^《,;。]{0,6}《(?P<title>[^《》\n]{4,60})》"
)
#: Further titles of the same list.
_ALSO = re.compile(r"(?:、|和|及|以及|,)?《(?P<title>[^《》\n]{4,60})》")
_AWARDED = re.compile(
    r"(?:荣获|喜获|斩获|摘得|获得|获|夺得|捧得)了?(?P<what>[^,;。]{0,40}?(?:科技进步奖|科学技术奖|发明奖|专利奖|创新奖|[特一二三]等奖|金奖|银奖|铜奖|大奖|冠军|奖章|奖))"
    r"(?!励|补|金|提名|学)"
)
_RECOGNISED = re.compile(
    r"(?:获评|获批|获授|被认定为|被评为|被评定为|被列为|被列入|被纳入|被授予|被命名为|获认定为|认定为|入选|入围|上榜|跻身|进入|列入|获得|荣获)了?"
    r"(?P<what>[^,;。]{0,36}?(?:名单|称号|示范区|示范县|示范市|示范基地|示范企业|示范园区|试点|试点单位|单项冠军|小巨人\"?企业|专精特新[^,;。]{0,8}企业"
    r"|瞪羚企业|独角兽企业|高新技术企业|技术创新中心|企业技术中心|工程研究中心|重点实验室|孵化器|众创空间|园区|先进集体|先进单位|百强|五百强|500强|十强|首批[^,;。]{0,12}))"
)
#: 公布…名单,某某入选: the list was named before.
_CHOSEN = re.compile(r"(?:入选|入围|上榜|在列|榜上有名)$")
_LISTED = re.compile(
    r"(?:在|于)?(?:上交所|深交所|北交所|港交所|上海证券交易所|深圳证券交易所|北京证券交易所|香港|纳斯达克)?(?:科创板|创业板|主板|北交所|新三板|港交所|联交所)"
    r"(?:正式|成功|挂牌|首发|敲钟)*上市|(?:登陆|挂牌)(?:科创板|创业板|主板|北交所|新三板)"
)
_HELD = re.compile(r"在[^,。;]{2,16}(?:举行|召开|举办|开幕|启幕)$")
_MET = re.compile(
    r"(?:举办|召开|举行|承办|开幕|启幕)了?(?P<what>[^,;。]{0,40}?(?:大会|会议|论坛|峰会|活动|大赛|推进会|调度会|座谈会|对接会|发布会|博览会|启动仪式|路演|服务日\"?活动|[^,。;\d]会$))"
)


#: What every verb of an event has in it: most sentences have none of them.
_A_HINT = re.compile(
    "签|揭|开园|开业|投|启用|运|挂牌|落成|开馆|开港|成立|组建|共建|创|设立|开工|动工|奠基|印|出台|颁|发布|公布|下发|获|摘得"
    "|夺得|捧得|被|认定|入选|入围|上榜|跻身|进入|列入|上市|登陆|举办|召开|举行|承办|开幕|启幕"
)


def events_in(sentence: Sentence) -> Iterator[Event]:
    """The events of a sentence, in order; wishes, plans, rules and counts are none."""
    if not _A_HINT.search(sentence.text.even, sentence.start, sentence.end):
        return
    for clause in sentence.clauses:
        words = sentence.words(clause)
        at = sentence.place(clause)
        if not _A_HINT.search(words):
            continue
        if _A_RULE.search(sentence.text.even, sentence.start, at + len(words)):
            return
        for finder in (_signed, _opened, _founded, _begun, _issued, _awarded, _listed, _met):
            yield from finder(sentence, clause, words, at)


def _signed(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    m = _SIGNED.search(words)
    if m is None or _not_yet(s, clause, at + m.start()):
        return
    parties = [n for n in _before(s, clause, at + m.start()) if _acts(s, n)]
    parties += [n for n in _after(s, clause, at + m.start(), at + m.end()) if _acts(s, n)]
    if len(parties) < _TWO and clause.about.name and _acting(clause.about):
        parties = [Named(-1, clause.about, ""), *parties]
    parties = _once(parties)
    if len(parties) >= _TWO:
        yield _event("agreement_signed", s, parties, clause, m, at)


def _opened(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    m = _OPENED.search(words)
    if m is None or m["after"] or _not_yet(s, clause, at + m.start()):
        return
    things = [n for n in _before(s, clause, at + m.start()) if n.sort in _SITES]
    if not things and not clause.names and clause.about.kind in _SITE_KINDS:
        things = [Named(-1, clause.about, "")]
    if things and not _counted(s, clause, at + m.start(), things[-1]):
        yield _event("opening", s, things[-1:], clause, m, at)


def _founded(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    for m in _FOUNDED.finditer(words):
        if _not_yet(s, clause, at + m.start()) or _GENERAL.match(m["next"]):
            continue
        things = [n for n in clause.names if s.row[n.at].start == at + m.end()]
        if things and things[0].sort in _SITES:
            event = _event("opening", s, things, clause, m, at)
            yield replace(event, end=s.row[things[0].at].end)


def _begun(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    m = _BEGUN.search(words)
    if m is None or m["after"] or _not_yet(s, clause, at + m.start()):
        return
    things = [n for n in _before(s, clause, at + m.start()) if n.sort in _ORGANISED]
    if things:
        yield _event("construction_start", s, things, clause, m, at)


def _issued(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    # a title may hold marks that end clauses elsewhere
    m = _ISSUED.search(s.text.even[at : s.end])
    if m is None or m.start() > len(words) or _not_yet(s, clause, at + m.start()):
        return
    issuers = [n for n in _before(s, clause, at + m.start()) if n.sort not in ("event",)]
    if not issuers and clause.about.name:
        issuers = [Named(-1, clause.about, "")]
    if not issuers:
        return
    yield _event("policy_issued", s, issuers[:_TWO], clause, m, at, m["title"])
    end = at + m.end()
    while also := _ALSO.match(s.text.even, end, s.end):
        yield replace(
            _event("policy_issued", s, issuers[:_TWO], clause, m, at, also["title"]),
            end=also.end(),
        )
        end = also.end()


def _awarded(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    m, kind = _AWARDED.search(words), "award"
    if m is None:
        m, kind = _RECOGNISED.search(words), "recognition"
    if m is None and "名单" in s.text.even[s.start : at]:
        m = _CHOSEN.search(words)
    if m is None or _not_yet(s, clause, at + m.start()):
        return
    if "提名" in words or "公示" in words:
        return
    named = _before(s, clause, at + m.start())
    winners = _listed_firms(words[: m.start()], named) or named
    if (
        winners
        and winners[-1].at >= 0
        and _counted(s, clause, at + m.start(), winners[-1])
        and "等" not in words
    ):
        return
    if not winners:
        if not clause.about.name or _has_figure(s, clause, at + m.start()):
            return
        winners = [Named(-1, clause.about, "")] if _goes_on(s, clause, m) else []
    for winner in _once(winners):
        yield _event(kind, s, [winner], clause, m, at)


def _listed(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    m = _LISTED.search(words)
    if m is None or _not_yet(s, clause, at + m.start()):
        return
    firms = [n for n in _before(s, clause, at + m.start()) if n.sort == "enterprise"]
    if firms:
        yield _event("listing", s, firms[-1:], clause, m, at)


def _met(s: Sentence, clause: Clause, words: str, at: int) -> Iterator[Event]:
    m = _MET.search(words) or _HELD.search(words)
    if m is None or _not_yet(s, clause, at + m.start()) or _has_figure(s, clause, at + m.end()):
        return
    when = s.when_at(at + m.start())
    if when is None or when.start != when.end:
        return
    hosts = _after(s, clause, at + m.start(), at + m.end()) if m.re is _HELD else []
    hosts += _before(s, clause, at + m.start())
    hosts = hosts or ([Named(-1, clause.about, "")] if clause.about.name else [])
    if hosts:
        yield _event("meeting", s, hosts[:_TWO], clause, m, at)


def _not_yet(s: Sentence, clause: Clause, place: int) -> bool:
    """Whether the words before the verb, names left aside, say that it is only meant to happen."""
    return any(
        _NOT_YET.search(chunk.text)
        for chunk in s.row[clause.first : clause.end]
        if chunk.start < place and chunk.sort in _SAYING
    )


_LIST = re.compile(
    r"(?:[^,;。、\s]{2,8}、)+[^,;。、\s]{2,8}?(?:等\d{0,3}[家户]?(?:区内|辖区)?(?:企业|公司)?|\d[家户]企业)?"
)
_AFTER_LIST = re.compile(r"等\d{0,3}[家户]?(?:区内|辖区)?(?:企业|公司)?$|[两三四五六七八九]家企业$")


def _listed_firms(words: str, named: list[Named]) -> list[Named]:
    """甲、乙、丙 before 被评为…: firms by short names, where nothing else stands there."""
    have = {one.subject.name: one for one in named}
    listed = _AFTER_LIST.sub("", words)
    if "、" not in listed or not _LIST.fullmatch(listed):
        return []
    items = listed.split("、")
    if not all(item in have or may_be_firm(item) for item in items):
        return []
    return [
        have.get(item) or Named(-1, Subject(item, "enterprise"), "enterprise") for item in items
    ]


#: A time is looked at as well: 将在下半年, 计划10月底.
_SAYING = frozenset((Sort.WORD, Sort.TERM, Sort.PERIOD))
_TWO = 2
_SITE_KINDS = frozenset("institute platform incubator park project alliance fund".split())
_ACTING_KINDS = frozenset("enterprise institute platform park department district alliance".split())


def _acting(subject: object) -> bool:
    return getattr(subject, "kind", "") in _ACTING_KINDS


def _acts(s: Sentence, named: Named) -> bool:
    """Whether it can sign: a body, or a place that is not the beginning of a longer wording."""
    if s.row[named.at].sort in (Sort.PLACE, Sort.WHOLE):
        following = s.row[named.at + 1] if named.at + 1 < len(s.row) else None
        return following is None or not following.nominal
    return named.sort in _ORGANISED or s.row[named.at].sort == Sort.AGAIN


def _before(s: Sentence, clause: Clause, place: int) -> list[Named]:
    """The names before a place of the clause; what only says where or by whom is left out."""
    return [
        n
        for n in clause.names
        if s.row[n.at].end <= place
        and not (n.at > clause.first and s.row[n.at - 1].text in _BY_SOMEBODY_ELSE)
        and not _is_attribute(s, n, place)
    ]


def _is_attribute(s: Sentence, named: Named, place: int) -> bool:
    """Whether a place only says where something is from: 澜东省|科学技术进步奖."""
    if s.row[named.at].sort not in (Sort.PLACE, Sort.WHOLE):
        return False
    return any(
        chunk.start < place and (_is_noun(chunk) or chunk.text in ("的", "级"))
        for chunk in s.row[named.at + 1 :]
    )


def _is_noun(chunk: Chunk) -> bool:
    return chunk.nominal and chunk.sort in (Sort.WORD, Sort.TERM)


def _after(s: Sentence, clause: Clause, low: int, high: int) -> list[Named]:
    return [n for n in clause.names if low <= s.row[n.at].start < high]


def _counted(s: Sentence, clause: Clause, place: int, last: Named) -> bool:
    """Whether a number of things stands between a name and the verb: it is they that did it."""
    return any(
        s.row[k].sort == Sort.FIGURE and s.row[k].end <= place
        for k in range(max(last.at, clause.first), clause.end)
    )


def _has_figure(s: Sentence, clause: Clause, place: int) -> bool:
    return any(
        s.row[k].sort == Sort.FIGURE and s.row[k].start < place
        for k in range(clause.first, clause.end)
    )


def _goes_on(s: Sentence, clause: Clause, m: re.Match[str]) -> bool:
    """Whether a clause that opens with the verb goes on about who was named in the sentence."""
    earlier = [c for c in s.clauses if c.first < clause.first]
    named = any(n.subject == clause.about for c in earlier for n in c.names)
    quoted = any('"' in s.words(c) for c in earlier)
    return m.start() <= _SHORT and named and not quoted


_SHORT = 6


def _once(names: list[Named]) -> list[Named]:
    kept: dict[str, Named] = {}
    for named in names:
        kept.setdefault(named.subject.name, named)
    return list(kept.values())


def _event(
    kind: str,
    s: Sentence,
    participants: list[Named],
    clause: Clause,
    m: re.Match[str],
    at: int,
    title: str = "",
) -> Event:
    begins = [s.row[n.at].start for n in participants if n.at >= 0]
    start = min([*begins, at + m.start()])
    when = s.when_at(at + m.start())
    return Event(kind, s, tuple(participants), max(start, at), at + m.end(), when, title)
