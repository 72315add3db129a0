"""Which Chinese characters are easily taken for one another by a scanner or a tired eye."""

from functools import cache
from importlib.resources import files


def look_alike(one: str, other: str) -> bool:
    """Whether two characters print alike (限 眼, 科 料)."""
    pairs = _pairs()
    return other in pairs.get(one, "") or one in pairs.get(other, "")


@cache
def _pairs() -> dict[str, str]:
    """Made by `tools/names/look_alikes.py` from drawings of the characters."""
    listed = (files(__package__) / "look_alikes.txt").read_text(encoding="utf-8")
    return {line[0]: line[2:] for line in listed.splitlines()}
