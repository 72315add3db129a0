"""Names that stand before their number: 高新技术企业55家, 累计达到1503家, 其中市级133个."""

from ceyuan.engines.reading.extract.chunk import Sort
from ceyuan.engines.reading.extract.lexicon import LIGHT_VERBS, NAMING_VERBS
from ceyuan.engines.reading.extract.naming import Named, bare
from ceyuan.engines.reading.extract.phrase import REACHING, Phrase
from ceyuan.engines.reading.extract.spot import Said, Spot

#: Name nothing by themselves: the thing was named before.
STANDING_FOR = frozenset(
    "总量 数量 总数 规模 总规模 金额 总额 存量 增量 其中 累计 全年 数 名单 合计 总计 个数 目前 这 此 全部 二者 两者 三者 预计 另 有效 入库 认定 申报 各 数额 总值 总 量 净 均 达标 完成".split()
)
#: Nouns so general that a fuller name said before is meant.
_BARE = frozenset(
    "企业 项目 平台 机构 贷款 团队 人才 中心 资金 基金 载体 专利 合同 产值 收入 投资 利润 税收 面积 营收 订单 授信 销售额 增加值 产量 成果".split()
)
#: Sums of what was counted before: 登记技术合同528项,[成交额]23.7亿元.
_SUMS = frozenset(
    "成交额 成交金额 金额 交易额 合同额 登记额 总额 成交总额 合同金额 登记金额 交易金额 规模".split()
)
#: Sums that belong to the things counted before: 引进6个项目,[总投资]40亿元.
_OWNED = frozenset(
    "总投资 投资 投资额 研发投入 研发投入金额 研发费用 产值 年产值 营业收入 销售收入 占地面积 建筑面积 新增产值 税收 利润 协议投资 新增年产值 计划投资 计划总投资 研发经费 营收 投入".split()
)
_ADDING = ("新增", "净增", "新认定", "新培育", "新获批", "新获评")
#: What is done with money, by which the sum is named: 放贷2亿元, 兑现资助资金200万元.
_SPENDING = frozenset("放贷 支用 兑现 投放 拨付 发放 张榜 减免 募集".split())
_JOINTS = frozenset("、 和 及 与 以及".split())
_DOING = frozenset("实现 完成 达到 创造 贡献 带来".split())
_PARTS = ("区", "园", "片", "组团", "片区", "一期", "二期", "三期", "园区", "期", "镇", "城")
_COUNTS = ("organisation", "item", "event", "other")
#: Before what is theirs these are the one spoken of: 研究院[总投资].
_WHOSE = frozenset("研究院 学院 中心 基地 平台 集团 实验室 孵化器 研究所 开发区 高新区".split())
_SITE_WORDS = frozenset("占地 总投资 总占地 投资 建筑面积 总建筑面积".split())


def name_before(spot: Spot, pre: Phrase) -> Said | None:
    """The figure with the indicator that the words before it name; None where none do."""
    words = _with_verb(spot, pre)
    start = pre.first if pre else spot.lead + 1
    counted = spot.memory.level
    if words in _SUMS and counted and not _alike(counted.family, spot.family):
        summed = _sum_of_counted(spot, words)
        return spot.says(summed, start) if summed else None
    if spot.family == "money" and words in _PUT_IN:
        return _put_in(spot, pre, start)
    if told := _of_those(spot):
        return told
    if _names_nothing(spot, pre, words) and not (words == "占地" and spot.family == "area"):
        named = _named_earlier(spot, pre, words)
        return spot.says(named, start) if named else None
    if words.startswith("项目") and words[2:] in _SITE_WORDS:
        words = words[2:]
    if lent := _lent(spot, pre, words):
        return spot.says(lent, start)
    spot.memory.verb = next((verb for verb in _ADDING if words.startswith(verb)), "")
    if part := _part_of_whole(spot, words):
        return spot.says(part, start)
    if among := _among_counted(spot, pre, words):
        return spot.says(among, start)
    known = spot.known(words)
    if known is None and pre.last > pre.first and spot.text(pre.first) in _WHOSE:
        rest = spot.between(pre.first + 1, pre.last + 1)
        if known := spot.known(rest):
            words = rest
    if known is None and spot.family == "money":
        words = _spent(words)
        known = spot.known(words)
    if known is None and (summed := _sum_of_counted(spot, words)):
        return spot.says(summed, start)
    if owned := _owned(spot, words):
        return spot.says(owned, start)
    if done := _with_doer(spot, pre, words, known):
        return spot.says(*done)
    if known is None or words in _BARE:
        known = _fuller(spot, words) or known
    return spot.says(known or spot.coined(words), start)


