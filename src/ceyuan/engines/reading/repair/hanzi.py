"""What can be known of a Chinese character from the national sets alone."""

from functools import cache, lru_cache

from opencc import OpenCC

#: The unified ideographs that ordinary print uses, and the mark of a repeated one.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
#: Marks that only Chinese print has.
CHINESE_MARKS = "，。、；：？！（）《》〈〉“”‘’「」『』【】〔〕—…·％"

_FIRST, _LAST = 0x4E00, 0x9FFF


def is_han(char: str) -> bool:
    """Whether a character is an ideograph."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇"


@cache
def simplifier() -> OpenCC:
    """Traditional to simplified, Taiwan's forms included; characters only, never the wording.

    Measured on real pages: the profile that also changes wording (`tw2sp`) turns 整合 into 集成,
    新增 into 添加 and 智慧 into 智能 in texts that meant what they said.
    """
    return OpenCC("tw2s")


@cache
def traditional_only() -> frozenset[str]:
    """Characters that simplified print never uses: they change, and GB 2312 lacks them."""
    return frozenset(c for c, s in _pairs("tw2s") if c != s and not _in(c, "gb2312"))


@cache
def simplified_only() -> frozenset[str]:
    """Characters that traditional print never uses: they change, and Big5 lacks them."""
    return frozenset(c for c, t in _pairs("s2tw") if c != t and not _in(c, "big5"))


@lru_cache(maxsize=20_000)
def is_common(char: str) -> bool:
    """Whether the simplified form is one of the 3,755 most used (first level of GB 2312)."""
    try:
        code = simplifier().convert(char).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def _pairs(profile: str) -> list[tuple[str, str]]:
    every = [chr(code) for code in range(_FIRST, _LAST + 1)]
    return list(zip(every, OpenCC(profile).convert("\n".join(every)).split("\n"), strict=True))


def _in(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
