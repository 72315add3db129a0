"""What a heading says besides its name: a unit, a time, a remark.

`2023年营业收入（万元）` is 营业收入 in 万元 about 2023; `经营情况-营业收入-上年` is 营业收入 of the year
before; `仪器名称（中/英文）` names two things at once.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ceyuan.model.unit import UnknownUnit, unit_of

_QUOTES = re.compile(r"[\s\"'“”‘’「」『』《》<>`*※#◆●★☆]+")
_BRACKETED = re.compile(r"[(\[【{〔]([^()\[\]【】{}〔〕]*)[)\]】}〕]")
_STRAY_BRACKETS = re.compile(r"[()\[\]【】{}〔〕]")
_NUMBERING = re.compile(
    r"^(?:[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、.．:](?!\d)|其中[:,]?|[①-⑳])"
)
_LEVELS = re.compile(r"[-—–_>→|]+")

#: Classifiers a heading may give as its unit; longer words are not taken for units by accident.
_UNITS = frozenset(
    "元 千元 万元 百万元 千万元 亿元 万美元 美元 亿美元 万欧元 人民币万元 万 千 亿 人 万人 人次 名 位 家 户 "
    "家次 件 项 个 篇 台 套 台套 台/套 台(套) 条 种 次 场 场次 份 批 宗 笔 平方米 m2 m² ㎡ 万平方米 平方公里 "
    "平方千米 亩 公顷 公里 % ‰ 倍 年 月 个月 天 日 工作日 小时 时 机时 分 级 吨 千瓦时 万千瓦时 千瓦 兆瓦 P TB 岁".split()
)
_UNIT_SAID = re.compile(r"^(?:金额|计量|数量|货币|统计)?单位[:为]?(.+)$")
_TAIL_UNIT = re.compile(r"^(.*?[^\d\W])[:,/]?((?:人民币)?(?:千|万|百万|亿)元)$")

_YEAR = r"(?:19|20)\d{2}"
_TIME = re.compile(
    rf"(?P<range>{_YEAR}年\d{{1,2}}月?[-—~至到]\d{{1,2}}月)"
    rf"|(?:截至|截止|截止到|截至到)?(?P<day>{_YEAR}[年./-]\d{{1,2}}[月./-]\d{{1,2}}日?)(?:止|底)?"
    rf"|(?:截至|截止)?(?P<month>{_YEAR}年\d{{1,2}}月)(?P<month_end>底|末)?"
    rf"|(?P<part>{_YEAR}年(?:上半年|下半年|前三季度|第?[一二三四1-4]季度))"
    rf"|(?P<years>{_YEAR}年?(?:度)?[-—~至到]{_YEAR}年?(?:度)?)"
    rf"|(?:截至|截止)?(?P<year>{_YEAR})(?:年度|年)?(?P<year_end>末|底|年末)?"
    r"|(?P<word>上一?年度?末|上一?年末|上年底|上一?年度|上一?年|去年末|去年|前年度?|前一年度?|前二年度?"
    r"|本年度?末|本年末|本年度|本年|本期|当年度|当年|今年|最近一年|近一年|上期|同期|上年同期"
    r"|年末|年底|期末|期初|年初|最近一个会计年度|上一会计年度)"
)
_WINDOW = re.compile(
    r"近[二三两]个?(?:会计)?年度?|三年(?:合计|累计|总和)|近三年(?:合计|累计)?|前三年"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading, from the top level down.

    Attributes:
        printed: levels as printed, joined by `-`.
        levels: the names of the levels, plain: no unit, no time, no numbering.
        whole: the heading plain, brackets and all, for headings listed word by word.
        unit: the unit it gives; empty where none.
        time: what it says about time (`2023`, `2023末`, `上年`, `2023-06-30` …); empty where nothing.
        window: it is about several years together (近三年).
        remarks: what stood in brackets and is neither unit nor time.
    """

    printed: str
    levels: tuple[str, ...]
    whole: str
    unit: str
    time: str
    window: bool
    remarks: tuple[str, ...]

    @property
    def leaf(self) -> str:
        """The name of the lowest level that has one."""
        return next((level for level in reversed(self.levels) if level), "")

    @property
    def joined(self) -> str:
        """All levels together."""
        return "".join(self.levels)

    @property
    def bare(self) -> bool:
        """Whether it gives nothing but a unit or a time: a row of units, a row of years."""
        return not self.joined and bool(self.unit or self.time)


#: 最近三年 and 近三年 are one; 最近一年 and 最近一个会计年度 tell which year and stay.
_LATELY = re.compile(r"最近(?=[二三两四五2345]年)")


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """A heading without what headings differ in by accident: width, case, spaces, quotes, 最近三年."""
    bare = _QUOTES.sub("", unicodedata.normalize("NFKC", text)).strip(":,.、;").lower()
    return _LATELY.sub("近", bare)


