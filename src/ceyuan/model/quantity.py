"""An amount with its base unit and its hedge."""

from dataclasses import dataclass
from decimal import Decimal

from ceyuan.model.hedge import Hedge
from ceyuan.model.interval import Interval

#: How far 近/约/左右 may stray from the number printed: a tenth, the habit of the press.
ABOUT_SHARE = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A decimal amount in a base unit: 3.5万家 is `Quantity(Decimal("35000"), "家")`.

    `upper` is given only with `Hedge.BETWEEN` (3—5家 is amount 3, upper 5).
    """

    amount: Decimal
    unit: str
    hedge: Hedge = Hedge.EXACT
    upper: Decimal | None = None

    @property
    def interval(self) -> Interval:
        """The values this quantity allows, in its unit."""
        match self.hedge:
            case Hedge.EXACT:
                return Interval(self.amount, self.amount)
            case Hedge.AT_LEAST:
                return Interval(self.amount, None)
            case Hedge.AT_MOST:
                return Interval(None, self.amount)
            case Hedge.BETWEEN:
                return Interval(self.amount, self.upper)
            case Hedge.ABOUT:
                slack = abs(self.amount) * ABOUT_SHARE
                return Interval(self.amount - slack, self.amount + slack)
