"""Exact amounts as the ledger keeps them, as numbers rules compute with; a whole column at a time."""

from decimal import Decimal, InvalidOperation

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ceyuan.engines.rules.parameter import computed
from ceyuan.engines.rules.sayings import Coded
from ceyuan.engines.rules.vector import Mask
from ceyuan.model.errors import CeyuanError
from ceyuan.model.unit import Unit, convert, unit_of

#: Amounts that a power of ten can be written behind; every other goes through `Decimal`.
_PLAIN = r"^-?\d{1,15}(\.\d{1,10})?$"
_TENS = {Decimal(10) ** power: power for power in range(-9, 10)}
#: What counts things, under whatever classifier: 12 件 in a field of 项 are twelve.
_COUNTING = ("item", "organisation", "person", "event")


def amounts_of(printed: pa.Array, units: Coded, base: str) -> pa.Array:
    """Amounts in their units as what rules compute with for a field of unit `base`.

    Money becomes fen, % a share of 1, as in `parameter.computed`. An amount in a unit that does not go
    with the field's (美元 in a field of 元, 倍 in one of %) is unknown, never taken as it stands.

    Args:
        printed: exact amounts as text.
        units: of each.
        base: the unit of the field.
    """
    codes, words = units
    made = pa.nulls(len(printed), pa.float64())
    for code in np.unique(codes).tolist():
        scale = scale_of(words[code] if code >= 0 else "", base)
        if scale is not None:
            here = codes == code
            made = pc.if_else(pa.array(here), _scaled(printed, here, scale, base), made)
    return made


def amount_of(printed: str, unit: str, base: str) -> float | None:
    """One amount, as `amounts_of`; None where it is unknown."""
    scale = scale_of(unit, base)
    try:
        return None if scale is None else float(computed(Decimal(printed) * scale, base))
    except InvalidOperation:
        return None


def scale_of(unit: str, base: str) -> Decimal | None:
    """How much of `base` one `unit` is; None where the two do not compare."""
    if unit in ("", base) or not base:
        return Decimal(1)
    if (unit, base) == ("%", "share"):
        return Decimal("0.01")
    try:
        here, there = unit_of(unit), unit_of(base)
    except CeyuanError:
        return None
    if here.base != there.base and _counts(here) and _counts(there):
        return Decimal(1)
    amount = convert(here.factor, here.base, there.base)
    return None if amount is None else amount / there.factor


def _counts(unit: Unit) -> bool:
    return unit.family in _COUNTING


def _scaled(printed: pa.Array, here: Mask, scale: Decimal, base: str) -> pa.Array:
    """The amounts where `here`, null elsewhere."""
    power = _TENS.get(Decimal(str(computed(scale, base))))
    mine = pc.if_else(pa.array(here), printed, pa.scalar(None, pa.string()))
    plain = pc.match_substring_regex(mine, _PLAIN).fill_null(False)
    if power is None:
        plain = pc.and_(plain, False)
    bare = pc.if_else(plain, mine, pa.scalar(None, pa.string()))
    quick = pc.binary_join_element_wise(bare, f"e{power or 0}", "").cast(pa.float64())
    others = np.flatnonzero(here & ~plain.to_numpy(zero_copy_only=False))
    if not len(others):
        return quick
    values = quick.to_numpy(zero_copy_only=False).copy()
    known = quick.is_valid().to_numpy(zero_copy_only=False).copy()
    for at in others.tolist():
        text = printed[at].as_py()
        try:
            values[at] = computed(Decimal(text) * scale, base)
            known[at] = True
        except (InvalidOperation, TypeError):
            pass  # no amount at all: unknown
    return pa.array(values, pa.float64(), mask=~known)