def _of_those(spot: Spot) -> Said | None:
    """规上工业企业193家,其中有研发活动的128家: what was counted, with what is said of some."""
    k = spot.lead + 1
    of = next((j for j in range(k, spot.i) if spot.text(j) == "的"), -1)
    counted = spot.memory.level
    if of < 0 or spot.is_sum or not spot.row[of - 1].nominal:
        return None
    core = counted.core if counted and counted.family == spot.family else _last_term(spot)
    first = spot.clause
    while first < of and (
        spot.row[first].sort in (Sort.PERIOD, Sort.WHOLE, Sort.PLACE) or spot.text(first) == "其中"
    ):
        first += 1
    said = spot.between(first, of)
    if not core or not 2 < len(said) < _LONG or said.endswith(core):
        return None
    noun = _plain_core(core)
    named = spot.known(f"{said}的{noun}") or spot.known(said + noun)
    return spot.says(named or spot.coined(f"{said}的{noun}"), first)


_LONG = 16


def _with_verb(spot: Spot, pre: Phrase) -> str:
    """The words with what was done to the things: 项目 [签约] 39个 is 签约项目."""
    words = spot.words(pre)
    if pre and spot.text(pre.first - 1) in ("拟", "每年") and words[:2] != "申报":
        words = spot.text(pre.first - 1) + words
    if not pre or pre.verb < 0:
        return words
    verb = spot.row[pre.verb].text
    names = verb in NAMING_VERBS and (verb not in LIGHT_VERBS or verb in ("申报", "入库", "签约"))
    if names and (spot.known(verb + words) or not spot.known(words)):
        return verb + words
    return words


def _names_nothing(spot: Spot, pre: Phrase, words: str) -> bool:
    if not words or words in STANDING_FOR:
        return True
    chunks = spot.row[pre.first : pre.last + 1]
    if all(c.sort == Sort.LEVEL for c in chunks):
        return True
    return all(
        c.text in NAMING_VERBS
        or c.text in LIGHT_VERBS
        or c.text in REACHING
        or c.text in STANDING_FOR
        or c.sort == Sort.MARK
        for c in chunks
    )


def _named_earlier(spot: Spot, pre: Phrase, words: str) -> Named | None:
    """The indicator named earlier: 累计达到1503家, 其中市级133个, 总量2417家, 132笔、6.85亿元."""
    memory = spot.memory
    chunks = spot.row[pre.first : pre.last + 1] if pre else []
    grade = words if chunks and all(c.sort == Sort.LEVEL for c in chunks) else ""
    verbs = "".join(
        c.text for c in chunks if c.text in NAMING_VERBS and c.text not in ("联合", "集中", "新增")
    )
    if spot.family == "money" and verbs in _SPENDING:
        return spot.coined(verbs)
    if (counted := memory.level) and verbs == "" and _added(spot, pre):
        more = spot.known(f"新增{counted.core}")
        if more and more.family == spot.family and counted.known:
            return more
    base = memory.level if memory.level and _alike(memory.level.family, spot.family) else None
    term = _last_term(spot)
    core = term if term and (base is None or verbs) else base.core if base else ""
    if (
        not core
        and memory.level
        and not words
        and spot.text(spot.i - 1) in ("、", "和", "共", "计")
    ):
        return spot.level(_plain_core(memory.level.core))
    last = memory.base
    if (
        not core
        and last
        and not last.rate
        and (not last.family or _alike(last.family, spot.family))
    ):
        core = last.core
    if not core:
        return None
    noun = _plain_core(core)
    if words.startswith("重新"):
        return spot.coined(words + noun)
    new = any(c.text in _ADDING for c in chunks)
    marked = grade or verbs or ("新增" if new else "")
    for wording in (marked + noun, marked + core, core) if marked else (core,):
        if wording and (named := spot.known(wording)):
            return named
    return spot.coined(marked + noun if marked else core)


def _lent(spot: Spot, pre: Phrase, words: str) -> Named | None:
    """新增A 9家、B 3家: what is said of the first holds for the others."""
    k = pre.first - 1
    while k > 0 and spot.row[k].sort == Sort.MARK and spot.row[k].text == '"':
        k -= 1
    verb = spot.memory.verb
    if verb not in _ADDING or spot.text(k) not in _JOINTS or words.startswith(verb):
        return None
    return spot.known(verb + words) or spot.coined(verb + words)


def _part_of_whole(spot: Spot, words: str) -> Named | None:
    """面积74平方公里,其中东区20平方公里: the part is measured by what the whole was measured by."""
    whole = spot.memory.level
    if not spot.is_sum or whole is None or whole.family != spot.family:
        return None
    part = words.endswith(_PARTS) and words != "首期"
    return whole._replace(part=words) if part else None


