"""Whom a figure is about: a name as the text means it."""

from typing import NamedTuple


class Subject(NamedTuple):
    """A name as the text means it, its kind, and the code where it is a place."""

    name: str
    kind: str
    code: str = ""


NOBODY = Subject("", "")

_KINDS = {
    "research_institute": "institute",
    "university": "institute",
    "enterprise": "enterprise",
    "platform": "platform",
    "incubator": "incubator",
    "park_or_zone": "park",
    "fund": "fund",
    "project": "project",
    "alliance": "alliance",
    "government_body": "department",
    "event": "",
}


def kind_of(type_of_name: str) -> str:
    """The kind of thing a name of this type is; empty where no kind keeps such things."""
    return _KINDS.get(type_of_name, "")
