"""Numbers that state nothing about anybody: how long, how old, which one, one of many."""

import re

from ceyuan.model.printed_quantity import FoundQuantity

#: 三个方面, 两大类, 四个专项: parts of a speech, not things that are there.
_PARTS = re.compile(
    r"(?:不同|类型|模式|方式|方面|方向|维度|层面|阶段|步骤|关键|重点(?![项企实])|大类|问题|转变|坚持|确保|不|创新(?![平团中企主])|提升|聚焦|强化|统筹|清单制|关系|时代|先|走在|月|季度|年|代|层次|梯队|关键词|小时|第一|百年|文明|原则|思路|举措并举|字|一批)"
)
#: Hours that are a service and no length of time: 仪器对外服务1.86万小时.
_SERVED = re.compile(r"(?:服务|机时|共享|开机|志愿)[^，,。]{0,4}$")
#: Days that are counted and no length of time: 空气质量优良天数331天.
_DAYS = re.compile(r"天数[^,。;0-9]{0,4}$")
#: How long something takes, where that is told of by name: 单台下线时间仅54秒.
_TIMED = re.compile(r"(?:时间|时长|用时|耗时)(?:平均|已|仅|只|需|要|为|约|达){0,3}$")
#: Before a noun these say of what size it is: 8英寸晶圆.
_SIZES = frozenset("英寸 寸 纳米 微米 毫米".split())
#: 每6秒就有一块下线, 每54秒下线一台整车: how long one piece takes.
TAKT = re.compile(
    r"(?:就|便|即|可|能|有|以|生产|产出|制造|成功|正式){0,4}(?:下线)?(?:就|有|出)?"
    r"一(?P<piece>[台块辆件片只套架颗])(?P<what>[^,。;:!?0-9\n]{0,8})"
)
_MEASURED_IN = ("秒", "分钟", "小时", "天")
_VAGUE = frozenset("上百 上千 上万 数十 数百 数千 数万 几十 几百 几千 成百".split())
_SPELLED_UNITS = frozenset("家 所 户 座 支 人 倍 %".split())


def is_figure(found: FoundQuantity, even: str) -> bool:
    """Whether a quantity may state something about somebody.

    Durations and ages do not; small spelled counts do only of organisations (两家, 五家) and never
    一家, which is an article.
    """
    if found.duration:
        before = even[max(found.start - 10, 0) : found.start]
        if found.quantity.unit == "小时" and _SERVED.search(before):
            return True
        if found.quantity.unit == "天" and _DAYS.search(before):
            return True
        if found.quantity.unit not in _MEASURED_IN:
            return False
        return bool(_TIMED.search(before) or TAKT.match(even, found.end))
    if (
        even[found.start : found.start + 2] in _VAGUE
        or even[found.start - 1 : found.start + 1] in _VAGUE
    ):
        return False
    following = even[found.end : found.end + 6]
    if found.quantity.unit == "公里" and "距" in even[max(found.start - 16, 0) : found.start]:
        return False
    if found.number_form == "fraction" and following[:1] in "度秒米毫微克":
        return False
    if found.quantity.unit in _SIZES and "一" <= following[:1] <= "鿿":
        return False
    if found.number_form == "chinese":
        amount = found.quantity.amount
        if found.quantity.unit not in _SPELLED_UNITS or amount == 1:
            return False
        if amount < 13 and found.quantity.unit not in ("家", "所", "户", "支", "倍"):
            return False
    if found.quantity.unit in ("个", "项", "条", "类", "次", "大", "种") and _PARTS.match(
        following.lstrip("的大小")
    ):
        return False
    return found.printed_unit not in (
        "批",
        "类",
        "届",
        "期",
        "组",
        "轮",
        "层",
        "级",
        "分",
        "种类",
        "道",
        "度",
    )
