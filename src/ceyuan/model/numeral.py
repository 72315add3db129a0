"""Numbers as Chinese texts print them: 1,234.5 · 3.5万 · 1亿2千万 · 一百二十 · 三点五亿 · 二〇二一.

Only the number: its unit and hedge are read in `printed_quantity`. Exact decimals throughout.
"""

import re
from decimal import Decimal
from functools import lru_cache

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class UnreadableNumeral(BadInput):
    """Characters that are no number."""


#: One character for one character, so that places in a text stay where they are.
PLAIN = str.maketrans(
    "０１２３４５６７８９．，％＋－−／：︰∶（）〇○兩弐贰貳叁參陆陸壹肆伍柒捌玖拾佰仟萬億",
    "0123456789.,%+--/:::()零零两二二二三三六六一四五七八九十百千万亿",
)

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_SCALES = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_NUMERAL = re.compile(r"[-负]?[0-9零一二两三四五六七八九十百千万亿廿卅点.,]{1,60}")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_ARABIC = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SPELLED = re.compile(r"[零一二两三四五六七八九]+(?:点[零一二两三四五六七八九]+)?")


def parse_numeral(printed: str) -> Decimal:
    """The number that `printed` says: Arabic digits, Chinese numerals or both.

    一百二 is 120 and 三万五 is 35000, as spoken; 二〇二一 is read digit by digit; capitals
    (壹佰贰拾) are read like the plain characters.

    Raises:
        UnreadableNumeral: anything else is in it, or the characters are in no order of a number.
    """
    plain = printed.strip().translate(PLAIN).replace(" ", "")
    value = _signed(plain) if _NUMERAL.fullmatch(plain) else None
    if value is None:
        raise UnreadableNumeral(
            Bilingual(f"不是数字：{printed!r}", f"not a number: {printed!r}"),
            remedy=Bilingual("写成 1234.5、3.5万 或 一百二十", "write 1234.5, 3.5万 or 一百二十"),
        )
    return value


def print_numeral(number: int) -> str:
    """`number` in Chinese characters, as it is read aloud: 120 is 一百二十, 10010 一万零一十.

    From -(10**16) to 10**16, both excluded.
    """
    if number < 0:
        return "负" + print_numeral(-number)
    if number >= 10**16:
        raise ValueError(f"{number} is too large to spell")
    if number == 0:
        return "零"
    spelled = _spell(number)
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


@lru_cache(maxsize=4096)
def value_of(plain: str) -> Decimal | None:
    """The value of an unsigned numeral already in plain characters (see `PLAIN`), or None."""
    if _ARABIC.fullmatch(plain):
        return Decimal(plain)
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if _SPELLED.fullmatch(plain):
        return Decimal("".join("." if c == "点" else str(_DIGITS[c]) for c in plain))
    return _composed(plain.replace("廿", "二十").replace("卅", "三十"))


def _signed(plain: str) -> Decimal | None:
    if plain[0] not in "-负":
        return value_of(plain)
    value = value_of(plain[1:])
    return None if value is None else -value


def _composed(plain: str) -> Decimal | None:
    for scale, factor in _SCALES:
        if scale not in plain:
            continue
        left, _, right = plain.rpartition(scale)
        if len(left) > 1 and left.isalpha() and _SPELLED.fullmatch(left) and "点" not in left:
            return None  # 三五万 is a spread, 3 to 5
        head = value_of(left) if left else Decimal(1)
        if head is None or (head == 0 and left) or (factor < 10**4 and head >= 10):
            return None
        rest = _rest(right, factor)
        return None if rest is None else head * factor + rest
    return None


def _rest(right: str, factor: int) -> Decimal | None:
    if not right:
        return Decimal(0)
    if len(right) == 1 and factor > 10:
        # spoken short: 一百二 is 120; 一百零二 says the zero
        return (
            Decimal(_DIGITS[right] * factor // 10) if right in _DIGITS and right != "零" else None
        )
    value = value_of(right.lstrip("零") or "零")
    return value if value is not None and 0 < value < factor else None


def _spell(number: int) -> str:
    for scale, factor in _SCALES:
        if number >= factor:
            head, rest = divmod(number, factor)
            gap = "零" if 0 < rest < factor // 10 else ""
            return _spell(head) + scale + gap + (_spell(rest) if rest else "")
    return "零一二三四五六七八九"[number]
