"""Amounts as Chinese texts print them: found in running text, read from a cell, and printed.

A number is a quantity where a unit or classifier follows it, where it is a fraction (七成,
三分之一), a rank (第3位) or a part of a ratio that adds up to a hundred. Dates, times, numbers of
sections, documents and models (X86, 6AT), slogans (1+3+N, “三个提升”) and whatever stands in 《》
are not. Durations and ages are found and marked, so that their numbers are lent to nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.hedge import Hedge
from ceyuan.model.hedge_phrase import falls_before, hedge_after, hedge_before
from ceyuan.model.numeral import PLAIN
from ceyuan.model.printed_number import NumberForm, PrintedNumber, number_at
from ceyuan.model.quantity import Quantity
from ceyuan.model.unit import Unit, UnknownUnit, unit_at, unit_of


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity in a text; every place is `[start, end)` in the text as given.

    Attributes:
        start, end: hedge, number and unit together (超220家以上); a verb before is not in it.
        number_start, number_end: the number alone, with its 万 or 亿 (3.5万) and 多 or 余.
        quantity: in the base unit; negative after 下降, 减少, 负 and the like.
        printed_unit: the unit as printed, without the scale; empty for a bare number.
        number_form: digit, chinese (两家), fraction (七成), ordinal (第3位), ratio (a:b:c).
        scale: 10000 for 3.5万, 1 where the number has no 万 or 亿.
        duration: it measures a length of time or an age.
        falling: a verb of decrease stands before it and made it negative.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    quantity: Quantity
    printed_unit: str
    number_form: NumberForm
    scale: Decimal = Decimal(1)
    duration: bool = False
    falling: bool = False


class UnreadableQuantity(BadInput):
    """Characters that are no single amount."""


_RUN = re.compile(
    "[0-9][0-9,.]*+|[一二两三四五六七八九十百千万亿廿卅][一二两三四五六七八九十百千万亿零点廿卅]*+"
    "|[数几][十百千万亿]++|翻(?=了?[近约超]?[一两二三四五六七八九1-9]?多?番)|半(?=数)"
)
_WIDE = re.compile("[０-９％〇○两兩萬億貳參－−／：︰∶＋壹贰叁肆伍陆柒捌玖拾佰仟]")
_NAME = re.compile(r"《[^《》\n]{1,80}》|[“‘「『][^“”‘’「」『』\n]{1,8}[”’」』]")
_DASH = re.compile(" ?(?:[—–─~～]|-{1,2}|—— ?|至|到) ?(?P<minus>[-负](?=[0-9]))?")
_RATIO = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{1,2})?(?: ?: ?[0-9]{1,3}(?:\.[0-9]{1,2})?){2,3}(?![:0-9.])"
)
_PART = re.compile(r"[0-9]+(?:\.[0-9]+)?")
#: What follows a spelled number that may be a quantity; looked at before anything is parsed.
_SPELLED_UNITS = frozenset(
    [
        "家",
        "个",
        "项",
        "名",
        "位",
        "人",
        "件",
        "所",
        "户",
        "条",
        "座",
        "台",
        "套",
        "种",
        "次",
        "倍",
        "%",
        "百分点",
        "个百分点",
        "亩",
        "元",
        "篇",
        "支",
        "间",
        "处",
        "场",
        "款",
        "批",
        "类",
        "年",
        "周年",
        "个月",
        "天",
        "小时",
        "岁",
        "周",
        "个多月",
        "个季度",
        "分钟",
        "个小时",
        "平方公里",
        "平方米",
        "公顷",
        "吨",
        "公里",
        "人次",
        "场次",
        "家次",
        "美元",
        "港元",
        "欧元",
        "千瓦",
        "千瓦时",
        "册",
        "份",
        "部",
        "块",
        "枚",
        "辆",
        "笔",
        "例",
        "英寸",
        "寸",
        "米",
        "毫米",
        "纳米",
        "厘米",
        "起",
        "组",
        "位次",
        "个位次",
        "工作日",
        "个工作日",
        "只",
    ]
)
#: A unit that turns out to be the start of a word: 3组团, 15部门, 二元结构, 三台县.
_WORD_GOES_ON = {
    "组": "团织件建合成", "部": "门分委队级长署件", "元": "素件器宇旦化论结", "台": "县山州湾",
    "人": "才工大民均事物文", "条": "件例", "家": "庭居具长族电乡园", "户": "籍外口型",
    "名": "单牌优企校城称义师录", "位": "于列居置数", "项": "目城", "所": "有在以谓属得", "次": "级生日年新方要数",
    "分": "之公别析校院支部区局行管类布", "套": "餐利", "种": "子植业养质", "面": "向积对板试",
    "类": "似", "年": "代级鉴轻", "座": "谈位", "支": "持撑付部行出柱", "间": "接隔距", "处": "理于置在",
    "场": "地所景馆", "款": "项", "批": "复次发量准", "件": "套", "天": "津河府然", "块": "链",
    "米": "其", "起": "来步草到重", "份": "额", "册": "子", "例": "如外会行", "笔": "记", "枚": "举",
    "次数": "", "周": "边期转口", "岁": "月", "只": "有是要能", "层": "次级面", "单": "位项元", "期": "间",
    "张": "家江北掖", "片": "区", "群": "众体", "节": "能点约", "本": "地市区级次年月科土", "道": "路",
    "口": "岸碑", "段": "落", "对": "接口于外应", "列": "入为车", "架": "构", "门": "店户类诊票", "头": "部",
}  # fmt: skip
_RANK_BEFORE = re.compile(
    "(?:[居列排位获占市省区国球界县部业类首]|排名|排位)[^，。；、\n]{0,4}$".replace("$", r"\Z")
)
_RANK_UNIT = re.compile(" ?(?P<unit>位次|名次|位|名)")
_RANK_MOVES = (
    "上升",
    "提升",
    "前进",
    "跃升",
    "攀升",
    "后退",
    "下降",
    "下滑",
    "前移",
    "上移",
    "后移",
    "进位",
    "上升了",
    "提升了",
    "前进了",
    "下降了",
    "跃升了",
)
_FIRST_PLACES = re.compile(" ?(?P<unit>位|名|强)(?![名企次])")
#: 提前, 目前, 以前 … before a number are no 前.
_NOT_FIRST = frozenset("提目以之年日午当此从空生跟眼")
#: 人数十万 is a count of 十万, not 数十万 persons.
_COUNTED_NOUNS = frozenset("人户家总次件个指系基参倍位多少岁天年份款项额单笔台无")
_MINUS_UNITS = frozenset(["%", "‰", "百分点", "个百分点", "倍", "元", "℃", "个位次", "位次"])
_YEARS = range(1800, 2200)
_NUMBER_STARTS = frozenset("0123456789一二两三四五六七八九十百千万亿")
_AFTER_SPELLED = frozenset({unit[0] for unit in _SPELLED_UNITS} | set("余多来几分成半 至到—－-~～"))
#: Characters that tie a bare number to a date, a code or a telephone.
_BOUND = frozenset("年月日号时分点第〔〕№#-—–~/:._@+＋%‰．")
_WHOLE_WORD = re.compile("[^0-9 ，。、；—–~]{1,12}")
_HEDGE_PRINTED = {
    Hedge.EXACT: "",
    Hedge.AT_LEAST: "超",
    Hedge.AT_MOST: "不超过",
    Hedge.ABOUT: "约",
    Hedge.BETWEEN: "",
}
_NEVER_SCALED = frozenset(
    [
        "%",
        "‰",
        "百分点",
        "倍",
        "年",
        "月",
        "周",
        "天",
        "工作日",
        "小时",
        "课时",
        "分钟",
        "秒",
        "岁",
        "个位次",
        "分",
        "℃",
    ]
)


def find_quantities(text: str, *, bare: bool = False) -> list[FoundQuantity]:
    """Every quantity in `text`, in order, none overlapping another.

    Args:
        text: repaired text; up to two blanks inside a quantity (300 余 人) do no harm.
        bare: also numbers in Arabic digits with no unit behind them (cells of a printed table).
    """
    plain = text.translate(PLAIN) if _WIDE.search(text) else text
    return list(_found(plain, bare))


def parse_quantity(printed: str, unit: str = "") -> Quantity:
    """Read one amount: a cell, or a phrase that is nothing but an amount.

    Args:
        printed: 1,234.56 · 3.5万元 · 超220家 · 3—5家 · 约7成 · 第3位 · -1.2%.
        unit: the unit where the print carries none (the column is headed 万元).

    Raises:
        UnreadableQuantity: it is not one amount, or it has 万 or 亿 under a `unit` that has
            them too, so that nobody can say which is meant.
        UnknownUnit: no rule for the unit. Never guessed.
    """
    plain = printed.strip().translate(PLAIN)
    for sign, currency in (("¥", "元"), ("￥", "元"), ("人民币", "")):
        if plain.startswith(sign):
            plain, unit = plain.removeprefix(sign).lstrip(), unit or currency
    if plain.endswith(("元整", "元正")):
        plain = plain[:-1]
    found = next(_found(plain, True, cell=True), None)
    if found is None or found.start != 0 or found.end != len(plain):
        raise _unreadable(printed)
    return _in_unit(found, unit, printed)


def print_quantity(quantity: Quantity) -> str:
    """The amount as Chinese texts print it: 超220家, 1.2亿元, 3—5家, 约600件, 第3位.

    `parse_quantity` reads the same quantity back. 万 and 亿 are used where they cost no digit
    beyond the fourth place after the point.
    """
    return _print_rank(quantity) if quantity.unit == "位" else _print_in(quantity, quantity.unit)


def _found(plain: str, bare: bool, *, cell: bool = False) -> Iterator[FoundQuantity]:
    names = _names(plain)
    name = next(names, None)
    done = 0
    for run in _RUN.finditer(plain):
        at, run_end = run.span()
        if run_end <= done:
            continue
        at = max(at, done)
        while name and name[1] <= at:
            name = next(names, None)
        arabic = "0" <= run[0][0] <= "9"
        if name and name[0] < at and (not arabic or plain[name[0]] == "《"):
            done = name[1]
            continue
        if arabic and ":" in plain[run_end : run_end + 2] and not cell:
            ratio = _RATIO.match(plain, at)
            done = ratio.end() if ratio else run_end
            if ratio:
                yield from _ratio(plain, ratio)
            continue
        ranked = at > 0 and plain[at - 1] == "第"
        leads = arabic or ranked or plain[at] in "翻半"
        if not leads and (run_end - at > 40 or plain[run_end : run_end + 1] not in _AFTER_SPELLED):
            continue
        while at < run_end:
            found = _quantity_at(plain, at, done, bare, cell)
            if found:
                done = at = found.end
                yield found
            elif ranked:
                done = at = run_end
            else:
                at = _next_number(plain, at, run_end)


def _next_number(plain: str, at: int, end: int) -> int:
    if not "0" <= plain[at] <= "9":
        return at + 1
    while at < end and "0" <= plain[at] <= "9":
        at += 1
    while at < end and plain[at] in ",.":
        at += 1
    return at


def _quantity_at(plain: str, at: int, since: int, bare: bool, cell: bool) -> FoundQuantity | None:
    before = plain[at - 1] if at else ""
    if before == "第":
        return _rank(plain, at, cell)
    if before == "前" and (rank := _first_places(plain, at)):
        return rank
    if plain[at] == "数" and before in _COUNTED_NOUNS:
        return None
    if (
        before
        and before in "+/:._@"
        and not (before == ":" and not plain[at - 2 : at - 1].isdigit())
    ):
        return None
    number = number_at(plain, at) if plain[at] not in ",.点" else None
    if number is None:
        return None
    unit, end = _unit_after(plain, number, cell)
    start = at
    minus = before == "负" or (before == "-" and (at < 2 or not _of_code(plain[at - 2])))
    amount, upper, number_end = -number.value if minus else number.value, number.upper, number.end
    if number.hedge is Hedge.EXACT and (
        spread := _spread(plain, at, amount, number, unit, end, cell)
    ):
        amount, upper, unit, end, number_end = spread
    if unit is None:
        if number.form != "digit" or not bare or not (cell or _stands_alone(plain, at, number.end)):
            return None
        unit, end = unit_of(""), number.end
    elif not cell and _is_name(plain, number, unit, end, before):
        return None
    if before == "-" and not cell and unit.printed not in _MINUS_UNITS:
        if not minus:
            return None
        minus, amount = False, number.value
    if minus:
        start -= 1
    if unit.printed == "位" and plain.endswith(_RANK_MOVES, 0, start):
        unit = unit_of("位次")
        printed_unit = "位"
    else:
        printed_unit = unit.printed
    hedge = number.hedge if upper is None else Hedge.BETWEEN
    said = hedge_before(plain, start, scale_only=number.scale_only)
    said_after = hedge_after(plain, end, unit.printed)
    if said and said[0] >= since:
        start = said[0]
    if said_after:
        end = said_after[0]
    if word := said or said_after:
        hedge = hedge if upper is not None else word[1]
    elif number.scale_only and hedge is Hedge.EXACT and before not in "达到了":
        return None
    falling = not minus and falls_before(plain, start, difference=unit.base in ("百分点", "位"))
    quantity = Quantity(
        amount * unit.factor, unit.base, hedge, None if upper is None else upper * unit.factor
    )
    return FoundQuantity(
        start,
        end,
        at,
        number_end,
        _negated(quantity) if falling else quantity,
        printed_unit,
        number.form,
        number.scale,
        unit.duration,
        falling,
    )


def _unit_after(plain: str, number: PrintedNumber, cell: bool) -> tuple[Unit | None, int]:
    if number.unit:
        return unit_of(number.unit), number.end
    at = number.end
    for _ in range(2):
        if plain[at : at + 1] in (" ", "\u3000"):
            at += 1
    unit = unit_at(plain, at)
    end = at + len(unit.printed) if unit else at
    if cell and end < len(plain) and _WHOLE_WORD.fullmatch(plain, at):
        try:
            return unit_of(plain[at:]), len(plain)
        except UnknownUnit:
            pass
    if unit is None:
        return None, number.end
    if not cell:
        after = plain[end : end + 1]
        if after and after in _WORD_GOES_ON.get(unit.printed, "级"):
            return None, number.end
        if (
            number.form == "chinese"
            and unit.printed not in _SPELLED_UNITS
            and "/" not in unit.printed
        ):
            return None, number.end
    return unit, end


def _spread(
    plain: str,
    at: int,
    low: Decimal,
    number: PrintedNumber,
    unit: Unit | None,
    end: int,
    cell: bool,
) -> tuple[Decimal, Decimal, Unit, int, int] | None:
    """Low, high, unit and ends where a second number follows: 3—5家, 20%至30%, 500—1000万元."""
    dash = _DASH.match(plain, end if unit else number.end)
    if dash is None or dash.end() >= len(plain) or plain[dash.end()] not in _NUMBER_STARTS:
        return None
    if plain[at - 1 : at] in ("从", "由", "自") and dash[0].strip() in ("至", "到"):
        return None
    second = number_at(plain, dash.end())
    if second is None or second.hedge is not Hedge.EXACT or second.form != number.form:
        return None
    last, last_end = _unit_after(plain, second, cell)
    if last is None or (unit is not None and unit.base != last.base):
        return None
    high = -second.value if dash["minus"] else second.value
    if unit is None and number.scale == 1 and abs(low) * second.scale <= abs(high):
        low *= second.scale
    if unit is not None:
        high = high * last.factor / unit.factor
        last = unit
    return (low, high, last, last_end, second.end) if low < high else None


def _is_name(plain: str, number: PrintedNumber, unit: Unit, end: int, before: str) -> bool:
    """Whether the number is a date, a class or a model and no amount."""
    if unit.printed == "年" and number.value in _YEARS and number.scale == 1:
        return number.hedge is Hedge.EXACT
    if plain[end : end + 1] == "级":
        return True
    if before == "每" and not unit.duration:
        return True
    return _of_code(before) and not before.isdigit() and unit.family not in ("money", "ratio")


def _stands_alone(plain: str, at: int, end: int) -> bool:
    return (
        end - at <= 14
        and (at == 0 or (plain[at - 1] not in _BOUND and not _of_code(plain[at - 1])))
        and (end == len(plain) or (plain[end] not in _BOUND and not _of_code(plain[end])))
    )


def _of_code(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _rank(plain: str, at: int, cell: bool) -> FoundQuantity | None:
    number = number_at(plain, at)
    if number is None or number.hedge is not Hedge.EXACT or number.unit or number.value % 1:
        return None
    placed = cell or _RANK_BEFORE.search(plain, max(at - 12, 0), at - 1) is not None
    unit = _RANK_UNIT.match(plain, number.end)
    end = unit.end() if unit else number.end
    after = plain[end : end + 1]
    word_goes_on = "一" <= after <= "龥" and after not in "的和及以且与"
    if (word_goes_on and not (unit and placed)) or not (unit or placed):
        return None
    return _place(at, number, end, unit["unit"] if unit else "", Hedge.EXACT)


def _first_places(plain: str, at: int) -> FoundQuantity | None:
    number = number_at(plain, at)
    if number is None or number.hedge is not Hedge.EXACT or plain[at - 2 : at - 1] in _NOT_FIRST:
        return None
    unit = _FIRST_PLACES.match(plain, number.end)
    return _place(at, number, unit.end(), unit["unit"], Hedge.AT_MOST) if unit else None


def _place(at: int, number: PrintedNumber, end: int, unit: str, hedge: Hedge) -> FoundQuantity:
    return FoundQuantity(
        at - 1, end, at, number.end, Quantity(number.value, "位", hedge), unit, "ordinal"
    )


def _ratio(plain: str, ratio: re.Match[str]) -> Iterator[FoundQuantity]:
    parts = list(_PART.finditer(plain, *ratio.span()))
    if not 99 <= sum(Decimal(part[0]) for part in parts) <= 101:
        return
    for part in parts:
        share = Quantity(Decimal(part[0]), "%")
        yield FoundQuantity(*part.span(), *part.span(), share, "", "ratio")


def _names(plain: str) -> Iterator[tuple[int, int]]:
    return (m.span() for m in _NAME.finditer(plain))


def _negated(quantity: Quantity) -> Quantity:
    turned = {Hedge.AT_LEAST: Hedge.AT_MOST, Hedge.AT_MOST: Hedge.AT_LEAST}
    hedge = turned.get(quantity.hedge, quantity.hedge)
    if quantity.upper is not None:
        return Quantity(-quantity.upper, quantity.unit, hedge, -quantity.amount)
    return Quantity(-quantity.amount, quantity.unit, hedge)


def _in_unit(found: FoundQuantity, unit: str, printed: str) -> Quantity:
    quantity = found.quantity
    if quantity.unit or not unit:
        return quantity
    given = unit_of(unit)
    if given.scaled and found.scale > 1:
        raise _unreadable(printed)
    upper = None if quantity.upper is None else quantity.upper * given.factor
    return Quantity(quantity.amount * given.factor, given.base, quantity.hedge, upper)


def _unreadable(printed: str) -> UnreadableQuantity:
    return UnreadableQuantity(
        Bilingual(f"不是单一数量：{printed!r}", f"not one amount: {printed!r}"),
        remedy=Bilingual(
            "写成 1234.5、3.5万元、超220家 或 3—5家", "write 1234.5, 3.5万元, 超220家 or 3—5家"
        ),
    )


def _print_rank(quantity: Quantity) -> str:
    amount = quantity.amount
    if amount > 0 and amount % 1 == 0:
        if quantity.hedge is Hedge.EXACT:
            return f"第{amount:f}位"
        if quantity.hedge is Hedge.AT_MOST:
            return f"前{amount:f}位"
    return _print_in(quantity, "个位次")


def _print_in(quantity: Quantity, unit: str) -> str:
    amount = _print_amount(quantity.amount, unit)
    if quantity.hedge is Hedge.BETWEEN and quantity.upper is not None:
        upper = _print_amount(quantity.upper, unit)
        if unit and not any(scale in amount + upper for scale in "万亿"):
            amount = amount.removesuffix(unit)
        return f"{amount}—{upper}"
    return _HEDGE_PRINTED[quantity.hedge] + amount


def _print_amount(amount: Decimal, unit: str) -> str:
    if unit[:1] not in ("万", "亿") and unit not in _NEVER_SCALED:
        for scale, factor in (("亿", Decimal(10**8)), ("万", Decimal(10**4))):
            scaled = amount / factor
            if abs(scaled) >= 1 and scaled * factor == amount and _places(scaled) <= 4:
                return f"{_plain(scaled)}{scale}{unit}"
    return _plain(amount) + unit


def _plain(amount: Decimal) -> str:
    printed = f"{amount:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def _places(amount: Decimal) -> int:
    return len(_plain(amount).partition(".")[2])
