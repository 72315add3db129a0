"""What firms declared for their applications: the questions no register of the bureau answers."""

import random

from paper import NOTE, Workbook
from registers_enterprises import figures

#: Heading, and how often the answer is yes, in a hundred.
_QUESTIONS = (
    ("是否居民企业", 100),
    ("会计核算健全、实行查账征收、能准确归集研发费用并缴纳企业所得税", 93),
    ("产品和服务属于国家规定的禁止、限制和淘汰类", 1),
    ("属于不适用研发费用加计扣除政策的行业", 3),
    ("上一年及当年内发生重大安全、质量事故或严重环境违法、科研严重失信行为", 2),
    ("申请认定前一年内（365天）发生重大安全、重大质量事故或有严重环境违法行为", 2),
    ("是否列入经营异常名录", 3),
    ("是否列入严重违法失信企业名单", 1),
    ("拥有核心知识产权", 88),
    ("拥有自主知识产权", 80),
    ("主要产品（服务）发挥核心支持作用的技术属于《国家重点支持的高新技术领域》规定的范围", 92),
)
_HEADS = ("序号", "企业名称", "统一社会信用代码", *(heading for heading, _ in _QUESTIONS))
_YEARS = (2023, 2024, 2025)


def declarations() -> bytes:
    """One line for each firm with yearly figures, without the eleven that did not answer.

    Some left a question open. Beside the declarations, counts of intellectual property at the end
    of 2025 and net assets at the end of three years.
    """
    chance = random.Random(195)
    book = Workbook()
    sheet = book.book.add_worksheet("承诺事项")
    counted = ("2025年末Ⅰ类知识产权数（件）", "2025年末Ⅱ类知识产权数（件）")
    worth = tuple(f"{year}年末净资产（万元）" for year in _YEARS)
    heads = (*_HEADS, *counted, *worth)
    sheet.merge_range(0, 0, 0, len(heads) - 1, "云岫区企业申报承诺事项（2025年度）", book.title)
    sheet.write(1, 0, NOTE)
    book.heads(sheet, 2, heads)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 22)
    answered = [pair for number, pair in enumerate(figures()) if number % 11 != 7]
    for row, (firm, years) in enumerate(answered, 3):
        said = ["是" if chance.randint(1, 100) <= often else "否" for _, often in _QUESTIONS]
        if chance.random() < 0.15:
            said[chance.randrange(len(said))] = ""
        last = years[2025]
        classes = (int(last["inventions"]), int(last["utilities"] + last["software"]))
        net = [
            round(years[year]["assets"] - years[year]["debt"], 2) if year in years else ""
            for year in _YEARS
        ]
        book.write(sheet, row, (row - 2, firm.name, firm.code, *said, *classes, *net))
    return book.bytes()