@lru_cache(maxsize=8192)
def read_heading(*levels: str) -> Heading:
    """Read a heading of one or several levels, each as printed, the uppermost first."""
    printed = "-".join(" ".join(level.split()) for level in levels if level.strip())
    names: list[str] = []
    remarks: list[str] = []
    unit = time = ""
    window = False
    for level in levels:
        for piece in _pieces(plain(level)):
            said = _Said(piece)
            names.append(said.name)
            remarks.extend(said.remarks)
            unit = said.unit or unit
            time = said.time or time
            window = window or said.window
    whole = "".join(plain(level) for level in levels)
    return Heading(printed, tuple(n for n in names if n), whole, unit, time, window, tuple(remarks))


def said_unit(text: str) -> str:
    """The unit that a note gives (单位：万元), or the unit a text consists of; empty otherwise."""
    word = plain(text).strip("()")
    if found := _UNIT_SAID.match(word):
        word = found[1].strip("()")
        # 单位：万元、人 names one for each sort of column: none of them holds for all
        money = [w for w in re.split(r"[、,;/和及]", word) if w.endswith("元")]
        return money[0] if money else (word if word in _UNITS else "")
    return _unit_in(word)


class _Said:
    """One level taken apart."""

    def __init__(self, piece: str) -> None:
        self.unit = ""
        self.time = ""
        self.window = False
        self.remarks: list[str] = []
        rest = _BRACKETED.sub(self._bracket, piece)
        rest = _STRAY_BRACKETS.sub("", rest)
        rest = _NUMBERING.sub("", rest)
        if found := _WINDOW.search(rest):
            self.window = True
            rest = rest.replace(found[0], "", 1)
        rest = self._take_time(rest)
        if found := _UNIT_SAID.match(rest):
            self.unit = _unit_in(found[1]) or self.unit
            rest = "" if self.unit else rest
        elif unit := _unit_in(rest):
            self.unit, rest = unit, ""
        elif (tail := _TAIL_UNIT.match(rest)) and len(tail[1]) > 1:
            self.unit, rest = tail[2], tail[1]
        self.name = rest.strip(":,.、;/-的")

    def _bracket(self, found: re.Match[str]) -> str:
        inside = found[1].strip(":,.、;")
        if not inside:
            return ""
        if said := _UNIT_SAID.match(inside):
            inside = said[1]
        if unit := _unit_in(inside):
            self.unit = unit
            return ""
        parts = re.split(r"[,;、]", inside)
        left = []
        for part in parts:
            if unit := _unit_in(part):
                self.unit = unit
            elif (found_time := _TIME.fullmatch(part)) is not None:
                self.time = _time_said(found_time)
            elif _WINDOW.fullmatch(part):
                self.window = True
            else:
                left.append(part)
        self.remarks.extend(left)
        return ""

    def _take_time(self, text: str) -> str:
        for found in _TIME.finditer(text):
            before, after = text[: found.start()], text[found.end() :]
            if found["year"] and (before[-1:].isdigit() or after[:1].isdigit()):
                continue
            if found["word"] and found["word"] in _ONLY_WHOLE and (before or after):
                # 年末从业人员 keeps its word: the name may be listed with it
                self.time = self.time or _time_said(found)
                continue
            self.time = _time_said(found)
            return before + after
        return text


#: Words of time that are often part of a listed name (年末净资产, 期末从业人员, 当年专利申请数).
_ONLY_WHOLE = frozenset("年末 年底 期末 期初 年初 当年 本期 同期".split())


def _time_said(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if groups["day"]:
        year, month, day = re.findall(r"\d+", groups["day"])
        return f"{year}-{int(month):02d}-{int(day):02d}"
    if groups["month"]:
        year, month = re.findall(r"\d+", groups["month"])
        return f"{year}-{int(month):02d}" + ("末" if groups["month_end"] else "")
    if groups["range"]:
        year, first, last = re.findall(r"\d+", groups["range"])
        return f"{year}-{int(first):02d}/{year}-{int(last):02d}"
    if groups["years"]:
        first, last = re.findall(_YEAR, groups["years"])
        return f"{first}/{last}"
    if groups["part"]:
        return groups["part"]
    if groups["year"]:
        return groups["year"] + ("末" if groups["year_end"] else "")
    return groups["word"]


def _unit_in(word: str) -> str:
    word = word.strip("()").replace("％", "%")
    if word in _UNITS:
        return word
    if "/" in word and word.split("/")[0] in _UNITS:
        try:
            return unit_of(word).printed
        except UnknownUnit:
            return ""
    return ""


def _pieces(level: str) -> list[str]:
    """The levels of a heading that was flattened into one cell (经费来源-政府拨款-中央财政)."""
    if not _LEVELS.search(level) or _TIME.fullmatch(level):
        return [level]
    kept = _BRACKETED.sub(lambda m: m[0].replace("-", "\0").replace("/", "\1"), level)
    kept = re.sub(r"(?<=\d)[-—~](?=\d)", "\0", kept)
    pieces = [p.replace("\0", "-").replace("\1", "/") for p in _LEVELS.split(kept)]
    return [p for p in pieces if p] or [level]
