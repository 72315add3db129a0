"""Names that follow their number: 引进6个研究院, 10家企业入选瞪羚企业名单, 总规模20亿元的基金."""

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.following import after
from ceyuan.engines.reading.extract.lexicon import LIGHT_VERBS, NAMING_VERBS
from ceyuan.engines.reading.extract.phrase import NOTHING, Phrase, is_verb
from ceyuan.engines.reading.extract.spot import Said, Spot

#: Say what is measured of the thing that follows: 总规模20亿元的科创基金.
MEASURE_NOUNS = frozenset(
    "总投资 投资 价值 总值 总价值 金额 规模 总规模 面积 建筑面积 总建筑面积 占地面积 占地 规划面积 总面积 使用面积 原值 投资额 资金规模 首期规模".split()
)
#: Make others act: 吸引50个团队落户 is about 落户.
_CAUSING = frozenset(
    "吸引 推动 促成 带动 助力 促进 帮助 支持 组织 协助 推荐 引导 扶持 指导 实现 助推 辅导".split()
)
#: Verbs that hold for the next thing in the list too: 引进6个研究院和38家企业.
_LENT = frozenset(
    "引进 新增 引育 培育 新引进 新培育 净增 引入 招引 新认定 新签约 孵化 入驻 落户".split()
)
#: Verbs whose object is a title: who 入选 a list is counted under it.
_TITLED = frozenset(
    "入选 进入 上榜 获评 评为 获批 认定为 列入 纳入 跻身 认定 成为 通过 获得 获 荣获 评选为 授予 入围 晋级 备案 升级为".split()
)
_AWARDED = frozenset("认定 评定 评选 授牌".split())
_TAILS = ("公示名单", "名单", "称号", "资格", "认定", "公示", "目录", "行列", "培育库", "库")
_GAINING = frozenset("获得 获 申报 申请 享受 获批 取得".split())
_WITH_OBJECT = frozenset("签署 签订 申报 获得 获批 承担 参与 参加 开展".split())
_ADVERBIAL = ("d", "ad", "p", "ul", "uz", "c", "f")
_ADVERBS = frozenset("成功 被 已 共同 正式 集中 顺利 先后".split())
_JOINTS = frozenset("、 和 及 与 以及 超 近".split())


def name_after(spot: Spot, pre: Phrase, post: Phrase) -> Said:
    """The figure with the indicator that the words after it name.

    `pre` is what stands before it: a verb that belongs to the name, or what is measured.
    """
    measured = spot.words(pre)
    if measured in MEASURE_NOUNS and spot.text(spot.i + 1) == "的":
        return _measured(spot, pre, post, measured)
    if spot.row[post.last].sort == Sort.NAME and spot.family in ("area", "money"):
        return _of_site(spot, post)
    words = spot.words(post)
    verb, begin = _leading_verb(spot, pre)
    verb = verb or _lent_verb(spot)
    titled, said, end = "", words, post.last
    if gained := _gained(spot, post, words, verb):
        said, end = gained
    elif verb and not (verb in _CAUSING and _acts(spot, post)):
        said = verb + words
    elif post.after >= 0:
        titled, said, end = _with_predicate(spot, post, words)
    named = spot.known(titled) or spot.known(words if titled else said)
    if named is None and not verb and said.endswith(words) and len(said) > len(words) + 6:
        named = spot.known(words)
    named = named or spot.coined(words if titled else said)
    spot.memory.verb = verb if verb in _LENT else ""
    return spot.says(named, begin, end)


def _measured(spot: Spot, pre: Phrase, post: Phrase, measured: str) -> Said:
    """总投资36亿元的产业园项目, 价值2.3亿元的仪器设备."""
    named_at = next((k for k in range(post.first, post.last) if _is_site(spot.row[k])), post.last)
    post = Phrase(post.first, named_at)
    last = spot.row[post.last]
    named_site = last.sort == Sort.NAME and last.load != "fund"
    words = measured if named_site else spot.words(post) + measured
    return spot.says(spot.level(words), pre.first, post.last)


def _is_site(chunk: Chunk) -> bool:
    return chunk.sort == Sort.NAME and chunk.load in ("project", "park_or_zone", "incubator")


def _of_site(spot: Spot, post: Phrase) -> Said:
    """30平方公里的中新科技城: an area or a sum before a named site is its area or investment."""
    lead = spot.even[spot.row[max(spot.i - 6, 0)].start : spot.row[spot.i].start]
    if spot.family == "money":
        words = "总投资"
    elif spot.unit in ("亩", "公顷") or "占地" in lead:
        words = "占地面积"
    else:
        words = "规划面积" if spot.unit == "平方公里" or "规划" in lead else "建筑面积"
    return spot.says(spot.level(words), spot.i, post.last)


def taking_part(spot: Spot) -> Said | None:
    """900人次参与: people counted by what they did."""
    done = spot.text(spot.i + 1)
    if spot.unit not in ("人次", "人") or done not in _TAKING_PART:
        return None
    return spot.says(spot.coined(done), spot.i, spot.i + 1)


