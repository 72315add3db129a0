"""The words that name a figure and stand after it: 6个基础设施项目."""

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.lexicon import NAMING_VERBS, PREDICATES
from ceyuan.engines.reading.extract.phrase import JOINING, NO_NOUNS, Phrase, noun_at

#: Nouns that things are counted by; a verb after them is what they do.
_HEADS = (
    "项目",
    "企业",
    "团队",
    "机构",
    "平台",
    "人才",
    "单位",
    "院所",
    "高校",
    "银行",
    "园区",
    "公司",
)


#: A known wording that begins with one of these says what the things counted did.
_ACTING = ("申报", "申请", "获得", "新增", "拥有", "发放", "取得", "引进", "培育", "入驻", "孵化")


def after(row: list[Chunk], i: int, high: int, sums: bool = False) -> Phrase:
    """The naming words that begin right after chunk `i`; nothing where a predicate follows.

    `sums` says that the number is a sum: a verb after it is what it is spent on, not a name.
    """
    k = i + 1
    while k < high and row[k].sort == Sort.MARK and row[k].text in '"':
        k += 1
    attributive = k < high and row[k].text in ("的", "各类")
    if attributive:
        k += 1
    while k < high and row[k].sort == Sort.MARK and row[k].text in '"':
        k += 1
    first = k
    last = first - 1
    has_noun = False
    while k < high:
        chunk = row[k]
        if chunk.sort == Sort.MARK:
            if chunk.text == "、" and has_noun and _one_count(row, k):
                k += 1
                continue
            if chunk.text not in '"·()':
                break
            if chunk.text == "(" and not has_noun:
                break
        elif chunk.sort in (Sort.TERM, Sort.LEVEL, Sort.NAME):
            if has_noun and chunk.text.startswith(_ACTING):
                break
            has_noun, last = True, k
        elif chunk.sort in (Sort.PLACE, Sort.WHOLE):
            if has_noun:
                break
            last = k
        elif chunk.text in JOINING and has_noun and _one_count(row, k):
            k += 1
            continue
        elif chunk.sort != Sort.WORD or (
            chunk.text in PREDICATES
            and not (not has_noun and chunk.text in NAMING_VERBS and noun_at(row, k + 1, high))
        ):
            break
        elif chunk.nominal and chunk.text not in NO_NOUNS:
            if chunk.text == "合作" and has_noun and not noun_at(row, k + 1, high):
                break
            has_noun, last = True, k
        elif chunk.verb:
            if sums and has_noun and k + 1 >= high:
                last = k
                break
            heads = row[last].text.endswith(_HEADS) and not attributive
            if has_noun and (heads or not noun_at(row, k + 1, high)):
                break
            if sums and not attributive and not has_noun and chunk.tag == "v":
                break
            if not has_noun and not noun_at(row, k + 1, high) and not attributive:
                break
            last = k
        elif chunk.tag[:1] in "am" and not has_noun and chunk.text not in NO_NOUNS:
            last = k
        elif chunk.text == "的" and has_noun and attributive:
            has_noun = False
            first = k + 1
        else:
            break
        k += 1
    if not has_noun or last < first:
        return Phrase(0, -1, after=first)
    return Phrase(first, last, after=last + 1 if last + 1 < high else -1)


def _one_count(row: list[Chunk], joint: int) -> bool:
    """Whether 、 or 和 after a counted noun adds another noun to the same count."""
    k = joint + 1
    if k >= len(row) or not row[k].nominal or row[k].sort in (Sort.NAME, Sort.PLACE):
        return False
    while k < len(row) and not (row[k].sort == Sort.MARK and row[k].text in CLAUSE_ENDS):
        if row[k].sort == Sort.FIGURE:
            return False
        k += 1
    return row[joint - 1].text.endswith(_SORTS_OF) and any(
        c.text.endswith(_SORTS_OF) for c in row[joint + 1 : joint + 4]
    )


_SORTS_OF = (
    "高校",
    "院所",
    "企业",
    "团队",
    "机构",
    "单位",
    "平台",
    "院校",
    "个人",
    "研究院",
    "实验室",
    "中心",
)
