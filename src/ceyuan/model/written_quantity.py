"""A quantity written the way Chinese texts print it, so that it reads back as the same."""

from decimal import Decimal

from ceyuan.model.hedge import Hedge
from ceyuan.model.quantity import Quantity

_HEDGE_PRINTED = {
    Hedge.EXACT: "",
    Hedge.AT_LEAST: "超",
    Hedge.AT_MOST: "不超过",
    Hedge.ABOUT: "约",
    Hedge.BETWEEN: "",
}
_NEVER_SCALED = frozenset(
    "% ‰ 百分点 倍 年 个月 周 天 工作日 小时 课时 分钟 秒 岁 个位次 分 ℃".split()
)
_SCALES = (("亿", Decimal(10**8)), ("万", Decimal(10**4)))


def print_quantity(quantity: Quantity) -> str:
    """The amount as Chinese texts print it: 超220家, 1.2亿元, 3—5家, 约600件, 第3位, 前50位.

    `printed_quantity.parse_quantity` reads the same quantity back. 万 and 亿 are used where they
    need at most four places after the point.
    """
    if quantity.unit == "位":
        return _rank(quantity)
    return _hedged(quantity, quantity.unit)


def _rank(quantity: Quantity) -> str:
    amount = quantity.amount
    if amount > 0 and amount % 1 == 0:
        if quantity.hedge is Hedge.EXACT:
            return f"第{_plain(amount)}位"
        if quantity.hedge is Hedge.AT_MOST:
            return f"前{_plain(amount)}位"
    return _hedged(quantity, "个位次")


def _hedged(quantity: Quantity, unit: str) -> str:
    amount = _amount(quantity.amount, unit)
    if quantity.upper is None:
        return _HEDGE_PRINTED[quantity.hedge] + amount
    upper = _amount(quantity.upper, unit)
    if unit and not any(scale in amount + upper for scale in "万亿"):
        amount = amount.removesuffix(unit)
    return f"{amount}—{upper}"


def _amount(amount: Decimal, unit: str) -> str:
    if unit[:1] not in ("万", "亿") and unit not in _NEVER_SCALED:
        for scale, factor in _SCALES:
            scaled = amount / factor
            if abs(scaled) >= 1 and scaled * factor == amount and _places(scaled) <= 4:
                return f"{_plain(scaled)}{scale}{unit}"
    return _plain(amount) + unit


def _plain(amount: Decimal) -> str:
    printed = f"{amount:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def _places(amount: Decimal) -> int:
    return len(_plain(amount).partition(".")[2])
