"""Mechanisms: the bureau's procedures."""

from ceyuan.catalogue.sort import Role, Sort
from ceyuan.model.bilingual import Bilingual

SORT = Sort(
    name="mechanism",
    term=Bilingual("机制", "mechanism"),
    place="mechanisms",
    file="mechanism.py",
    roles=(Role("moves", ()),),
    runs=False,
)
