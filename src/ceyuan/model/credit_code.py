"""The unified social credit code of an organisation (GB 32100-2015): its parts and its check."""

import re
import unicodedata
from dataclasses import dataclass

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: No I, O, S, V, Z: they are mistaken for 1, 0, 5, U, 2.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A code whose check character is right.

    Attributes:
        text: the 18 characters, upper case.
        authority: who registered it: 1 establishment office, 5 civil affairs, 9 market regulation …
        category: within 9: 1 enterprise, 2 sole trader, 3 farmers' cooperative.
        region: six-digit code of the registering office, as it was in the year of registration
            (500227 stays in the codes of firms registered when 璧山 was a county).
        organisation: the nine-character organisation code.
        organisation_check_holds: whether that part passes its own check (GB 11714). Real codes
            exist where it does not: a warning, no error.
    """

    text: str
    authority: str
    category: str
    region: str
    organisation: str
    organisation_check_holds: bool

    def __str__(self) -> str:
        return self.text


class BadCreditCode(BadInput):
    """Not a unified social credit code."""


class WrongCheckCharacter(BadCreditCode):
    """Eighteen allowed characters, but the last does not fit the others: a slip somewhere."""


class CodeTurnedIntoNumber(BadCreditCode):
    """A spreadsheet stored the code as a number and lost its last digits. Never guessed back."""


def parse_credit_code(printed: str) -> CreditCode:
    """Read a printed code; spaces, hyphens, full width and lower case are allowed for.

    Raises:
        CodeTurnedIntoNumber: it reads like 9.15E+17.
        WrongCheckCharacter: the check character is another one.
        BadCreditCode: wrong length, or a character the standard does not have.
    """
    text = re.sub(r"[\s\-·]+", "", unicodedata.normalize("NFKC", printed)).upper()
    if re.fullmatch(r"\d(\.\d+)?E\+?\d+", text):
        raise CodeTurnedIntoNumber(
            Bilingual(
                f"信用代码被表格软件改成了数字：{printed}", f"code turned into a number: {printed}"
            ),
            remedy=Bilingual(
                "尾数已丢失，无法还原；请从原件重新录入，并把该列设为文本",
                "its last digits are lost; take it from the original, with the column set to text",
            ),
        )
    if len(text) != 18:
        raise BadCreditCode(
            Bilingual(
                f"统一社会信用代码应为 18 位，实为 {len(text)} 位：{printed}",
                f"a credit code has 18 characters, not {len(text)}: {printed}",
            ),
            remedy=Bilingual("对照营业执照补正", "compare with the business licence"),
        )
    if strange := sorted(set(text) - _VALUE.keys()):
        raise BadCreditCode(
            Bilingual(
                f"信用代码中不会出现 {'、'.join(strange)}：{printed}",
                f"no credit code holds {', '.join(strange)}: {printed}",
            ),
            remedy=Bilingual(
                "I、O、S、V、Z 多为 1、0、5、U、2 之误，请对照营业执照",
                "I, O, S, V, Z are usually 1, 0, 5, U, 2; compare with the business licence",
            ),
        )
    if (right := check_character(text[:17])) != text[17]:
        raise WrongCheckCharacter(
            Bilingual(
                f"信用代码校验不符：{printed}（末位按前 17 位应为 {right}）",
                f"check character does not fit: {printed} (the first 17 ask for {right})",
            ),
            remedy=Bilingual(
                "其中至少一位有误，请对照营业执照；不要只改末位",
                "at least one character is wrong; compare with the licence, do not just change the last",
            ),
        )
    return CreditCode(
        text=text,
        authority=text[0],
        category=text[1],
        region=text[2:8],
        organisation=text[8:17],
        organisation_check_holds=_organisation_check_holds(text[8:17]),
    )


def check_character(first: str) -> str:
    """The 18th character for the first 17."""
    total = sum(_VALUE[c] * weight for c, weight in zip(first, _WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def organisation_check_character(first: str) -> str:
    """The ninth character of an organisation code for its first eight (GB 11714)."""
    total = sum(int(c, 36) * weight for c, weight in zip(first, _ORGANISATION_WEIGHTS, strict=True))
    return {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def _organisation_check_holds(code: str) -> bool:
    return organisation_check_character(code[:8]) == code[8]
