"""What happens to a Chinese text on its way: each sort of damage, done to a clean text.

The texts are invented: no such district exists.
"""

import random

import opencc
from pypinyin import Style, pinyin

#: Clean texts, one paragraph a line, in full-width marks as the repaired text has them.
CLEAN = (
    "云岫区科技创新跑出“加速度”\n"
    "今年以来，云岫区坚持把科技创新摆在发展全局的核心位置，聚焦智能传感、生物医药等主导产业，大力培育创新主体。"
    "截至9月底，全区科技型企业达到1234家，同比增长12.5%；有效期内高新技术企业301家，新增市级研发平台11个。\n"
    "在云岫高新区，岚江霁川微电子有限公司的生产线正在满负荷运转。“我们每年拿出销售额的8%以上用于研发。”公司负责人说。\n"
    "下一步，云岫区将继续完善“研究院+产业园+基金”模式，力争到2027年全社会研发投入强度达到3%。",
    "云岫区2024年国民经济和社会发展统计公报\n"
    "初步核算，全年实现地区生产总值258.6亿元，比上年增长6.3%。其中，第一产业增加值18.2亿元，增长3.1%；"
    "第二产业增加值121.9亿元，增长7.4%；第三产业增加值118.5亿元，增长5.6%。\n"
    "全年研究与试验发展（R&D）经费支出7.21亿元，占地区生产总值的比重为2.79%。年末有效发明专利1560件，"
    "每万人口发明专利拥有量达到36.2件。技术合同成交额11.06亿元。",
)


def injected(text: str, seed: int, share: float = 0.4, style: str = "toned") -> str:
    """Readings behind a share of the characters: `toned`, `spaced`, `doubled` or `digits`."""
    dice = random.Random(seed)
    out = []
    for char in text:
        out.append(char)
        if "\u4e00" <= char <= "\u9fff" and dice.random() < share:
            out.append(_reading(char, style, dice))
    return "".join(out)


def _reading(char: str, style: str, dice: random.Random) -> str:
    toned = pinyin(char, style=Style.TONE)[0][0]
    plain = pinyin(char, style=Style.NORMAL)[0][0]
    match style:
        case "toned":
            return f"({toned})"
        case "spaced":
            return f"({toned} )"
        case "doubled":
            return f"({plain})" * dice.choice((1, 2, 3))
        case "wide":
            return f"（{toned}）"
        case _:
            return f"({pinyin(char, style=Style.TONE3)[0][0]})"


def in_traditional(text: str) -> str:
    """The same in traditional characters and corner quotes."""
    written = opencc.OpenCC("s2tw").convert(text)
    return written.translate(str.maketrans("“”‘’", "「」『』"))


def in_half_width(text: str) -> str:
    """Chinese marks as a careless typist has them."""
    return text.translate(str.maketrans("，；：（）！？", ",;:()!?"))


def in_full_width(text: str) -> str:
    """Latin letters, digits and the per cent sign twice as wide."""
    return "".join(
        chr(ord(c) + 0xFEE0) if (c.isascii() and c.isalnum()) or c == "%" else c for c in text
    )


def with_unseen(text: str, seed: int) -> str:
    """Zero-width marks and soft hyphens strewn in."""
    dice = random.Random(seed)
    return "".join(c + dice.choice(("", "", "", "\u200b", "\u00ad", "\ufeff")) for c in text)


def with_spaces(text: str, seed: int, share: float = 0.08) -> str:
    """Stray spaces between Chinese characters of running text."""
    dice = random.Random(seed)
    lines = []
    for line in text.split("\n"):
        if "，" not in line:
            lines.append(line)
            continue
        lines.append(
            "".join(
                c + (" " if _han(c) and _han(after) and dice.random() < share else "")
                for c, after in zip(line, [*line[1:], ""], strict=True)
            )
        )
    return "\n".join(lines)


def in_a_column(text: str, width: int) -> str:
    """Lines broken after `width` half-width places; no line begins with a closing mark."""
    out = []
    for paragraph in text.split("\n"):
        line = ""
        for char in paragraph:
            if len((line + char).encode("gb18030")) > width and char not in "，。；：！？）”、%…":
                out.append(line)
                line = ""
            line += char
        out.append(line)
    return "\n".join(out)


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
