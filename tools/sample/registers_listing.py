"""Self-evaluations of the STAR Market's science-and-technology attribute."""

import random
from typing import Any

from answers import either, ticked
from figures import YEARS, Figures, panel
from firms import Firm
from paper import NOTE, Workbook

_FIRMS = 32
_SOFTWARE = ("软件", "数字科技")
#: The sector of the board by the chain a firm belongs to.
_SECTORS = {
    "智能传感": "新一代信息技术",
    "柔性显示": "新一代信息技术",
    "软件信息": "新一代信息技术",
    "高端装备": "高端装备",
    "先进材料": "新材料",
    "生命健康": "生物医药",
    "节能环保": "节能环保",
}
_EXCEPTIONS = (
    "核心技术是否经国家主管部门认定国际领先",
    "是否获国家科学技术奖并用于主营业务",
    "是否牵头承担国家重大科技专项",
    "主要产品是否实现进口替代",
)


def star_board_evaluations() -> bytes:
    """32 firms of the listing reserve evaluate themselves; figures of money are in the yearly figures.

    Two rely on an exception; three have not answered the exceptions yet.
    """
    chance = random.Random(688)
    book = Workbook()
    book.cover(
        (
            "科创属性自评（上市后备企业）",
            "研发费用、营业收入、人员取自《企业年度主要指标》；资本化支出没有的填0。",
        ),
        "说明",
    )
    sheet = book.book.add_worksheet("自评汇总")
    sheet.merge_range(0, 0, 0, 15, "上市后备企业科创属性自评汇总表（2025年度）", book.title)
    sheet.write(1, 0, "填报日期：2026年9月10日")
    book.grouped_heads(
        sheet,
        2,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "是否软件行业",
            ("资本化的开发支出（万元）", [f"{y}年" for y in YEARS]),
            "应用于主营业务并能够产业化的发明专利（项）",
            "形成核心技术的发明专利数（项）",
            "是否采用第五套上市标准",
            "是否已境外上市红筹企业",
            "科创板行业领域",
            *_EXCEPTIONS,
        ),
    )
    sheet.set_column(1, 2, 28)
    chosen = sorted(panel(), key=lambda pair: _shortfalls(*pair))[:_FIRMS]
    for number, (firm, years) in enumerate(sorted(chosen, key=lambda p: p[0].number), 1):
        book.write(sheet, number + 3, (number, *_evaluation(chance, firm, years, number)))
    book.write(sheet, len(chosen) + 5, (NOTE,))
    return book.bytes()


def _evaluation(chance: random.Random, firm: Firm, years: Figures, number: int) -> tuple[Any, ...]:
    inventions = int(years[2025]["inventions"])
    capitalised = [0.0] * 3
    if chance.random() < 0.2:
        capitalised = [round(years[y]["rd"] * 0.08, 2) for y in YEARS if y in years]
    exceptions = ["否"] * 4
    if number in (9, 23):
        exceptions[3] = "是"
    elif number in (5, 17, 28):
        exceptions = [chance.choice(("", "—")), "否", "否", ""]
    return (
        firm.name,
        firm.code,
        "是" if firm.trade in _SOFTWARE else "否",
        *capitalised,
        either(chance, inventions, 6),
        max(0, inventions - chance.randint(0, 2)),
        ticked(chance, 4),
        "否",
        _SECTORS.get(firm.industry[3], "符合科创板定位的其他领域"),
        *exceptions,
    )


def _shortfalls(firm: Firm, years: Figures) -> tuple[int, int]:
    """How many of the usual indicators a firm misses; the reserve takes the nearest."""
    if 2023 not in years or 2024 not in years:
        return 9, firm.number
    last = years[2025]
    spent = sum(years[y]["rd"] for y in YEARS) / sum(years[y]["revenue"] for y in YEARS)
    grown = (last["revenue"] / years[2023]["revenue"]) ** 0.5 - 1
    misses = (
        spent < (0.1 if firm.trade in _SOFTWARE else 0.05),
        last["rd_staff"] / last["staff"] < 0.1,
        last["inventions"] < 7,
        grown < 0.25 and last["revenue"] < 30000,
    )
    return sum(misses), firm.number
