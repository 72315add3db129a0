"""What a plain amount says: how many of what, how much of what."""

from dataclasses import replace

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.lexicon import LIGHT_VERBS, NAMING_VERBS
from ceyuan.engines.reading.extract.naming import Named, coined, even, name_known, name_level
from ceyuan.engines.reading.extract.phrase import (
    NOTHING,
    Phrase,
    after,
    before,
    is_verb,
    over_fillers,
    text_of,
)
from ceyuan.engines.reading.extract.ratio import Memory, Said
from ceyuan.engines.reading.extract.vocabulary import Vocabulary, family_of
from ceyuan.model.measure import Measure

#: Words that name nothing by themselves: the thing was named before.
_STANDING_FOR = frozenset(
    "总量 数量 总数 规模 总规模 金额 总额 存量 增量 其中 累计 全年 数 名单 合计 总计 个数 目前 这 此 全部 二者 两者 三者 预计 另 有效 入库 认定 申报 各 数额 总值 总 量 净 均 达标".split()
)
_HAVING = frozenset("有 拥有 现有 共有 共 已有 设有 建有 含 包括 包含 各有 还有 另有 其中".split())
_SILENT = frozenset("的 内 里 了 中".split())
_TITLED = frozenset(
    "入选 进入 上榜 获评 评为 获批 认定为 列入 纳入 跻身 认定 成为 通过 获得 获 荣获 评选为 授予 入围 晋级 备案 升级为".split()
)
_ADVERBIAL = ("d", "ad", "p", "ul", "uz", "c", "f")
_GROWN = frozenset("增加 减少 净增 增长 增 减 新增 净增加 下降 多".split())
#: Nouns that a figure's owner lends its name to: 引进6个项目,[总投资]40亿元.
_OWNED = (
    "总投资",
    "投资",
    "投资额",
    "研发投入",
    "研发投入金额",
    "研发费用",
    "产值",
    "年产值",
    "营业收入",
    "销售收入",
    "占地面积",
    "建筑面积",
    "新增产值",
    "税收",
    "利润",
    "协议投资",
    "新增年产值",
    "计划投资",
    "计划总投资",
    "研发经费",
    "营收",
    "投入",
    "用工",
    "就业",
)
_OWNERS = ("项目", "企业", "工程", "园区", "平台")


