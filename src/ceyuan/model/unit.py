"""The units and classifiers that Chinese figures are printed in, and what they are kept as.

Money is kept in 元 (each foreign currency in its own), persons in 人, firms in 家, floor area in
万平方米; site area and every other classifier stay as the text has them, because 12 个 and 12 项
may be different counts (data/documents/GUIDE.md §3.5). 万 and 亿 belong to the number, not to the
unit: 3.5万家 is 35000 家.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.numeral import PLAIN


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: one `printed` is `factor` of `base`; `family` says what it counts."""

    printed: str
    base: str
    factor: Decimal
    family: str

    @property
    def duration(self) -> bool:
        """Whether it measures how long or how old, which is no figure of a district."""
        return self.family == "duration"

    @property
    def scaled(self) -> bool:
        """Whether the unit carries a 千, 万 or 亿 of its own (万元), so that 3.5万 has no place in it."""
        return self.printed not in _UNITS and self.printed[:1] in _SCALES


class UnknownUnit(BadInput):
    """A unit no rule knows and that does not look like a classifier. Never guessed."""


_ONE = Decimal(1)

# family -> base -> printed forms, each with how much of the base it is
_TABLE: dict[str, dict[str, dict[str, str]]] = {
    "money": {
        "元": {
            "元": "1",
            "元人民币": "1",
            "人民币": "1",
            "块钱": "1",
            "角": "0.1",
            "分钱": "0.01",
        },
        "美元": {"美元": "1", "美金": "1"},
        "欧元": {"欧元": "1"},
        "港元": {"港元": "1", "港币": "1"},
        "日元": {"日元": "1"},
        "英镑": {"英镑": "1"},
    },
    "ratio": {
        "%": {"%": "1", "成": "10"},
        "‰": {"‰": "1"},
        "百分点": {"百分点": "1", "个百分点": "1"},
        "倍": {"倍": "1"},
    },
    "person": {
        "人": {"人": "1", "名": "1", "位": "1", "人员": "1"},
        "人次": {"人次": "1"},
        "人年": {"人年": "1"},
    },
    "organisation": {
        "家": {"家": "1", "户": "1"},
        "家次": {"家次": "1", "户次": "1"},
        "所": {"所": "1"},
        "座": {"座": "1"},
        "间": {"间": "1"},
        "支": {"支": "1"},
        "处": {"处": "1"},
    },
    "rank": {"位": {"位次": "1", "个位次": "1", "名次": "1", "个名次": "1"}},
    "area": {
        "万平方米": {
            "平方米": "0.0001",
            "平米": "0.0001",
            "㎡": "0.0001",
            "m²": "0.0001",
            "m2": "0.0001",
        },
        "亩": {"亩": "1"},
        "公顷": {"公顷": "1"},
        "平方公里": {"平方公里": "1", "平方千米": "1", "km²": "1", "km2": "1"},
    },
    "length": {
        "公里": {"公里": "1", "千米": "1", "km": "1"},
        "米": {"米": "1", "m": "1"},
        "厘米": {"厘米": "1", "cm": "1"},
        "毫米": {"毫米": "1", "mm": "1"},
        "微米": {"微米": "1", "μm": "1"},
        "纳米": {"纳米": "1", "nm": "1"},
        "寸": {"寸": "1"},
        "英寸": {"英寸": "1"},
    },
    "volume": {
        "立方米": {"立方米": "1", "m³": "1", "m3": "1"},
        "升": {"升": "1"},
        "毫升": {"毫升": "1"},
    },
    "weight": {
        "吨": {"吨": "1", "t": "1"},
        "吨标准煤": {"吨标准煤": "1", "吨标煤": "1"},
        "公斤": {"公斤": "1", "千克": "1", "kg": "1"},
        "克": {"克": "1"},
        "毫克": {"毫克": "1"},
    },
    "energy": {
        "千瓦时": {"千瓦时": "1", "度电": "1", "kWh": "1", "兆瓦时": "1000", "MWh": "1000"},
        "千瓦": {"千瓦": "1", "kW": "1", "兆瓦": "1000", "MW": "1000", "GW": "1000000"},
        "千伏": {"千伏": "1", "kV": "1"},
        "千伏安": {"千伏安": "1"},
    },
    "computing": {
        "P": {"P": "1", "PFlops": "1", "PFLOPS": "1"},
        "TB": {"TB": "1"},
        "PB": {"PB": "1"},
        "GHz": {"GHz": "1"},
        "机架": {"机架": "1", "个机架": "1", "架": "1"},
    },
    "duration": {
        "年": {"年": "1", "周年": "1", "个年头": "1"},
        "个月": {"个月": "1", "个多月": "1", "个季度": "1"},
        "周": {"周": "1", "个星期": "1", "星期": "1"},
        "天": {"天": "1", "昼夜": "1"},
        "工作日": {"工作日": "1", "个工作日": "1", "个自然日": "1"},
        "小时": {"小时": "1", "个小时": "1"},
        "课时": {"课时": "1", "学时": "1"},
        "分钟": {"分钟": "1"},
        "秒": {"秒": "1", "秒钟": "1"},
        "岁": {"岁": "1", "周岁": "1"},
    },
    "temperature": {"℃": {"℃": "1", "摄氏度": "1"}},
    "score": {"分": {"分": "1"}},
    "event": {
        u: {u: "1"}
        for u in ["次", "场", "场次", "届", "轮", "期", "车次", "架次", "班次", "例", "起", "站"]
    },
    "item": {
        "台套": {"台套": "1", "台(套)": "1", "台/套": "1"},
        **{
            u: {u: "1"}
            for u in (
                "个 件 项 条 篇 种 台 套 块 份 册 部 门 款 枚 宗 笔 批 批次 类 组 辆 艘 架 颗 株 棵 头 只 箱 瓶 台件 件套 "
                "项次 件次 标准箱 席 栋 幢 层 座次 本 卷 幅 张 片 根 束 桩 盒 粒 道 段 单 桶 口 群 对 双 列 节 "
                "张床位 床位 车位 工位 集 首 封 面 盏 孔 端口"
            ).split()
        },
    },
}
#: What may follow a stroke: 元/月, 万元/亩, 件/万人.
_PER = (
    "万人 人 名 亩 月 年 天 日 小时 平方公里 平方米 公顷 家 户 吨 次 件 台 辆 度 千瓦时 千瓦 万元 亿元 人次 公里 元 立方米 "
    "平方千米 ㎡ 千克 公斤 升 分钟 秒 项 个"
).split()

