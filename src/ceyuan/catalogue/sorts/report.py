"""Reports: papers printed from the ledger."""

from ceyuan.catalogue.sort import Role, Sort
from ceyuan.model.bilingual import Bilingual

SORT = Sort(
    name="report",
    term=Bilingual("报告", "report"),
    place="reports",
    file="report.py",
    roles=(Role("fills", ("ask", "period")),),
    runs=False,
)
