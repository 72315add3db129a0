"""Matchers: what brings needs together with offers."""

from ceyuan.catalogue.sort import Role, Sort
from ceyuan.model.bilingual import Bilingual

SORT = Sort(
    name="matcher",
    term=Bilingual("匹配器", "matcher"),
    place="matchers",
    file="matcher.py",
    roles=(Role("weighs", ("need", "offer")),),
    runs=False,
)
