"""What firms declared for their applications: the questions no register of the bureau answers."""

import random
from functools import cache
from typing import Any

from answers import net_assets
from figures import YEARS, panel
from firms import Firm
from paper import NOTE, Workbook

#: Heading, and how often the answer is yes, in a hundred.
_QUESTIONS = (
    ("是否居民企业", 100),
    ("会计核算健全、实行查账征收、能准确归集研发费用并缴纳企业所得税", 93),
    ("产品和服务属于国家规定的禁止、限制和淘汰类", 1),
    ("属于不适用研发费用加计扣除政策的行业", 3),
    ("上一年及当年内发生重大安全、质量事故或严重环境违法、科研严重失信行为", 2),
    ("上一会计年度及当年内有其他严重违法失信行为", 1),
    ("申请认定前一年内（365天）发生重大安全、重大质量事故或有严重环境违法行为", 2),
    ("是否列入经营异常名录", 3),
    ("是否列入严重违法失信企业名单", 1),
    ("拥有核心知识产权", 88),
    ("拥有自主知识产权", 80),
    ("主要产品（服务）发挥核心支持作用的技术属于《国家重点支持的高新技术领域》规定的范围", 92),
)
#: Ranks are 99 where nothing was won, as the form asks.
_RANKS = (
    "近五年内获得国家级科技奖励的单位排名",
    "近五年内主导制定国际标准、国家标准或行业标准的起草单位排名",
)
_HEADS = ("序号", "企业名称", "统一社会信用代码", *(heading for heading, _ in _QUESTIONS))


@cache
def declared() -> dict[int, tuple[Any, ...]]:
    """By number of the firm, its row from the first question on; eleven did not answer."""
    chance = random.Random(195)
    rows: dict[int, tuple[Any, ...]] = {}
    for number, (firm, years) in enumerate(panel()):
        if number % 11 == 7:
            continue
        said = ["是" if chance.randint(1, 100) <= often else "否" for _, often in _QUESTIONS]
        if chance.random() < 0.15:
            said[chance.randrange(len(said))] = ""
        last = years[2025]
        classes = (int(last["inventions"]), int(last["utilities"] + last["software"]))
        worth = [net_assets(years, year) for year in YEARS]
        body = chance.choice(("未建", "自建", "自建", "自建", "区级", "市级"))
        ranks = (99, 99 if chance.random() < 0.94 else chance.randint(2, 6))
        rows[firm.number] = (*said, *classes, *worth, body, *ranks)
    return rows


def declared_answer(firm: Firm, heading: str) -> str | None:
    """What a firm answered to a question of the declarations; None where it was not asked."""
    row = declared().get(firm.number)
    questions = [asked for asked, _ in _QUESTIONS]
    return row[questions.index(heading)] if row else None


def declared_body(firm: Firm) -> str | None:
    """The level of the R&D body a firm declared; None where it was not asked."""
    row = declared().get(firm.number)
    return row[-1 - len(_RANKS)] if row else None


def declarations() -> bytes:
    """One line for each firm with yearly figures, without the eleven that did not answer.

    Some left a question open. Beside the declarations, counts of intellectual property at the end
    of 2025, net assets at the end of three years, and what lets a firm into the lists directly.
    """
    book = Workbook()
    sheet = book.book.add_worksheet("承诺事项")
    counted = ("2025年末Ⅰ类知识产权数（件）", "2025年末Ⅱ类知识产权数（件）")
    worth = tuple(f"{year}年末净资产（万元）" for year in YEARS)
    heads = (*_HEADS, *counted, *worth, "研发机构级别", *_RANKS)
    sheet.merge_range(0, 0, 0, len(heads) - 1, "云岫区企业申报承诺事项（2025年度）", book.title)
    book.heads(sheet, 2, heads)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 22)
    answered = [firm for firm, _ in panel() if firm.number in declared()]
    for row, firm in enumerate(answered, 3):
        book.write(sheet, row, (row - 2, firm.name, firm.code, *declared()[firm.number]))
    below = ("注：未获奖或未牵头制定标准的，排名填99。", NOTE)
    for row, line in enumerate(below, len(answered) + 4):
        book.write(sheet, row, (line,))
    return book.bytes()
