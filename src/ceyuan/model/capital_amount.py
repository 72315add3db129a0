"""Money written out in full, as contracts and vouchers have it: 壹仟贰佰元伍角叁分, 叁万元整."""

import re
from decimal import Decimal

from ceyuan.model.numeral import PLAIN, value_of

_AMOUNT = re.compile(
    "(?:人民币)?(?:(?P<yuan>[零一二三四五六七八九十百千万亿]{1,40})[元圆])?零?"
    "(?:(?P<jiao>[零一二三四五六七八九])角)?零?(?:(?P<fen>[一二三四五六七八九])分)?[整正]?"
)
_PARTS = (("yuan", Decimal(1)), ("jiao", Decimal("0.1")), ("fen", Decimal("0.01")))


def parse_capital_amount(printed: str) -> Decimal | None:
    """The amount in yuan, to the fen; None for what is not money written out in full."""
    m = _AMOUNT.fullmatch(printed.strip().translate(PLAIN))
    if m is None or not any(m[part] for part, _ in _PARTS):
        return None
    amount = Decimal(0)
    for part, worth in _PARTS:
        if m[part]:
            value = value_of(m[part])
            if value is None:
                return None
            amount += value * worth
    return amount
