"""Places people give on the command line, as administrative codes."""

import re

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class UnreadablePlace(BadInput):
    """What was given is no administrative code."""


def read_place(given: str, option: str = "--place") -> str:
    """A code of six digits; empty for none.

    Raises:
        UnreadablePlace: anything else.
    """
    code = given.strip()
    if code and not re.fullmatch(r"[0-9]{6}", code):
        raise UnreadablePlace(
            Bilingual(f"{given!r} 不是六位行政区划代码", f"{given!r} is no code of six digits"),
            where=option,
            remedy=Bilingual("写成 500120", "write it as 500120"),
        )
    return code
