"""The eighteen indicators of the innovation points, and the grades of knowledge-value credit."""

import random
from typing import Any

from answers import OPEN, in_wan, net_assets
from figures import Figures, panel
from firms import still_in
from paper import NOTE, Workbook
from registers_money import GRADES

_FIRMS = 72
_GRADED = 118


def innovation_indicators() -> bytes:
    """72 firms with all indicators of 2025; ten left some blank, one stands twice with two figures."""
    chance = random.Random(18)
    book = Workbook()
    book.cover(
        (
            "企业创新积分制核心指标采集（2025年度）",
            "金额单位：万元。没有发生的填0，不掌握的留空。本区计分方案为虚构示例。",
        ),
        "采集说明",
    )
    sheet = book.book.add_worksheet("核心指标")
    sheet.merge_range(0, 0, 0, 23, "云岫区企业创新积分制核心指标采集表（2025年度）", book.title)
    sheet.write(1, 0, "金额单位：万元")
    book.grouped_heads(
        sheet,
        2,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "注册成立时间",
            (
                "技术创新指标",
                (
                    "研发费用金额",
                    "2024年研发费用",
                    "研发人员数（人）",
                    "与主营业务相关的发明专利申请量（件）",
                    "PCT专利申请量（件）",
                    "企业技术合同成交额",
                ),
            ),
            (
                "成长经营指标",
                (
                    "高新技术产品收入",
                    "营业收入",
                    "2024年营业收入",
                    "职工总数（人）",
                    "研究生以上人员（人）",
                    "净利润",
                    "净资产总额",
                ),
            ),
            (
                "辅助指标",
                (
                    "当年吸纳高校应届毕业生（人）",
                    "省级及以上研发平台数（个）",
                    "省级以上科技奖励数量（项）",
                    "承担省级及以上科技计划项目数量（项）",
                    "获得风险投资金额",
                    "研发费用加计扣除所得税减免额",
                ),
            ),
            "有地区约束性指标所列情形",
        ),
    )
    sheet.set_column(1, 2, 28)
    complete = [pair for pair in panel() if {2024, 2025} <= set(pair[1])]
    chosen = sorted(chance.sample(complete, _FIRMS), key=lambda pair: pair[0].number)
    row = 4
    for number, (firm, years) in enumerate(chosen, 1):
        cells: list[Any] = [number, firm.name, firm.code, firm.founded, *_indicators(chance, years)]
        if number % 7 == 5:
            for at in chance.sample((7, 8, 9, 14, 17, 20, 21), chance.randint(1, 3)):
                cells[at] = chance.choice(OPEN)
        book.write(sheet, row, cells)
        row += 1
        if number == 31:
            again = [*cells]
            again[0], again[7] = "31补", int(again[7]) + 4
            book.write(sheet, row, again)
            row += 1
    book.write(sheet, row + 1, ("注：", "第31号企业两次报送，发明专利申请量以核实后为准。"))
    return book.bytes()


def _indicators(chance: random.Random, years: Figures) -> tuple[Any, ...]:
    last = years[2025]
    staff = int(last["staff"])
    graduates = min(staff, int(staff * chance.uniform(0, 0.22)))
    return (
        in_wan(years, 2025, "rd"),
        in_wan(years, 2024, "rd"),
        int(last["rd_staff"]),
        chance.choices((0, 1, 2, 4, 7, 11), (3, 4, 4, 3, 2, 1))[0],
        chance.choices((0, 1, 3), (8, 2, 1))[0],
        in_wan(years, 2025, "contracts"),
        in_wan(years, 2025, "hitech"),
        in_wan(years, 2025, "revenue"),
        in_wan(years, 2024, "revenue"),
        staff,
        graduates,
        in_wan(years, 2025, "net_profit"),
        net_assets(years, 2025),
        chance.choices((0, 1, 2, 5, 9), (4, 4, 3, 2, 1))[0],
        chance.choices((0, 1, 2), (7, 3, 1))[0],
        chance.choices((0, 1, 2), (8, 2, 1))[0],
        chance.choices((0, 1, 2, 4), (5, 4, 2, 1))[0],
        chance.choices((0, 150, 600, 2000), (9, 2, 2, 1))[0],
        round(last["rd"] * 0.15, 2),
        "否" if chance.random() < 0.96 else "是",
    )


def credit_grades() -> bytes:
    """118 firms with grade and recommended amount, as in the ledger of loans; one code is wrong."""
    chance = random.Random(500)
    graded = sorted(
        chance.sample([f for f in still_in() if f.size != "大型"], _GRADED),
        key=lambda f: (f.grade, f.number),
    )
    lines = [
        "知识价值信用评价结果（截至2026年3月31日）,,,,,",
        "序号,企业名称,统一社会信用代码,知识价值信用评价等级,推荐授信额度（万元）,备注",
    ]
    for number, firm in enumerate(graded, 1):
        code = (
            firm.code if number != 44 else firm.code[:17] + ("0" if firm.code[17] != "0" else "1")
        )
        amount = f"{GRADES[firm.grade]}万元" if number % 15 == 6 else str(GRADES[firm.grade])
        remark = "复评" if number % 20 == 9 else ""
        lines.append(f"{number},{firm.name},{code},{firm.grade}级,{amount},{remark}")
    lines.append(f"{NOTE},,,,,")
    return ("\n".join(lines) + "\n").encode("gb18030")