def read_level(
    row: list[Chunk],
    i: int,
    low: int,
    high: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    """The amount at chunk `i`; None where no words say what it is of.

    `low` is the first chunk that may still name it, `high` the end of what may follow.
    """
    figure = row[i].load
    unit = figure.quantity.unit
    family = family_of(unit)
    sum_of_money = family in ("money", "area", "weight", "energy", "rate", "volume", "length")
    post = after(row, i, high)
    pre = before(row, i, low, keep_verb=sum_of_money)
    if _grown(row, i, low):
        return _increase(row, i, low, even_text, memory, vocabulary, kind, family, unit)
    if (
        post
        and pre
        and not _names_what_follows(
            row, i, low, pre, post, even_text, family, vocabulary, sum_of_money
        )
    ):
        post = NOTHING
    if post:
        return _followed(row, i, pre, post, high, even_text, memory, vocabulary, kind, family, unit)
    return _preceded(row, i, pre, low, even_text, memory, vocabulary, kind, family, unit)


def _names_what_follows(
    row: list[Chunk],
    i: int,
    low: int,
    pre: Phrase,
    post: Phrase,
    even_text: str,
    family: str,
    vocabulary: Vocabulary,
    money: bool,
) -> bool:
    """Whether the words after the number name it, where words stand on both sides."""
    fillers = {c.text for c in row[pre.last + 1 : i] if c.sort is Sort.WORD} - _SILENT
    if is_verb(row[pre.last]) and not money:
        return True
    if fillers & _HAVING:
        return True
    known = name_known(text_of(pre, row, even_text), family, vocabulary)
    if fillers or (known and pre.last == i - 1):
        return False
    if money:
        return (
            bool(is_verb(row[pre.last]) and row[pre.last].text not in ("投资", "投入"))
            and not known
        )
    return pre.last < i - 1 or row[pre.last].sort is not Sort.TERM


def _followed(
    row: list[Chunk],
    i: int,
    pre: Phrase,
    post: Phrase,
    high: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
    family: str,
    unit: str,
) -> Said | None:
    words = even(text_of(post, row, even_text))
    end = post.last
    site = _site(row, i, pre, post, even_text, family, unit, vocabulary, kind)
    if site is not None:
        return site
    verb, begin = _leading_verb(row, pre, i)
    if not verb:
        verb = _lent_verb(row, i, memory)
    said = words
    titled = ""
    gained = _gained(row, post, words, high, even_text)
    if gained:
        said = verb + gained[0] if verb in ("新增", "净增") else gained[0]
        end = gained[1]
        if name_known(said, family, vocabulary, kind) is None:
            said, end = (verb + words, post.last) if verb else (words, post.last)
    elif verb and not (verb in _CAUSING and _acts(row, post, high)):
        said = verb + words
    elif post.after >= 0:
        titled, said, end = _with_predicate(row, post, words, high, even_text)
    named = None
    if titled:
        named = name_known(titled, family, vocabulary, kind)
        if named is None:
            said = words
    if named is None:
        named = name_known(said, family, vocabulary, kind)
    if named is None and said != words and not verb:
        named = (
            name_known(words, family, vocabulary, kind)
            if said.endswith(words) and len(said) > len(words) + 6
            else None
        )
    if named is None:
        named = coined(said, family, unit)
    memory.verb = verb if verb in _LENT else ""
    return Said(named, Measure.LEVEL, named, min(begin, i), end)


#: Make others act: 吸引50个团队落户 is about 落户.
_CAUSING = frozenset(
    "吸引 推动 促成 带动 助力 促进 帮助 支持 组织 协助 推荐 引导 扶持 指导 实现 助推 辅导".split()
)
#: Verbs that hold for the next thing in the list too: 引进6个研究院和38家企业.
_LENT = frozenset(
    "引进 新增 引育 培育 新引进 新培育 净增 引入 招引 新认定 新签约 孵化 入驻 落户".split()
)


def _lent_verb(row: list[Chunk], i: int, memory: Memory) -> str:
    """The verb of the thing before in the same list."""
    if memory.verb and i > 0 and (row[i - 1].text in ("、", "和", "及", "与", "以及", "超", "近")):
        return memory.verb
    return ""


def _acts(row: list[Chunk], post: Phrase, high: int) -> bool:
    return post.after >= 0 and any(
        c.sort is Sort.WORD and c.text in NAMING_VERBS
        for c in row[post.after : min(post.after + 3, high)]
    )


def _gained(
    row: list[Chunk], post: Phrase, words: str, high: int, even_text: str
) -> tuple[str, int] | None:
    """34家科技型企业获得知识价值信用贷款: enterprises named by what they got or asked for."""
    if post.after < 0 or not words.endswith(("企业", "科企")):
        return None
    for k in range(post.after, min(post.after + 3, high)):
        got = row[k].text if row[k].sort is Sort.WORD else ""
        if got in _GAINING and k + 1 < len(row) and row[k + 1].sort is Sort.TERM:
            verb = "获得" if got in ("获", "取得", "获批") else got
            return f"{verb}{even(row[k + 1].text)}企业", k + 1
    return None


_GAINING = frozenset("获得 获 申报 申请 享受 获批 取得".split())


def _site(
    row: list[Chunk],
    i: int,
    pre: Phrase,
    post: Phrase,
    even_text: str,
    family: str,
    unit: str,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    """30平方公里的中新科技城: an area or a sum before a named site is its area or its investment."""
    if row[post.last].sort is not Sort.NAME or family not in ("area", "money"):
        return None
    if family == "money":
        words = "总投资"
    else:
        lead = even_text[row[max(i - 6, 0)].start : row[i].start]
        planned = unit == "平方公里" or "规划" in lead
        words = (
            "占地面积"
            if unit in ("亩", "公顷") or "占地" in lead
            else "规划面积"
            if planned
            else "建筑面积"
        )
    named = name_level(words, family, unit, vocabulary, kind)
    return Said(named, Measure.LEVEL, named, i, post.last)


def _leading_verb(row: list[Chunk], pre: Phrase, i: int) -> tuple[str, int]:
    """引进 of 引进6个项目, a verb right before the number that belongs to the name; and its chunk."""
    k = pre.last if pre else pre.verb
    if k < 0 or any(c.sort is Sort.FIGURE for c in row[k:i]):
        return "", i
    words: list[str] = []
    begin = i
    for j in range(k, max(k - 3, -1), -1):
        if not is_verb(row[j]) or row[j].sort is not Sort.WORD:
            break
        if row[j].text in LIGHT_VERBS and row[j].text not in NAMING_VERBS:
            if words:
                break
            continue
        words.insert(0, row[j].text)
        begin = j
    return "".join(words[-2:]), begin


def _with_predicate(
    row: list[Chunk], post: Phrase, words: str, high: int, even_text: str
) -> tuple[str, str, int]:
    """(title won, name, last chunk) of 10家企业 入选 瞪羚企业名单 / 50个项目 落户 / 11家单位 签署 协议."""
    k = post.after
    while k < high and (
        row[k].sort is Sort.PERIOD
        or (
            row[k].sort is Sort.WORD
            and (
                row[k].tag in _ADVERBIAL
                or row[k].text in ("成功", "被", "已", "共同", "正式", "集中", "顺利", "先后")
            )
        )
    ):
        k += 1
    if k >= high or row[k].sort is not Sort.WORD:
        return "", words, post.last
    verb = row[k].text
    titled = verb in _TITLED or (
        verb in ("认定", "评定", "评选", "授牌") and k + 1 < high and row[k + 1].text == "为"
    )
    last = k
    verbs = [verb]
    while (
        last + 1 < high
        and row[last + 1].sort is Sort.WORD
        and row[last + 1].verb
        and len(verbs) < 2
        and not titled
    ):
        verbs.append(row[last + 1].text)
        last += 1
    if titled and k + 1 < high and row[k + 1].text in ("为", "了"):
        last = k + 1
    obj = after(row, last, high) if last + 1 < high else NOTHING
    what = even(text_of(obj, row, even_text)) if obj else ""
    if titled and what:
        prize = what
        for tail in (
            "名单",
            "称号",
            "资格",
            "认定",
            "公示名单",
            "公示",
            "目录",
            "行列",
            "培育库",
            "库",
        ):
            prize = prize.removesuffix(tail)
        return prize, f"{'' if verb in LIGHT_VERBS else verb}{prize}{words}", obj.last
    if verb in NAMING_VERBS and (not what or len(what) <= 10):
        compact = "".join(v for v in verbs if v in NAMING_VERBS)
        if verb == "开工":
            compact = verb
        if what and verb in (
            "签署",
            "签订",
            "申报",
            "获得",
            "获批",
            "承担",
            "参与",
            "参加",
            "开展",
        ):
            return "", f"{compact}{what}{words}", obj.last
        return "", f"{compact}{words}", last
    if verb in ("签署", "获得", "承担") and what and len(what) <= 12:
        return "", f"{verb}{what}{words}", obj.last
    return "", words, post.last


def _preceded(
    row: list[Chunk],
    i: int,
    pre: Phrase,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
    family: str,
    unit: str,
) -> Said | None:
    words = even(text_of(pre, row, even_text)) if pre else ""
    start = pre.first if pre else over_fillers(row, i - 1, low) + 1
    if pre.verb >= 0 and pre:
        verb = row[pre.verb].text
        if verb in NAMING_VERBS and (verb not in LIGHT_VERBS or verb in ("申报", "入库", "签约")):
            with_verb = verb + words
            if name_known(with_verb, family, vocabulary, kind) or not name_known(
                words, family, vocabulary, kind
            ):
                words = with_verb
    named: Named | None
    if _all_verbs(row, pre) or not words or words in _STANDING_FOR or _only_grade(row, pre):
        named, start = _named_before(
            row, i, low, pre, words, even_text, memory, vocabulary, kind, family, unit, start
        )
        return Said(named, Measure.LEVEL, named, max(start, 0), i) if named else None
    known = name_known(words, family, vocabulary, kind)
    if (
        memory.verb in _ADDING
        and row[over_joint(row, pre.first - 1)].text in ("、", "和", "及", "与", "以及")
        and not words.startswith(memory.verb)
    ):
        lent = name_known(memory.verb + words, family, vocabulary, kind)
        named = lent or coined(memory.verb + words, family, unit)
        return Said(named, Measure.LEVEL, named, start, i)
    memory.verb = _adding_verb(words)
    if part := _part_of_whole(row, i, low, words, memory, family):
        return Said(part, Measure.LEVEL, part, start, i)
    if memory.owner and words in _OWNED and not kind_is_owner(kind):
        owned = memory.owner + (
            words
            if words not in ("研发投入金额", "投资额")
            else words.removesuffix("金额").removesuffix("额")
        )
        named = name_known(owned, family, vocabulary, kind) or coined(owned, family, unit)
        return Said(named, Measure.LEVEL, named, start, i)
    if known is None or words in _BARE_NOUNS:
        fuller = _fuller(row, i, words, even_text, family, vocabulary, kind, memory)
        if fuller is not None:
            return Said(fuller, Measure.LEVEL, fuller, start, i)
        joined = _with_doer(row, pre, low, words, even_text)
        if joined:
            named = name_level(joined[0], family, unit, vocabulary, kind)
            return Said(named, Measure.LEVEL, named, joined[1], i)
    named = known or coined(words, family, unit)
    return Said(named, Measure.LEVEL, named, start, i)


_ADDING = frozenset("新增 净增 新认定 新培育 新获批 新获评".split())


def _adding_verb(words: str) -> str:
    return next((verb for verb in _ADDING if words.startswith(verb)), "")


def over_joint(row: list[Chunk], k: int) -> int:
    """Index of the chunk before opening quotes at `k`."""
    while k > 0 and row[k].sort is Sort.MARK and row[k].text == '"':
        k -= 1
    return max(k, 0)


def _part_of_whole(
    row: list[Chunk], i: int, low: int, words: str, memory: Memory, family: str
) -> Named | None:
    """面积74平方公里,其中东区20平方公里: the part is measured by what the whole was measured by."""
    if (
        family not in ("area", "money", "energy", "weight")
        or memory.level is None
        or memory.level.family != family
    ):
        return None
    if not words.endswith(_PLACES_OF_A_WHOLE):
        return None
    return replace(memory.level, part=words)


_PLACES_OF_A_WHOLE = (
    "区",
    "园",
    "片",
    "组团",
    "片区",
    "一期",
    "二期",
    "三期",
    "园区",
    "起步区",
    "核心区",
    "期",
    "镇",
    "城",
)
_BARE_NOUNS = frozenset(
    "企业 项目 平台 机构 贷款 团队 人才 中心 资金 基金 载体 专利 合同 产值 收入 投资 利润 税收 面积 营收 订单 授信 销售额 增加值 产量 成果".split()
)


def kind_is_owner(kind: str) -> bool:
    """Whether the subject itself is the owner of what is measured."""
    return kind in ("project", "enterprise")


def _all_verbs(row: list[Chunk], pre: Phrase) -> bool:
    return bool(pre) and all(
        is_verb(row[k]) or row[k].text in _STANDING_FOR or row[k].sort is Sort.MARK
        for k in range(pre.first, pre.last + 1)
    )


def _only_grade(row: list[Chunk], pre: Phrase) -> bool:
    return bool(pre) and all(row[k].sort is Sort.LEVEL for k in range(pre.first, pre.last + 1))


def _named_before(
    row: list[Chunk],
    i: int,
    low: int,
    pre: Phrase,
    words: str,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
    family: str,
    unit: str,
    start: int,
) -> tuple[Named | None, int]:
    """The indicator that was named earlier: 累计达到1503家, 其中市级133个, 总量2417家."""
    verbs = (
        "".join(
            row[k].text
            for k in range(pre.first, pre.last + 1)
            if row[k].text in NAMING_VERBS and row[k].text not in ("组织", "联合", "集中", "新增")
        )
        if pre
        else ""
    )
    grade = words if pre and _only_grade(row, pre) else ""
    core = ""
    base = (
        memory.level if memory.level is not None and _alike(memory.level.family, family) else None
    )
    term = _last_term(row, i, family, vocabulary)
    if base is not None:
        core = base.core
    if term and (base is None or verbs):
        core = term
    if not core:
        if (
            memory.base is not None
            and (_alike(memory.base.family, family) or not memory.base.family)
            and not memory.base.rate
        ):
            core = memory.base.core
        else:
            return None, start
    if verbs:
        named = name_known(verbs + core, family, vocabulary, kind)
        if named is not None:
            return named, start
    for wording in (grade + core, core):
        named = name_known(wording, family, vocabulary, kind)
        if named is not None:
            return named, start
    return coined((grade or verbs) + core, family, unit), start


def _alike(one: str, other: str) -> bool:
    counts = ("organisation", "item", "event", "other")
    return one == other or (one in counts and other in counts)


def _last_term(row: list[Chunk], i: int, family: str, vocabulary: Vocabulary) -> str:
    for k in range(i - 1, -1, -1):
        chunk = row[k]
        if chunk.sort is Sort.TERM and vocabulary.entry(even(chunk.text), family):
            return even(chunk.text)
    return ""


def _fuller(
    row: list[Chunk],
    i: int,
    words: str,
    even_text: str,
    family: str,
    vocabulary: Vocabulary,
    kind: str,
    memory: Memory,
) -> Named | None:
    """A bare 贷款 after 知识价值信用贷款 means that one."""
    if len(words) > 4:
        return None
    for k in range(i - 1, -1, -1):
        chunk = row[k]
        if chunk.sort is Sort.TERM and chunk.end < row[i].start and len(chunk.text) > len(words):
            term = even(chunk.text)
            if term.endswith(words) and (named := name_known(term, family, vocabulary, kind)):
                return named
    return None


def _with_doer(
    row: list[Chunk], pre: Phrase, low: int, words: str, even_text: str
) -> tuple[str, int] | None:
    """两大主导产业完成产值: the doer before 完成 or 实现 belongs to the name."""
    k = pre.first - 1
    if (
        k <= low
        or row[k].sort is not Sort.WORD
        or row[k].text not in ("实现", "完成", "达到", "创造")
    ):
        return None
    doer = before(row, k, low, True)
    if not doer:
        return None
    printed = even(text_of(doer, row, even_text)) + words
    return printed, doer.first


def _grown(row: list[Chunk], i: int, low: int) -> bool:
    k = over_fillers(row, i - 1, low)
    return (
        k >= low
        and row[k].sort is Sort.WORD
        and row[k].text in ("增加", "减少", "净增", "净增加", "增长")
        and not (i + 1 < len(row) and row[i + 1].nominal)
    )


def _increase(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
    family: str,
    unit: str,
) -> Said | None:
    """比上年增加63家: a change of what stands, as an amount."""
    k = over_fillers(row, i - 1, low)
    phrase = before(row, k, low, True)
    words = even(text_of(phrase, row, even_text)) if phrase else ""
    if words and words not in _STANDING_FOR:
        base = name_level(words, family, unit, vocabulary, kind)
    elif memory.base is not None:
        base = memory.base
    else:
        return None
    plain = base.indicator.split("(")[0]
    named = Named(f"{plain}增量", f"{base.property}__increase", base.core, family, stock=False)
    return Said(named, Measure.CHANGE, base, phrase.first if phrase else k, i)


def stop_after(row: list[Chunk], i: int) -> int:
    """Where what may follow a figure ends: at a mark, another figure or 、."""
    k = i + 1
    while k < len(row):
        chunk = row[k]
        if chunk.sort is Sort.FIGURE or (
            chunk.sort is Sort.MARK and (chunk.text in CLAUSE_ENDS or chunk.text == "、")
        ):
            break
        k += 1
    return k


def owner_of(words: str) -> str:
    """The owner a counted thing becomes for the sums that follow; empty where it is none."""
    core = words.removesuffix("数")
    return core if core.endswith(_OWNERS) else ""