_UNITS: dict[str, Unit] = {
    printed: Unit(printed, base, Decimal(factor), family)
    for family, bases in _TABLE.items()
    for base, forms in bases.items()
    for printed, factor in forms.items()
}
_UNITS["个季度"] = Unit("个季度", "个月", Decimal(3), "duration")
_UNITS["兆瓦时"] = Unit("兆瓦时", "千瓦时", Decimal(1000), "energy")
#: For each first character, the lengths of the units that begin with it, longest first.
_LENGTHS = {
    first: tuple(sorted({len(printed) for printed in _UNITS if printed[0] == first}, reverse=True))
    for first in {printed[0] for printed in _UNITS}
}
_PER_AT = re.compile("/(?:" + "|".join(sorted(_PER, key=len, reverse=True)) + ")")

_SCALES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "亿": Decimal(10**8),
}
_SCALED = re.compile(r"(千|百|十)?(万|亿)?(万|亿)?(?=.)")
_BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
#: A word that may be a classifier though no table has it.
_WORD = re.compile(r"[一-鿿]{1,6}|[A-Za-zμ°]{1,8}")
#: How much of the first base unit one of the others is, where two bases of a family compare.
_EQUAL = {
    ("公顷", "亩"): Decimal(15),
    ("平方公里", "亩"): Decimal(1500),
    ("平方公里", "公顷"): Decimal(100),
    ("平方公里", "万平方米"): Decimal(100),
    ("公顷", "万平方米"): _ONE,
    ("%", "‰"): Decimal(10),
    ("吨", "公斤"): Decimal(1000),
    ("公里", "米"): Decimal(1000),
}


def unit_of(printed: str) -> Unit:
    """The unit a word stands for.

    Scales in front are multiplied in (万元 is 10000 元, 亿千瓦时); 元/月 and the like keep what
    they are counted per. A word no table knows but that may be a classifier is kept as printed.

    Raises:
        UnknownUnit: the word cannot be a unit.
    """
    word = printed.strip().translate(PLAIN)
    if m := _BRACKETED.fullmatch(word):
        word = m[1].strip()
    if not word:
        return Unit("", "", _ONE, "none")
    head, stroke, per = word.partition("/")
    if unit := _UNITS.get(word):
        return unit
    if stroke and per:
        above = unit_of(head)
        return Unit(word, f"{above.base}/{per}", above.factor, "rate")
    if (scaled := _SCALED.match(word)) and scaled[0] and (unit := _UNITS.get(word[scaled.end() :])):
        factor = unit.factor
        for scale in scaled[0]:
            factor *= _SCALES[scale]
        return Unit(word, unit.base, factor, unit.family)
    if _WORD.fullmatch(word):
        return Unit(word, word, _ONE, "other")
    raise UnknownUnit(
        Bilingual(f"无法识别的单位：{printed!r}", f"not a unit: {printed!r}"),
        remedy=Bilingual("写成 万元、家、人、% 等", "write 万元, 家, 人, % or the like"),
    )


def unit_at(text: str, at: int) -> Unit | None:
    """The longest known unit that stands at `at` in `text` (half width), or None.

    A unit in Latin letters must end there: 6 m but not 6 mA.
    """
    for length in _LENGTHS.get(text[at : at + 1], ()):
        unit = _UNITS.get(text[at : at + length])
        if unit is None:
            continue
        end = at + length
        if text[end : end + 1].isascii() and end < len(text):
            if _in_latin(unit.printed[-1]) and _in_latin(text[end]):
                continue
            if text[end] == "/" and (per := _PER_AT.match(text, end)):
                return unit_of(unit.printed + per[0])
        return unit
    return None


def base_units() -> tuple[str, ...]:
    """Every base unit of the tables, each once."""
    return tuple(dict.fromkeys(unit.base for unit in _UNITS.values()))


def convert(amount: Decimal, base: str, to: str) -> Decimal | None:
    """`amount` of base unit `base` in base unit `to`; None where the two do not compare."""
    if base == to:
        return amount
    if factor := _EQUAL.get((base, to)):
        return amount * factor
    if factor := _EQUAL.get((to, base)):
        return amount / factor
    return None


def _in_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
