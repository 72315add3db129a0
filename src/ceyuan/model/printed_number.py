"""A number as it stands in a text: 1,234.5 · 3.5万 · 200余 · 二十多万 · 数十 · 三分之一 · 七成五 · 翻一番.

Reads at a given place of a text in plain characters (`numeral.PLAIN`); whether the number is a
quantity at all is decided in `printed_quantity`, which knows what stands around it.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from ceyuan.model.hedge import Hedge
from ceyuan.model.numeral import value_of

NumberForm = Literal["digit", "chinese", "fraction", "ordinal", "ratio"]


class PrintedNumber(NamedTuple):
    """A number that ends before `end`.

    `upper` and `Hedge.BETWEEN` where it names a spread (数十 is 20 to 99, 两三 is 2 to 3);
    `unit` only where the number itself says it (% for 七成, 倍 for 翻一番); `scale` is the 万 or
    亿 it was multiplied by; `scale_only` marks 百, 千万 and the like, which are numbers only
    beside a hedge (超百家, 千余人).
    """

    value: Decimal
    end: int
    form: NumberForm
    hedge: Hedge = Hedge.EXACT
    upper: Decimal | None = None
    unit: str = ""
    scale: Decimal = Decimal(1)
    scale_only: bool = False


_ONE = Decimal(1)
_SCALE = "(?:[万亿]|百(?!分)|千(?![瓦克米伏卡]))"
_DIGIT = "[零一二两三四五六七八九]"
_FUZZ = {
    "多": Hedge.AT_LEAST,
    "余": Hedge.AT_LEAST,
    "几": Hedge.AT_LEAST,
    "来": Hedge.ABOUT,
    "+": Hedge.AT_LEAST,
}
_ARABIC = re.compile(
    r"(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3}){1,7}+(?![0-9])|[0-9]++)(?:\.[0-9]++)?+)(?!\.?[0-9])"
    rf"(?: ?(?P<inner>[多余来])?+ {{0,2}}(?P<scale>{_SCALE}{{1,3}}+)"
    rf"(?P<more>(?:[0-9]{{1,4}}+(?:\.[0-9]++)?+{_SCALE}{{1,3}}+){{0,3}}+))?+"
    r"(?: {0,2}(?P<fuzz>[多余几]|来(?!自|到|源|的|年)|\+(?![0-9A-Za-z])))?+"
)
_SPELLED = re.compile(
    rf"(?P<number>[零一二两三四五六七八九十百千万亿廿卅]{{1,40}}+(?:点{_DIGIT}{{1,12}}+{_SCALE}{{0,3}}+)?+)"
    r"(?:(?P<inner>[多余来])(?P<scale>[百千万亿]{1,3}+))?+"
    r"(?:(?P<fuzz>[多余几]|来(?!自|到|源|的|年)))?+"
)
_SPREAD = re.compile(r"[数几](?P<scale>[十百千万亿]{1,4}+)(?:[多余])?+")
#: 两三, 三五, 七八十: two neighbouring digits name a spread.
_PAIR = re.compile(
    "(?P<pair>一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)"
    rf"(?P<scale>[十百千万亿]{{0,3}}+)(?!{_DIGIT})"
)
_PARTS = re.compile(
    r"(?P<of>百|千|万|[0-9]{1,3}+|[一二三四五六七八九十]{1,3}+)分之"
    rf"(?P<parts>[0-9]{{1,4}}+(?:\.[0-9]{{1,6}}+)?+|[零一二三四五六七八九十百]{{1,6}}+(?:点{_DIGIT}{{1,4}}+)?+)"
    r"(?:(?P<fuzz>[多余]))?+"
)
_TENTHS = re.compile(
    r"(?P<tens>[0-9](?:\.[0-9]{1,2}+)?+|[一二两三四五六七八九十])"
    r"(?: ?(?:至|到|-|—|~|、) ?)?+(?P<to>[0-9](?:\.[0-9]{1,2}+)?+|[二三四五六七八九])?+"
    r" ?成(?P<ones>[一二三四五六七八九半])?+(?P<fuzz>多)?+"
    r"(?![立果功员效长为都渝就本熟品交绩绵县渠语年份型活形才])"
)
_DOUBLED = re.compile(
    r"翻(?:了)?(?P<hedge>近|约|超)?(?P<times>[一两二三四五六七八九1-9])?(?P<fuzz>多)?番"
)
_HALF = re.compile("(?:一半|半数)(?!以前|导)")
_SCALE_VALUES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "亿": Decimal(10**8),
}
_SCALE_ONLY = re.compile("[百千万亿]+")
#: What may stand after the first digits of 3成, 6至7成, 3分之1.
_FRACTION_AHEAD = frozenset("成分至到-—~、 ")


def number_at(plain: str, at: int) -> PrintedNumber | None:
    """The longest number that stands at `at`, or None."""
    first = plain[at]
    if first == "翻":
        return _doubled(plain, at)
    if first in "数几":
        return _spread(plain, at)
    if "0" <= first <= "9":
        number = _arabic(plain, at)
        if number is None or plain[number.end : number.end + 1] not in _FRACTION_AHEAD:
            return number
        return _tenths(plain, at) or _parts(plain, at) or number
    return (
        _parts(plain, at)
        or _tenths(plain, at)
        or _half(plain, at)
        or _pair(plain, at)
        or _spelled(plain, at)
    )


def scale_of(characters: str) -> Decimal:
    """What 万, 百万, 万亿 … multiply by; 1 for nothing."""
    scale = _ONE
    for character in characters:
        scale *= _SCALE_VALUES[character]
    return scale


def _arabic(plain: str, at: int) -> PrintedNumber | None:
    m = _ARABIC.match(plain, at)
    if m is None or m.end("number") - at > 24:
        return None
    number, inner, characters, more, fuzz = m.groups()
    hedge = _FUZZ[inner or fuzz] if inner or fuzz else Hedge.EXACT
    if "," in number:
        number = number.replace(",", "")
    if not characters:
        return PrintedNumber(Decimal(number), m.end(), "digit", hedge)
    scale = scale_of(characters)
    if not more:
        return PrintedNumber(Decimal(number) * scale, m.end(), "digit", hedge, scale=scale)
    value = value_of(number + characters + more)
    if value is None:
        return None
    return PrintedNumber(value, m.end(), "digit", hedge, scale=_last_scale(characters))


def _spelled(plain: str, at: int) -> PrintedNumber | None:
    m = _SPELLED.match(plain, at)
    if m is None:
        return None
    number = m["number"]
    if len(number) > 1 and number[0] == "零":
        return None
    if len(number) > 1 and not _has_scale(number) and "点" not in number:
        return None  # read digit by digit: a year or a name, not an amount
    value = value_of(number)
    if value is None:
        return None
    hedge = _FUZZ[m["inner"] or m["fuzz"]] if m["inner"] or m["fuzz"] else Hedge.EXACT
    scale = scale_of(m["scale"] or "")
    if m["scale"] and number[-1] not in "一二两三四五六七八九十百千":
        return None
    return PrintedNumber(
        value * scale,
        m.end(),
        "chinese",
        hedge,
        scale=scale if scale > 1 else _last_scale(number),
        scale_only=_SCALE_ONLY.fullmatch(number) is not None,
    )


def _spread(plain: str, at: int) -> PrintedNumber | None:
    if (m := _SPREAD.match(plain, at)) is None:
        return None
    scale = scale_of(m["scale"])
    return PrintedNumber(
        2 * scale, m.end(), "chinese", Hedge.BETWEEN, 10 * scale - 1, scale=_last_scale(m["scale"])
    )


def _pair(plain: str, at: int) -> PrintedNumber | None:
    if (m := _PAIR.match(plain, at)) is None:
        return None
    scale = scale_of(m["scale"])
    low, high = value_of(m["pair"][0]), value_of(m["pair"][1])
    assert low is not None
    assert high is not None
    return PrintedNumber(
        low * scale,
        m.end(),
        "chinese",
        Hedge.BETWEEN,
        high * scale,
        scale=_last_scale(m["scale"]),
    )


def _parts(plain: str, at: int) -> PrintedNumber | None:
    if (m := _PARTS.match(plain, at)) is None:
        return None
    parts, of = value_of(m["parts"]), value_of(m["of"])
    if parts is None or not of:
        return None
    hedge = _FUZZ[m["fuzz"]] if m["fuzz"] else Hedge.EXACT
    if m["of"] == "千":
        return PrintedNumber(parts, m.end(), "fraction", hedge, unit="‰")
    percent = parts if m["of"] == "百" else (parts / of * 100).quantize(Decimal("0.01"))
    return PrintedNumber(percent, m.end(), "fraction", hedge, unit="%")


def _tenths(plain: str, at: int) -> PrintedNumber | None:
    if (m := _TENTHS.match(plain, at)) is None:
        return None
    tens, to = value_of(m["tens"]), value_of(m["to"]) if m["to"] else None
    if tens is None or (m["to"] and (to is None or to <= tens)):
        return None
    ones = Decimal(5) if m["ones"] == "半" else value_of(m["ones"]) if m["ones"] else Decimal(0)
    assert ones is not None
    if to is not None:
        return PrintedNumber(
            tens * 10, m.end(), "fraction", Hedge.BETWEEN, to * 10 + ones, unit="%"
        )
    hedge = Hedge.AT_LEAST if m["fuzz"] else Hedge.EXACT
    return PrintedNumber(tens * 10 + ones, m.end(), "fraction", hedge, unit="%")


def _doubled(plain: str, at: int) -> PrintedNumber | None:
    if (m := _DOUBLED.match(plain, at)) is None:
        return None
    times = value_of(m["times"]) if m["times"] else _ONE
    assert times is not None
    hedge = {"近": Hedge.ABOUT, "约": Hedge.ABOUT, "超": Hedge.AT_LEAST}.get(
        m["hedge"] or "", Hedge.AT_LEAST if m["fuzz"] else Hedge.EXACT
    )
    return PrintedNumber(Decimal(2) ** times, m.end(), "chinese", hedge, unit="倍")


def _half(plain: str, at: int) -> PrintedNumber | None:
    m = _HALF.match(plain, at)
    return PrintedNumber(Decimal(50), m.end(), "fraction", unit="%") if m else None


def _has_scale(number: str) -> bool:
    return any(character in "十百千万亿廿卅" for character in number)


def _last_scale(characters: str) -> Decimal:
    """The run of 万 and 亿 (with 百, 千 before them) that a number ends in."""
    if (m := re.search("[百千]?[万亿]+$", characters)) is None:
        return _ONE
    return scale_of(m[0])
