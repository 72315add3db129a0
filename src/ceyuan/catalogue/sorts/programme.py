"""Programmes: policies and qualifications as dated rules."""

from datetime import date
from typing import Any

from ceyuan.catalogue.sort import CardKey, Role, Sort
from ceyuan.model.bilingual import Bilingual

SORT = Sort(
    name="programme",
    term=Bilingual("政策", "programme"),
    place="programmes",
    file="rules.py",
    roles=tuple(
        Role(mark, required=False, many=True) for mark in ("derived", "clause", "score", "award")
    ),
    files=("parameters.toml",),
    card_keys=(
        CardKey("kind", str, required=True),
        CardKey("document", Any, default=()),
        CardKey("valid_until", date, default=None),
        CardKey("validity_years", int, default=None),
        CardKey("benefit", str, default=""),
        CardKey("stage", Any, default=""),
        CardKey("group", str, default=""),
    ),
    deep=True,
    runs=False,
)
