"""The commonest slip in a register: a figure typed in 元 where the column counts in 万元."""

from decimal import Decimal

#: Two figures of one thing this many times apart differ as 元 and 万元 do; business grows less.
_FROM, _TO = Decimal(2_000), Decimal(50_000)


def is_unit_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two positive figures of one thing are about ten thousand times apart."""
    if one <= 0 or other <= 0:
        return False
    ratio = max(one, other) / min(one, other)
    return _FROM <= ratio <= _TO