def _spent(words: str) -> str:
    """兑现资助资金 as a sum is 资助资金兑现额."""
    verb = next((v for v in _SPENDING if words.startswith(v)), "")
    if not words.removeprefix(verb).endswith(_PAID):
        return words
    return f"{words.removeprefix(verb)}{verb}额" if verb else words


def _put_in(spot: Spot, pre: Phrase, start: int) -> Said:
    """财政资金累计投入2.68亿元, 投入2000万元."""
    whose = spot.before(pre.first)
    if spot.words(whose).endswith(("资金", "经费", "财政")):
        return spot.says(spot.level(f"{spot.words(whose)}投入"), whose.first)
    return spot.says(spot.coined("投入资金"), start)


_PUT_IN = frozenset("投入 安排 落实 筹集 拿出 统筹 整合".split())
_PAID = (
    "贷款",
    "资金",
    "津贴",
    "补贴",
    "奖励",
    "补助",
    "奖补",
    "金",
    "款项",
    "债券",
    "授信",
    "产品",
)


def _among_counted(spot: Spot, pre: Phrase, words: str) -> Named | None:
    """申请专利13项,其中发明专利4项: those too were applied for."""
    if spot.memory.level is None or not any(
        c.text == "其中" for c in spot.row[max(pre.first - 3, 0) : pre.first]
    ):
        return None
    verb = next((v for v in _DONE_TO if spot.memory.level.core.startswith(v)), "")
    return spot.known(verb + words) if verb and not words.startswith(verb) else None


_DONE_TO = ("新申请", "申请", "授权", "获授权", "获得授权", "登记", "新引进", "引进", "申报")


def _sum_of_counted(spot: Spot, words: str) -> Named | None:
    if spot.memory.level is None or words not in _SUMS:
        return None
    core = spot.memory.level.core
    plain = _plain_core(core)
    return spot.known(core + words) or spot.known(plain + words) or spot.coined(plain + words)


def _owned(spot: Spot, words: str) -> Named | None:
    if not spot.memory.owner or words not in _OWNED or spot.kind in ("project", "enterprise"):
        return None
    if words in ("研发投入金额", "投资额"):
        words = words.removesuffix("金额").removesuffix("额")
    owned = spot.memory.owner + words
    return spot.known(owned) or spot.coined(owned)


def _with_doer(
    spot: Spot, pre: Phrase, words: str, known: Named | None
) -> tuple[Named, int] | None:
    """两大主导产业完成产值: the doer before 完成 or 实现 belongs to the name."""
    k = pre.first - 1
    counted = spot.memory.level
    adjacent = k == spot.low and k > 0 and spot.row[k - 1].sort != Sort.MARK
    if adjacent and spot.text(k) in _DOING and counted and counted.family == "organisation":
        # 493家规上工业企业完成产值
        joined = counted.core + words
        return spot.known(joined) or spot.coined(joined), k
    if k <= spot.low or spot.row[k].sort != Sort.WORD or spot.row[k].text not in _DOING:
        return None
    doer = spot.before(k)
    if not doer:
        return None
    joined = spot.words(doer) + words
    whole = spot.known(joined)
    if whole is None and known is not None and words not in _BARE:
        return None
    return whole or spot.coined(joined), doer.first


def _fuller(spot: Spot, words: str) -> Named | None:
    """A bare 贷款 after 知识价值信用贷款 means that one."""
    if len(words) > 4:
        return None
    for chunk in reversed(spot.row[: spot.i]):
        if chunk.sort == Sort.TERM and len(chunk.text) > len(words):
            term = bare(chunk.text)
            if term.endswith(words) and (named := spot.known(term)):
                return named
    return None


def _added(spot: Spot, pre: Phrase) -> bool:
    return spot.text(pre.first if pre else pre.verb) in _ADDING


def _last_term(spot: Spot) -> str:
    for chunk in reversed(spot.row[: spot.i]):
        if chunk.sort == Sort.TERM and spot.vocabulary.entry(bare(chunk.text), spot.family):
            return bare(chunk.text)
    return ""


def _plain_core(core: str) -> str:
    for verb in (
        "认定登记",
        "新认定",
        "新申请",
        "登记",
        "认定",
        "新增",
        "完成",
        "发放",
        "申请",
        "申报",
    ):
        core = core.removeprefix(verb)
    return core


def _alike(one: str, other: str) -> bool:
    return one == other or (one in _COUNTS and other in _COUNTS)
