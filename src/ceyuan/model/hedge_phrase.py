"""The words around a number that say how exact it is (超, 近, 不低于, 以上, 左右) or that it falls."""

import re

from ceyuan.model.hedge import Hedge

_BEFORE = {
    Hedge.AT_LEAST: (
        "超 超过 已超 突破 逾 至少 最少 起码 不低于 不少于 不小于 不下 不下于 高于 大于 多于 冲破 超越 破"
    ),
    Hedge.ABOUT: "近 接近 将近 约 大约 约为 约有 约占 约达 约合 大概 近乎 大致",
    Hedge.AT_MOST: (
        "不超过 不超 未超过 不高于 不大于 不多于 至多 最多 最高 不足 不到 低于 小于 少于 控制在"
    ),
}
_HEDGES = {word: hedge for hedge, words in _BEFORE.items() for word in words.split()}
_HEDGE_ENDS = frozenset(word[-1] for word in _HEDGES)
_LONGEST = max(map(len, _HEDGES))
#: 过百家, 上千册, 破亿元: hedges only before a number that is all scale.
_BEFORE_SCALE = frozenset("过上破")
#: Words that end like a hedge and are none: 签约36项, 附近3家, 打破2项纪录.
_NO_HEDGE = frozenset(
    (
        "签约 合约 节约 条约 预约 公约 制约 履约 违约 契约 集约 简约 租约 邀约 缔约 盟约 续约 解约 立约 守约 爽约 相约 附近 最近 邻近 "
        "靠近 新近 临近 亲近 贴近 走近 远近 就近 赶超 反超 英超 中超 高超 打破 攻破 侦破 爆破 踏破 告破 通过 经过 超过 不过 路过 以上 "
        "加上 线上 会上 网上 市上"
    ).split()
)
_AFTER = re.compile(
    " {0,2}(?:(?P<least>[及或含]?以上(?!海|交所|是|就是|为|市公司|情况|数据)|有余|出头"
    "|(?P<open>多(?![种方次元样层个项媒家所级])|余(?![个项家额名人])))"
    "|(?P<about>左右(?!手|岸|两)|上下(?!游|级|联|班|功))"
    "|(?P<most>[及或含]?以[下内](?!简称|几|[一二三四五六七八九两]|方面|问题|措施|内容)|之内))"
)
#: Units after which 多 and 余 belong to the number: 5亩多, 三倍多, 两年多.
_OPEN_UNITS = frozenset(
    ("年 倍 亩 元 吨 岁 公里 天 小时 个月 平方公里 平方米 % 米 公顷 分钟").split()
)
_FALLS = (
    "负增长 下降 减少 降低 回落 下滑 下跌 缩减 缩短 缩小 收窄 下调 后退 萎缩 减 降 跌 退"
).split()
_FALL_ENDS = frozenset(word[-1] for word in _FALLS)
_NO_FALL = frozenset(
    ["增减", "加减", "升降", "衰退", "辞退", "清退", "减退", "不减", "不降", "裁减", "只减", "清减"]
)
#: Comparatives that fall only before a difference: 比全市低0.3个百分点, 慢0.5个百分点.
_LOWER = frozenset("低慢少")


def hedge_before(plain: str, at: int, *, scale_only: bool = False) -> tuple[int, Hedge] | None:
    """Where the hedge that ends at `at` starts, and which it is; None where there is none."""
    end = _back(plain, at)
    if end >= 3 and plain[end - 3 : end] == "人民币":
        end = _back(plain, end - 3)
    if end >= 2 and plain[end - 1] == "了" and plain[end - 2] in _HEDGE_ENDS:
        end -= 1
    if end == 0:
        return None
    last = plain[end - 1]
    if last in _HEDGE_ENDS:
        for length in range(min(_LONGEST, end), 0, -1):
            hedge = _HEDGES.get(plain[end - length : end])
            if hedge and (length > 1 or plain[max(end - 2, 0) : end] not in _NO_HEDGE):
                return end - length, hedge
    if scale_only and last in _BEFORE_SCALE and plain[max(end - 2, 0) : end] not in _NO_HEDGE:
        return end - 1, Hedge.AT_LEAST
    return None


def hedge_after(plain: str, at: int, unit: str) -> tuple[int, Hedge] | None:
    """Where the hedge that starts at `at`, after a number in `unit`, ends, and which it is."""
    m = _AFTER.match(plain, at)
    if m is None or (m["open"] and unit not in _OPEN_UNITS):
        return None
    if m["least"]:
        return m.end(), Hedge.AT_LEAST
    return m.end(), Hedge.ABOUT if m["about"] else Hedge.AT_MOST


def falls_before(plain: str, at: int, *, difference: bool) -> bool:
    """Whether a verb of decrease ends at `at`; comparatives count before a `difference`."""
    end = _back(plain, at)
    if end and plain[end - 1] == "了":
        end -= 1
    if end == 0:
        return False
    last = plain[end - 1]
    if last in _FALL_ENDS and any(plain.endswith(word, 0, end) for word in _FALLS):
        return plain[max(end - 2, 0) : end] not in _NO_FALL
    return difference and last in _LOWER and plain[max(end - 2, 0) : end] not in ("至少", "最低")


def _back(plain: str, at: int) -> int:
    """The place before up to two blanks that end at `at`."""
    if at and plain[at - 1] in " 　":
        at -= 1
        if at and plain[at - 1] in " 　":
            at -= 1
    return at
