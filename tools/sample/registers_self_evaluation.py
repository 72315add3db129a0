"""The self-evaluations of small technology firms in 2026, from firms whose yearly figures nobody collects."""

import random
from typing import Any

from answers import either, in_wan, ticked
from figures import Figures, others
from firms import Firm
from paper import NOTE, Workbook
from registers_high_tech import applicants

_FIRMS = 64
#: What is written for a rank where nothing was won, as the form asks.
_NO_AWARD = 99


def self_evaluations() -> bytes:
    """64 firms with the figures of 2025, R&D of 2024 too; a few left questions open."""
    chance = random.Random(115)
    book = Workbook()
    book.cover(
        (
            "2026年科技型中小企业评价自评信息汇总",
            "未获国家级科技奖励或未牵头制定标准的，排名填99。金额单位：万元。",
        ),
        "填报说明",
    )
    sheet = book.book.add_worksheet("自评信息")
    sheet.merge_range(0, 0, 0, 25, "科技型中小企业评价申报自评信息汇总表（2025年度）", book.title)
    sheet.write(1, 0, "填报日期：2026年5月20日")
    sheet.write(1, 5, "金额单位：万元")
    book.grouped_heads(
        sheet,
        2,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "注册成立时间",
            ("规模", ("职工总数（人）", "销售收入", "资产总额")),
            "科技人员数（人）",
            ("研发投入", ("研发费用总额", "2024年研发费用总额", "成本费用支出总额")),
            ("科技成果", ("Ⅰ类知识产权数", "Ⅱ类知识产权数")),
            "是否居民企业",
            *_QUESTIONS,
            "研发机构级别",
            "近五年内获得国家级科技奖励的单位排名",
            "近五年内主导制定国际标准、国家标准或行业标准的起草单位排名",
            "备注",
        ),
    )
    sheet.set_column(1, 2, 28)
    applied = {firm.number for firm, _, _ in applicants()}
    chosen = [pair for pair in others() if pair[0].number not in applied][:_FIRMS]
    for number, (firm, years) in enumerate(sorted(chosen, key=lambda p: p[0].number), 1):
        book.write(sheet, number + 3, (number, *_evaluated(chance, firm, years, number)))
    book.write(sheet, len(chosen) + 5, (NOTE,))
    return book.bytes()


#: Heading, and how often the answer is yes, in a hundred. The first is the one a firm hopes to tick.
_ASKED = {
    "会计核算健全、实行查账征收、能准确归集研发费用并缴纳企业所得税": 94,
    "产品和服务属于国家规定的禁止、限制和淘汰类": 1,
    "属于不适用研发费用加计扣除政策的行业": 3,
    "上一年及当年内发生重大安全、质量事故或严重环境违法、科研严重失信行为": 2,
    "上一会计年度及当年内有其他严重违法失信行为": 1,
    "是否列入经营异常名录": 3,
    "是否列入严重违法失信企业名单": 1,
}
_QUESTIONS = tuple(_ASKED)


def _evaluated(chance: random.Random, firm: Firm, years: Figures, number: int) -> tuple[Any, ...]:
    last = years[2025]
    class2 = int(last["utilities"] + last["software"]) if chance.random() < 0.75 else 0
    return (
        firm.name,
        firm.code,
        firm.founded,
        int(last["staff"]),
        in_wan(years, 2025, "revenue"),
        in_wan(years, 2025, "assets"),
        int(last["st_staff"]),
        f"{in_wan(years, 2025, 'rd')}万元" if number == 22 else in_wan(years, 2025, "rd"),
        in_wan(years, 2024, "rd"),
        in_wan(years, 2025, "costs"),
        int(last["inventions"]) if chance.random() < 0.7 else 0,
        either(chance, class2, 5),
        "是",
        *(ticked(chance, often, open=4) for often in _ASKED.values()),
        chance.choice(("未建", "自建", "自建", "区级", "市级")),
        _NO_AWARD,
        _NO_AWARD if chance.random() < 0.95 else 3,
        "财务报表待审" if number % 17 == 6 else "",
    )
