"""Applications for high-tech certificates in 2026: what firms declare, and what experts gave."""

import random
from functools import cache
from typing import Any

from answers import in_wan, net_assets, ticked
from figures import YEARS, Figures, growth, others, panel
from firms import CUT, Firm
from paper import NOTE, Workbook
from registers_declared import declared_answer

#: New applicants from outside the panel.
_NEW = 24
_GROUPS = (
    "序号",
    "企业名称",
    "统一社会信用代码",
    "成立日期",
    "申报类型",
    ("销售收入（万元）", [f"{y}年" for y in YEARS]),
    ("研究开发费用总额（万元）", [f"{y}年" for y in YEARS]),
    ("在中国境内研发费用总额（万元）", [f"{y}年" for y in YEARS]),
    ("年末净资产（万元）", [f"{y}年末" for y in YEARS]),
    (
        "2025年度收入与人员",
        (
            "总收入（万元）",
            "高新技术产品（服务）收入（万元）",
            "职工总数（人）",
            "科技人员数（人）",
        ),
    ),
    ("2025年末知识产权", ("Ⅰ类知识产权（件）", "Ⅱ类知识产权（件）", "是否自主研发取得")),
    ("科技成果转化数（项）", [f"{y}年" for y in YEARS]),
    "是否居民企业",
    "是否拥有核心知识产权",
    "核心技术是否属于《国家重点支持的高新技术领域》",
    "申请前一年内是否发生重大安全、重大质量事故或严重环境违法",
    "备注",
)
_SCORES = (
    "知识产权得分",
    "科技成果转化能力得分",
    "研究开发组织管理水平得分",
    "企业成长性得分",
)


@cache
def applicants() -> tuple[tuple[Firm, Figures, str], ...]:
    """Who applies in 2026: certificates of 2023 to be renewed, panel firms without one, new firms."""
    found = []
    for firm, years in panel():
        held = firm.certificate(CUT)
        if held is None:
            found.append((firm, years, "首次认定"))
        elif held.year == 2023:
            found.append((firm, years, "重新认定"))
    fresh = [
        (f, y) for f, y in others() if not f.certificate(CUT) and f.size != "微型" and _hopeful(y)
    ]
    return (*found, *((firm, years, "首次认定") for firm, years in fresh[:_NEW]))


def _hopeful(years: Figures) -> bool:
    """Whether a firm is near the limits on R&D, income and staff: others do not apply."""
    last = years[2025]
    return (
        sum(years[y]["rd"] for y in YEARS) >= 0.047 * sum(years[y]["revenue"] for y in YEARS)
        and last["hitech"] >= 0.57 * last["total_income"]
        and last["st_staff"] >= 0.095 * last["staff"]
    )


def high_tech_applications() -> bytes:
    """104 applicants with three years of figures; on a second sheet the experts' points.

    Four fifths were reviewed, some in part, the others not yet. One R&D figure is not the one of the yearly
    figures: planted.
    """
    chance = random.Random(328)
    book = Workbook()
    book.cover(
        (
            "2026年高新技术企业认定申报汇总（第一、二批）",
            "金额单位为万元；2023—2025年数据取自企业申报书，专项审计报告另存。",
            "专家评分为评审会汇总，未评审的空白；第二批评审会时间另行通知。",
        ),
        "填报说明",
    )
    sheet = book.book.add_worksheet("申报汇总")
    sheet.merge_range(0, 0, 0, 30, "云岫区高新技术企业认定申报汇总表（2026年）", book.title)
    sheet.write(1, 0, "填报日期：2026年8月14日")
    sheet.write(1, 6, "金额单位：万元")
    book.grouped_heads(sheet, 2, _GROUPS)
    sheet.set_column(1, 2, 28)
    sheet.freeze_panes(4, 2)
    row = 4
    for number, (firm, years, sort) in enumerate(applicants(), 1):
        book.write(sheet, row, (number, *_application(chance, firm, years, sort, number)))
        row += 1
    book.write(sheet, row, ("合计", f"{len(applicants())}家"))
    book.write(sheet, row + 1, ("注：成长性按近三年销售收入和净资产计算；无数据的年度空白。",))
    _expert_sheet(book, chance)
    _hidden_sheet(book)
    return book.bytes()


