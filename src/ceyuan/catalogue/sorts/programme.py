"""Programmes: policies and qualifications as dated rules."""

from ceyuan.catalogue.sort import CardKey, Role, Sort
from ceyuan.model.bilingual import Bilingual

SORT = Sort(
    name="programme",
    term=Bilingual("政策", "programme"),
    place="programmes",
    file="rules.py",
    roles=(
        Role("derived", required=False, many=True),
        Role("clause", many=True),
    ),
    files=("parameters.toml",),
    card_keys=(CardKey("kind", str, required=True),),
    deep=True,
    runs=False,
)
