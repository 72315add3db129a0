"""One form for characters that exist in two widths, and for marks that exist in many shapes."""

import re
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import CHINESE_MARKS, HAN

_WIDE = "０-９Ａ-Ｚａ-ｚ％＋－．／＆＠＃＝＊＿＾｀｜～＜＞﹪"
_COLONS = "︰∶﹕꞉：﹔；"
_DOTS = "･‧∙⋅・‐‑⁃"
_CORNERS = str.maketrans("「」『』﹁﹂﹃﹄｢｣", "“”‘’“”‘’“”")
_SHAPES = {
    "︰": "：", "∶": "：", "﹕": "：", "꞉": "：", "﹔": "；", "﹪": "%",
    "･": "·", "‧": "·", "∙": "·", "⋅": "·", "・": "·", "‐": "-", "‑": "-", "⁃": "-",
    "﹐": "，", "﹑": "、", "﹒": "。", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）", "｡": "。",
    "､": "、", "―": "—", "─": "—",
}  # fmt: skip
_CHINESE = f"{HAN}{CHINESE_MARKS}"

# Both tell the sign first and what stands around it second, so that only signs are looked at.
_ODD = re.compile(
    f"[{_WIDE}「」『』﹁﹂﹃﹄｢｣{''.join(_SHAPES)}：](?:(?<!：)|(?<=[0-9０-９]：)(?=[0-9０-９]))"
)
_MARK = re.compile(
    f"[,;:!?](?:(?<=[{_CHINESE}][,;:!])(?![,;:!/])|(?<=[0-9A-Za-z%)\"'][,;:])(?=[{_CHINESE}])"
    f"|(?<=[{_CHINESE}]\\?)(?=[{HAN}“”‘’（）《》\\s\"']|$))"
)
_BRACKET = re.compile(r"[()（）\n]")
_IS_CHINESE = re.compile(f"[{_CHINESE}]")
_QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}
_LINE = re.compile(r"[^\n]+")
_WIDE_FORM = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}


def width(text: str) -> Iterator[Change]:
    """Latin letters, digits and signs half as wide; Chinese marks full; corner quotes curled.

    A colon or ratio sign between digits is `:`, elsewhere `：`. A comma, semicolon, colon,
    exclamation or question mark beside Chinese is full; between digits or Latin words it stays,
    so 1,238 and 10:12 and http:// are safe. Brackets go by pairs: full where there is Chinese
    inside or before.
    """
    changes = [*_odd(text), *marks(text), *_brackets(text)]
    changes.sort()
    upto = 0
    for change in changes:
        if change.start >= upto:
            yield change
            upto = change.end


def quotes(text: str) -> Iterator[Change]:
    """Straight quotes of a line with Chinese in it, curled by pairs where they come in pairs.

    Done after the lines are whole: a quotation runs over line ends.
    """
    if '"' not in text and "'" not in text:
        return
    for line in _LINE.finditer(text):
        printed = line[0]
        if not ('"' in printed or "'" in printed) or not _IS_CHINESE.search(printed):
            continue
        curls: list[Change] = []
        for straight, curled in _QUOTES.items():
            places = [
                i for i, c in enumerate(printed) if c == straight and not _in_a_word(printed, i)
            ]
            if len(places) % 2:
                continue
            for nth, i in enumerate(places):
                at = line.start() + i
                curls.append(Change(at, at + 1, curled[nth % 2], "width"))
        yield from sorted(curls)


def _odd(text: str) -> Iterator[Change]:
    for found in _ODD.finditer(text):
        at, was = found.start(), found[0]
        now = _SHAPES.get(was) or was.translate(_CORNERS)
        if now == was:
            now = chr(ord(was) - 0xFEE0) if was not in "：～＜＞｜" else was
        if now == "：" and _between_digits(text, at):
            now = ":"
        yield Change(at, at + 1, now, "width")


def marks(text: str) -> Iterator[Change]:
    """Half-width marks beside Chinese, made full; once more after spaces and quotes are right."""
    for found in _MARK.finditer(text):
        at, was = found.start(), found[0]
        if not _between_digits(text, at):
            yield Change(at, at + 1, _WIDE_FORM[was], "width")


def _brackets(text: str) -> Iterator[Change]:
    open_at: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(text):
        if found[0] in "(（":
            open_at.append(found.start())
        elif found[0] == "\n":
            open_at.clear()
        elif open_at:
            pairs.append((open_at.pop(), found.start()))
    changes = []
    for start, end in pairs:
        chinese = (start > 0 and _IS_CHINESE.match(text[start - 1])) or _IS_CHINESE.search(
            text, start + 1, end
        )
        for at, wide, narrow in ((start, "（", "("), (end, "）", ")")):
            if text[at] == narrow and chinese:
                changes.append(Change(at, at + 1, wide, "width"))
    yield from sorted(changes)


def _between_digits(text: str, at: int) -> bool:
    return (
        0 < at < len(text) - 1
        and text[at - 1] in "0123456789０１２３４５６７８９"
        and text[at + 1] in "0123456789０１２３４５６７８９"
    )


def _in_a_word(printed: str, i: int) -> bool:
    """Whether a straight quote is an apostrophe or an inch mark."""
    before = printed[i - 1] if i else " "
    after = printed[i + 1] if i + 1 < len(printed) else " "
    if printed[i] == "'":
        return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
    return before.isdigit() and not _IS_CHINESE.match(after) and printed.count('"') % 2 == 1