def _application(
    chance: random.Random, firm: Firm, years: Figures, sort: str, number: int
) -> tuple[Any, ...]:
    last = years[2025]
    rd = [in_wan(years, y, "rd") for y in YEARS]
    if number == 33:
        rd[2] = round(last["rd"] * 1.12, 2)
    domestic = [in_wan(years, y, "rd_domestic") for y in YEARS]
    remark = {5: "更名手续办理中", 33: "研发费用以专项审计为准", 61: "材料待补正"}.get(number, "")
    return (
        firm.name,
        firm.code,
        firm.founded,
        sort,
        *(in_wan(years, y, "revenue") for y in YEARS),
        *rd,
        *domestic,
        *(net_assets(years, y) for y in YEARS),
        in_wan(years, 2025, "total_income"),
        in_wan(years, 2025, "hitech"),
        int(last["staff"]),
        int(last["st_staff"]),
        int(last["inventions"]),
        int(last["utilities"] + last["software"]),
        _said(firm, "拥有自主知识产权", "是"),
        *(int(years[y]["conversions"]) if y in years else None for y in YEARS),
        "是",
        _said(firm, "拥有核心知识产权", ticked(chance, 96, open=3)),
        _said(firm, _FIELD, ticked(chance, 95, open=3)),
        _said(firm, _INCIDENT, "否"),
        remark,
    )


_FIELD = "主要产品（服务）发挥核心支持作用的技术属于《国家重点支持的高新技术领域》规定的范围"
_INCIDENT = "申请认定前一年内（365天）发生重大安全、重大质量事故或有严重环境违法行为"


def _said(firm: Firm, question: str, otherwise: str) -> str:
    """What the firm declared already; what it says here where it was not asked."""
    said = declared_answer(firm, question)
    return otherwise if said is None else said


def _expert_sheet(book: Workbook, chance: random.Random) -> None:
    sheet = book.book.add_worksheet("专家评分")
    sheet.merge_range(0, 0, 0, 7, "高新技术企业认定申报专家评分汇总（2026年）", book.title)
    sheet.write(1, 0, "填报日期：2026年10月23日")
    book.heads(sheet, 2, ("序号", "企业名称", "统一社会信用代码", *_SCORES, "评审情况"))
    sheet.set_column(1, 2, 28)
    for number, (firm, years, _) in enumerate(applicants(), 1):
        points: list[Any] = list(_points(chance, years))
        state = "已评审"
        if number % 10 in (3, 7):
            points, state = ["", "", "", ""], "第二批，待评审"
        elif number % 13 == 5:
            points[3], state = "", "技术专家已评，财务专家待评"
        elif number % 29 == 11:
            points[2], state = f"约{points[2]}", "组织管理分待专家组长确认"
        book.write(sheet, number + 2, (number, firm.name, firm.code, *points, state))
    book.write(sheet, len(applicants()) + 3, (NOTE,))


def _points(chance: random.Random, years: Figures) -> tuple[int, int, int, int]:
    """Points within the bands of the working guide; applicants are rather strong."""
    last = years[2025]
    class1, class2 = last["inventions"], last["utilities"] + last["software"]
    number = (
        chance.randint(7, 8) if class1 else 0 if not class2 else 5 if class2 >= 5 else int(class2)
    )
    ip = number + chance.randint(4, 8) + chance.randint(5, 8) + chance.randint(4, 6)
    three = [years[y]["conversions"] for y in YEARS if y in years]
    band = min(5, int(sum(three) / 3))
    low = (0, 1, 7, 13, 19, 25)[band]
    turned = low + chance.randint(2, 5)
    managed = chance.randint(13, 20)
    return min(30, ip), turned, managed, _growth_points(chance, years)


def _growth_points(chance: random.Random, years: Figures) -> int:
    """Zero for what shrinks; two points a band, the experts choosing between them."""
    if any(year not in years for year in YEARS):
        return chance.randint(4, 9)
    sales = [years[y]["revenue"] for y in YEARS]
    worth = [years[y]["assets"] - years[y]["debt"] for y in YEARS]
    total = 0
    for grown in (growth(*sales), growth(*worth)):
        band = sum(grown >= floor for floor in (0.05, 0.15, 0.25, 0.35))
        total += 0 if grown <= 0 else 2 * band + chance.randint(1, 2)
    return total


def _hidden_sheet(book: Workbook) -> None:
    hidden = book.book.add_worksheet("评分档次")
    for row, line in enumerate((("科技成果转化", "≥5项", "25-30分"), ("成长性", "≥35%", "9-10分"))):
        book.write(hidden, row, line)
    hidden.hide()
