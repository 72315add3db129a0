"""Codes and numbers of certificates: digits the spreadsheet lost are told, never guessed back."""

import re
import unicodedata
from typing import Any

from ceyuan.engines.reading.table.cells.outcome import Finding, Outcome, doubtful, unreadable
from ceyuan.engines.reading.table.grid import LOST_DIGITS
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.credit_code import BadCreditCode, WrongCheckCharacter, parse_credit_code

_EXPONENT = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{2}")
_CREDIT = re.compile(r"[0-9A-Z]{18}")
_HYPHENS = str.maketrans("", "", "-—–－‐‑")


def read_code(raw: Any, text: str, *, credit: bool = False) -> Outcome:
    """A code as one run of characters, half width, no spaces.

    Args:
        raw: the cell as stored.
        text: the cell as tidy text.
        credit: whether it is a unified social credit code, whose form and check character can be
            looked at. A wrong one is kept as printed and told.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        if abs(raw) >= LOST_DIGITS:
            return Outcome((), (_digits_lost(text),), text)
        if isinstance(raw, float) and raw != int(raw):
            return Outcome((text,))
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if _EXPONENT.fullmatch(plain):
        return Outcome((), (_digits_lost(text),), text)
    if credit:
        return _credit(plain.upper().translate(_HYPHENS), text)
    return Outcome((plain.strip("'`\"“”‘’"),))


def _credit(code: str, text: str) -> Outcome:
    code = code.strip("'`\"“”‘’")
    if not _CREDIT.fullmatch(code):
        found = re.search(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])", code)
        if found is None:
            return Outcome((), (_not_credit(text),), text)
        code = found[0]
    try:
        parse_credit_code(code)
    except WrongCheckCharacter:
        return Outcome((code,), (_wrong_check(code),))
    except BadCreditCode as bad:
        return Outcome((code,), (_odd(code, bad),))
    return Outcome((code,))


def _digits_lost(text: str) -> Finding:
    return unreadable(
        "damaged_number",
        Bilingual(
            f"编号被存成数字（{text}），第15位以后已丢失，留空待补",
            "was stored as a number, digits beyond the 15th are lost; leave empty and ask",
        ),
        Bilingual(
            "把该列设为文本，照原始证书重新录入",
            "format the column as text and type the number again",
        ),
    )


def _not_credit(text: str) -> Finding:
    return unreadable(
        "not_a_credit_code",
        Bilingual(f"“{text}”不是18位统一社会信用代码", f"{text!r} is no 18-character credit code"),
        Bilingual("照营业执照重新录入", "type it again from the business licence"),
    )


def _wrong_check(code: str) -> Finding:
    return doubtful(
        "wrong_check_character",
        Bilingual(
            f"统一社会信用代码 {code} 的校验码不符，可能录错一位",
            f"the check character of {code} does not fit: one character may be mistyped",
        ),
        Bilingual(
            "照营业执照核对；未核对前不据此认定为同一企业",
            "compare with the licence; until then it identifies nobody",
        ),
    )


def _odd(code: str, bad: BadCreditCode) -> Finding:
    said = bad.what if isinstance(bad.what, Bilingual) else Bilingual(bad.what, bad.what)
    return doubtful(
        "odd_credit_code", said, Bilingual("照营业执照核对", f"compare {code} with the licence")
    )
