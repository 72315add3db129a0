"""The unit that follows a number in a text, where one does: 3.5万|家, 15|个百分点, but not 3|组团."""

import re

from ceyuan.model.printed_number import PrintedNumber
from ceyuan.model.unit import Unit, UnknownUnit, unit_at, unit_of

#: Units that make a quantity of a spelled number; others turn up in names (五台山, 三门峡).
_SPELLED = frozenset(
    (
        "家 个 项 名 位 人 件 所 户 条 座 台 套 种 次 倍 % 百分点 个百分点 亩 元 篇 支 间 处 场 款 批 类 "
        "年 周年 个月 天 小时 岁 周 个多月 个季度 分钟 个小时 平方公里 平方米 公顷 吨 公里 人次 场次 家次 "
        "美元 港元 欧元 千瓦 千瓦时 册 份 部 块 枚 辆 笔 例 英寸 寸 米 毫米 纳米 厘米 起 组 位次 个位次 "
        "工作日 个工作日 只 人年 名次 个名次 台套 批次"
    ).split()
)
#: Words that begin like 一 with a classifier and count nothing: 一批, 一起, 一块, 一种.
_INDEFINITE = frozenset("批 起 块 例 种 类 组 场 部 支 笔 款 次 套 只 天 周".split())
#: What shows that a classifier is the start of a longer word: 3组团, 15部门, 三台县, 三次产业.
_WORD_GOES_ON = {
    "组": "团织件建合成", "部": "门分委队级长署件", "元": "素件器宇旦", "台": "县山州湾",
    "人": "才民均物文", "条": "件例", "家": "庭居族", "户": "籍外口型", "名": "牌称义录",
    "位": "于列居置数", "项": "城", "所": "谓属", "次": "级生数产性全", "套": "餐",
    "分": "之公别析校院支部区局行管类布", "种": "子植业养质", "面": "向积对板试", "类": "似",
    "年": "代级鉴轻", "座": "谈位", "支": "持撑付部行出柱", "间": "接隔距", "处": "理于置",
    "场": "地所景馆", "批": "复发量准", "天": "津河府然", "块": "链", "米": "其", "起": "来步草到重",
    "份": "额", "册": "子", "例": "如外会行", "笔": "记", "枚": "举", "周": "边期转口", "岁": "月",
    "只": "有是要能", "层": "次级面", "单": "位项元", "张": "家江北掖", "片": "区", "群": "众体",
    "节": "能点约", "本": "地市区级次年月科土", "道": "路", "口": "岸碑", "段": "落", "对": "接口于外应",
    "列": "入为车", "架": "构", "门": "店户类诊票", "头": "部",
}  # fmt: skip
#: First characters of what may follow a spelled number that is a quantity.
AFTER_SPELLED = frozenset({unit[0] for unit in _SPELLED} | set("余多来几分成半 至到—－-~～%‰千万"))
_WHOLE_WORD = re.compile("[^0-9 ，。、；—–~]{1,12}")
_BLANKS = (" ", "　")


def unit_after(plain: str, number: PrintedNumber, *, cell: bool) -> tuple[Unit | None, int]:
    """The unit after the number and where it ends; None and the number's end without one.

    In a `cell` whatever is left of the text may be the unit, known or not.
    """
    at = number.end
    if number.unit:
        return unit_of(number.unit), at
    if plain[at : at + 1] in _BLANKS:
        at += 2 if plain[at + 1 : at + 2] in _BLANKS else 1
    unit = unit_at(plain, at)
    end = at + len(unit.printed) if unit else at
    if cell:
        return _rest_of_cell(plain, at, unit, end, number.end)
    if unit is None or _is_word(plain, number, unit, end):
        return None, number.end
    return unit, end


def _is_word(plain: str, number: PrintedNumber, unit: Unit, end: int) -> bool:
    """Whether number and classifier are part of a word or a name."""
    name = unit.printed
    if (
        (goes_on := _WORD_GOES_ON.get(name))
        and plain[end : end + 1] in goes_on
        and end < len(plain)
    ):
        return True
    if number.form != "chinese":
        return False
    if number.value == 1 and number.upper is None and name in _INDEFINITE:
        return True
    if name == "元" and number.value < 10:
        return True  # 二元结构, 一元化
    if number.value == 1 and plain[end : end + 1] in ("目", name[-1]):
        return True  # 这一项目, 一项项, 一家家
    return name not in _SPELLED and "/" not in name


def _rest_of_cell(
    plain: str, at: int, unit: Unit | None, end: int, number_end: int
) -> tuple[Unit | None, int]:
    if end < len(plain) and _WHOLE_WORD.fullmatch(plain, at):
        try:
            return unit_of(plain[at:]), len(plain)
        except UnknownUnit:
            pass
    return (unit, end) if unit else (None, number_end)
