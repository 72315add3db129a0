"""Names: spaces and line breaks nobody meant, brackets of one width, former names taken out."""

import re
import unicodedata
from dataclasses import dataclass

#: A longer text is no name and is not searched for former ones.
_LONGEST = 200
_CJK = r"\u3400-\u9fff\uf900-\ufaff〇"
_GAP = re.compile(rf"(?<=[{_CJK}（）()“”、·])\s+(?=[{_CJK}（）()“”、·])")
_GAP_AT_BRACKET = re.compile(r"\s*([（(])\s*|\s*([）)])")
#: Without any of these a text is one line already.
_UNEVEN = re.compile(r"[\s()（）０-９Ａ-Ｚａ-ｚ]")
_HAS_CJK = re.compile(f"[{_CJK}]")
_ORGANISATION = r"(?:公司|厂|院|所|中心|社|店|部|行|集团|大学|学院|学校|实验室|协会|联盟|基金|站|场|园|合伙|企业|机构|局|会)"
_FORMER_IN_BRACKETS = re.compile(
    r"[（(]\s*(?:原名称?|原企业名称|曾用名|更名前(?:名称)?(?:为)?|前身为?|原)\s*[:：为]?\s*([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]"
)
_FORMER_IN_NOTE = re.compile(
    r"(?:原名称?|原企业名称|曾用名称?|更名前(?:名称)?(?:为)?|历史名称|前身为?|原单位名称)\s*[:：为是]?\s*[“\"']?([^，。；,;、\n”\"']{4,60})"
    r"|由\s*[“\"']?([^，。；,;、\n”\"']{4,60}?)[”\"']?\s*(?:更名|变更)"
    r"|原[“\"']?([^，。；,;、\n”\"'原]{2,50}" + _ORGANISATION + r")"
)
_LISTED = re.compile(rf"^\s*[（(]?\d{{1,4}}\s*[)）、.．|丨]+\s*(?=[{_CJK}A-Za-z“\"])")
_SOLE_TRADER = re.compile(r"个体(?:工商户|户|经营)?")


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as printed, made plain.

    Attributes:
        name: the name without its former name and without the number of a list.
        former: former names printed beside it.
        sole_trader: whether it says so itself.
        stray: a Latin letter that stands alone in front of a Chinese name; empty where none.
    """

    name: str
    former: tuple[str, ...] = ()
    sole_trader: bool = False
    stray: str = ""


def read_name(text: str) -> PrintedName:
    """The name a cell prints: `渝泽新材料(云岭)有限公司` gets full-width brackets, gaps close."""
    if len(text) > _LONGEST:
        return PrintedName(one_line(text))
    former = tuple(one_line(m[1]) for m in _FORMER_IN_BRACKETS.finditer(text) if m[1].strip())
    name = one_line(_FORMER_IN_BRACKETS.sub("", text) if former else text)
    name = _LISTED.sub("", name)
    stray = re.match(rf"([A-Za-z])(?=[{_CJK}]{{5,}})(?=.*{_ORGANISATION}$)", name)
    return PrintedName(name, former, bool(_SOLE_TRADER.search(name)), stray[1] if stray else "")


def former_names(note: str) -> tuple[str, ...]:
    """Former names that a remark mentions (原名：…, 由…更名)."""
    found = []
    for match in _FORMER_IN_NOTE.finditer(note):
        said = next((g for g in match.groups() if g), "")
        said = re.sub(r"(?:更名|变更|于\d|，).*$", "", one_line(said)).strip("（）()：:")
        if len(said) >= 4 and _HAS_CJK.search(said):
            found.append(said)
    return tuple(dict.fromkeys(found))


def one_line(text: str) -> str:
    """Chinese text as one line: gaps between characters close, brackets around Chinese are full width."""
    if not _UNEVEN.search(text):
        return text
    if not _HAS_CJK.search(text):
        return " ".join(text.split())
    plain = " ".join(_half_width(text).split())
    plain = _GAP.sub("", plain)
    return _brackets(plain)


def _half_width(text: str) -> str:
    """Latin letters and digits in half width; Chinese punctuation stays."""
    return "".join(
        unicodedata.normalize("NFKC", c)
        if "０" <= c <= "９" or "Ａ" <= c <= "Ｚ" or "ａ" <= c <= "ｚ"
        else c
        for c in text
    )


def _brackets(text: str) -> str:
    """Brackets that belong to a Chinese name, in one width; `(ICP-MS)` behind Chinese too."""
    if "(" not in text and ")" not in text and "（" not in text:
        return text
    out = []
    for c in text:
        out.append({"(": "（", ")": "）"}.get(c, c))
    joined = "".join(out)
    return re.sub(r"\s*（\s*", "（", re.sub(r"\s*）", "）", joined))