_TAKING_PART = frozenset("参与 参加 参赛 参会 观展 受益 参训".split())


def _leading_verb(spot: Spot, pre: Phrase) -> tuple[str, int]:
    """引进 of 引进6个项目, a verb right before the number that belongs to the name; and its chunk."""
    k = pre.verb if pre.verb >= 0 else pre.last if pre else -1
    if k < 0 and spot.text(spot.i - 1) == "等":
        return _verb_of_list(spot), spot.i
    if k < 0 or any(c.sort == Sort.FIGURE for c in spot.row[k : spot.i]):
        return "", spot.i
    words: list[str] = []
    begin = spot.i
    for j in range(k, max(k - 3, -1), -1):
        if not is_verb(spot.row[j]) or spot.text(j + 1) == '"':
            break
        word = spot.row[j].text
        if word in LIGHT_VERBS and word not in NAMING_VERBS:
            if words:
                break
            continue
        words.insert(0, word)
        begin = j
    return "".join(words[-2:]), begin


def _verb_of_list(spot: Spot) -> str:
    """引进 of 引进甲、乙等105家高校."""
    for k in range(spot.i - 2, -1, -1):
        chunk = spot.row[k]
        if chunk.sort == Sort.FIGURE or (chunk.sort == Sort.MARK and chunk.text in CLAUSE_ENDS):
            break
        if chunk.sort == Sort.WORD and chunk.text in _LENT:
            return chunk.text
    return ""


def _lent_verb(spot: Spot) -> str:
    """The verb of the thing before in the same list."""
    return spot.memory.verb if spot.text(spot.i - 1) in _JOINTS else ""


def _acts(spot: Spot, post: Phrase) -> bool:
    return post.after >= 0 and any(
        c.sort == Sort.WORD and c.text in NAMING_VERBS
        for c in spot.row[post.after : min(post.after + 3, spot.high)]
    )


def _gained(spot: Spot, post: Phrase, words: str, verb: str) -> tuple[str, int] | None:
    """34家科技型企业获得知识价值信用贷款: enterprises named by what they got or asked for."""
    if post.after < 0 or not words.endswith(("企业", "科企")):
        return None
    for k in range(post.after, min(post.after + 3, spot.high)):
        got = spot.text(k) if spot.row[k].sort == Sort.WORD else ""
        if spot.row[k].sort == Sort.TERM and (
            how := next((g for g in _GAINING if spot.text(k).startswith(g)), "")
        ):
            term = spot.between(k, k + 1)
            said = term if term.endswith("企业") else f"{term}企业"
            return (said, k) if spot.known(said) else None
        if got in _GAINING and k + 1 < len(spot.row) and spot.row[k + 1].sort == Sort.TERM:
            how = "获得" if got in ("获", "取得", "获批") else got
            said = (
                f"{verb if verb in ('新增', '净增') else ''}{how}{spot.between(k + 1, k + 2)}企业"
            )
            return (said, k + 1) if spot.known(said) else None
    return None


def _with_predicate(spot: Spot, post: Phrase, words: str) -> tuple[str, str, int]:
    """(title, name, last chunk) of 10家企业 入选 瞪羚企业名单, 50个项目 落户, 11家单位 签署 协议."""
    row, high, k = spot.row, spot.high, post.after
    while k < high and (
        row[k].sort == Sort.PERIOD
        or (row[k].sort == Sort.WORD and (row[k].tag in _ADVERBIAL or row[k].text in _ADVERBS))
    ):
        k += 1
    if k >= high or row[k].sort != Sort.WORD:
        return "", words, post.last
    verb, last = row[k].text, k
    titled = verb in _TITLED or (verb in _AWARDED and spot.text(k + 1) == "为")
    verbs = [verb]
    if titled:
        last += spot.text(k + 1) in ("为", "了")
    elif last + 1 < high and row[last + 1].sort == Sort.WORD and row[last + 1].verb:
        last += 1
        verbs.append(row[last].text)
    while last + 1 < high and row[last + 1].sort == Sort.PERIOD:
        last += 1
    obj = after(row, last, high) if last + 1 < high else NOTHING
    what = spot.words(obj)
    if titled and what:
        for tail in _TAILS:
            what = what.removesuffix(tail)
        return what, f"{'' if verb in LIGHT_VERBS else verb}{what}{words}", obj.last
    if what and spot.text(spot.i - 1) in ("为", "向", "给", "对"):
        told = obj.last + 1 < len(row) and row[obj.last + 1].sort == Sort.FIGURE
        return "", f"{verb}{what}{words}", post.last if told else obj.last
    if verb == "合作" and not what:
        return "", f"{verb}{words}", last
    if verb in _WITH_OBJECT and 0 < len(what) <= 12:
        return "", f"{verb}{what}{words}", obj.last
    if verb in NAMING_VERBS and len(what) <= 10:
        compact = verb if verb == "开工" else "".join(v for v in verbs if v in NAMING_VERBS)
        told = last + 1 < len(row) and row[last + 1].sort == Sort.FIGURE
        return "", f"{compact}{words}", post.last if told else last
    return "", words, post.last
