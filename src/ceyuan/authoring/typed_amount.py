"""Amounts and shares people type: on the command line, in a form."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

_SCALES = {"万": 10_000, "亿": 100_000_000}
#: Beyond this, in 元, an amount is a slip.
_MOST = 10**15


class UnreadableAmount(BadInput):
    """What was given is no amount or no share."""


def read_yuan(given: str, where: str) -> int:
    """An amount in fen, written in 元: 5000000, 500万, 1.2亿.

    Raises:
        UnreadableAmount: anything else, a fraction of a fen, or less than nothing.
    """
    text = given.strip().removesuffix("元").replace(",", "").replace("，", "")
    scale = _SCALES.get(text[-1:], 1)
    number = _number(text[:-1] if scale > 1 else text)
    fen = None if number is None else number * scale * 100
    if fen is None or fen < 0 or fen.denominator != 1 or fen > _MOST * 100:
        raise UnreadableAmount(
            Bilingual(f"{given!r} 不是金额", f"{given!r} is no amount"),
            where=where,
            remedy=Bilingual(
                "写成元：5000000、500万、1.2亿", "write it in yuan: 5000000, 500万, 1.2亿"
            ),
        )
    return int(fen)


def read_share(given: str, where: str) -> Fraction:
    """A share of one: 0.05, 5%.

    Raises:
        UnreadableAmount: anything else, or not from 0 to 1.
    """
    text = given.strip()
    share = _number(text.removesuffix("%").removesuffix("％"))
    if share is not None and text[-1:] in ("%", "％"):
        share /= 100
    if share is None or not 0 <= share <= 1:
        raise UnreadableAmount(
            Bilingual(f"{given!r} 不是 0 至 100% 的比例", f"{given!r} is no share from 0 to 100%"),
            where=where,
            remedy=Bilingual("写成 5% 或 0.05", "write 5% or 0.05"),
        )
    return share


def _number(text: str) -> Fraction | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return Fraction(number) if number.is_finite() and abs(number.adjusted()) < 20 else None
