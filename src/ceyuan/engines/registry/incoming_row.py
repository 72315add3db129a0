"""A row on its way into the ledger, with the thing it is about."""

from dataclasses import dataclass

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.locator import CellAt
from ceyuan.model.table import Problem, Weight


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A row with the identifier the ledger knows its thing by, and what it states.

    `row` counts from 1; `subject` is empty where the row names nobody.
    """

    sheet: str
    row: int
    subject: str
    name: str
    claims: tuple[Claim, ...]

    def said(self, property: str) -> Claim | None:
        """The first claim about a field; None where the row says nothing of it."""
        return next((c for c in self.claims if c.property == property), None)

    def doubt(
        self,
        code: str,
        what: Bilingual,
        remedy: Bilingual,
        *,
        cell: str = "",
        field: str = "",
        printed: str = "",
    ) -> Problem:
        """Something doubtful about this row."""
        return Problem(
            code,
            Weight.DOUBTFUL,
            self.sheet,
            what,
            remedy,
            self.row,
            cell,
            field,
            printed,
        )


def cell_of(claim: Claim) -> str:
    """The cell a claim stands in; empty where it stands in none."""
    return claim.locator.cell if isinstance(claim.locator, CellAt) else ""
