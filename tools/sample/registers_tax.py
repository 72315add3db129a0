"""What firms filed with the tax office: collected R&D cost, technology transfers, exempt contracts."""

import random
from typing import Any

from answers import either, ticked
from figures import Figures, panel
from firms import Firm
from paper import NOTE, Workbook
from registers_money import contract_rows

_COLLECTED, _TRANSFERS, _CONTRACTS = 92, 18, 96
#: Trades of manufacturing by the first two figures of the industry code.
_MANUFACTURING = range(13, 44)


def collected_rd() -> bytes:
    """R&D cost of 92 firms collected for the deduction of 2025, in 元.

    The items, other cost and commissioned R&D come to the R&D expense of the yearly figures.
    """
    chance = random.Random(7)
    book = Workbook()
    sheet = book.book.add_worksheet("归集汇总")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(1, 0, 1, 15, "研发费用加计扣除归集汇总表（2025年度）", book.title)
    sheet.write(2, 0, "填报日期：2026年6月8日")
    sheet.write(2, 12, "金额单位：元")
    book.grouped_heads(
        sheet,
        3,
        (
            "序号",
            "纳税人名称",
            "纳税人识别号",
            "是否查账征收并准确归集研发费用",
            "前五项费用合计",
            "其他相关费用合计",
            "委托境内研发支出",
            "委托境外研发支出",
            "收入总额",
            "不征税收入",
            "投资收益",
            "负面清单行业收入",
            "是否制造业企业",
            "是否科技型中小企业",
            "是否列入集成电路或工业母机企业清单",
            "备注",
        ),
    )
    sheet.set_column(1, 2, 28)
    chosen = sorted(chance.sample(panel(), _COLLECTED), key=lambda pair: pair[0].number)
    for number, (firm, years) in enumerate(chosen, 1):
        book.write(sheet, number + 4, (number, *_collected(chance, firm, years, number)))
    book.write(
        sheet, len(chosen) + 6, ("注：其他相关费用按财税〔2015〕119号限额计算，本表填实际发生额。",)
    )
    return book.bytes()


def _collected(chance: random.Random, firm: Firm, years: Figures, number: int) -> tuple[Any, ...]:
    last = years[2025]
    whole, domestic = round(last["rd"] * 10000), round(last["rd_domestic"] * 10000)
    other = round(domestic * chance.uniform(0.03, 0.14))
    commissioned = round(domestic * chance.choice((0, 0, 0, 0.05, 0.12)))
    items = domestic - other - commissioned
    gross = round(last["total_income"] * 10000)
    invested = round(gross * chance.choice((0, 0, 0, 0.01, 0.03)))
    barred = round(gross * (0.62 if number in (14, 57) else chance.choice((0, 0, 0, 0.04, 0.2))))
    making = int(firm.industry[0][:2]) in _MANUFACTURING
    remark = "超限额部分已调减" if other * 9 > items else ""
    return (
        firm.name,
        firm.code,
        ticked(chance, 95, open=4),
        either(chance, items, 5),
        other,
        commissioned,
        whole - domestic,
        gross,
        0,
        invested,
        either(chance, barred, 5),
        "是" if making else "否",
        "是" if firm.sme_batch else "否",
        "是" if firm.trade == "微电子" and chance.random() < 0.2 else "否",
        remark,
    )


def technology_transfers() -> bytes:
    """18 firms that filed income from technology transfer for 2025."""
    chance = random.Random(111)
    book = Workbook()
    sheet = book.book.add_worksheet("技术转让所得")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(1, 0, 1, 9, "技术转让所得减免企业所得税备案表（2025年度）", book.title)
    sheet.write(2, 0, "填报日期：2026年6月8日")
    sheet.write(2, 6, "金额单位：万元")
    book.heads(
        sheet,
        3,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "转让权利是否属于减免范围",
            "是否5年以上非独占许可",
            "是否为持股100%的关联方之间转让",
            "技术转让收入额",
            "技术转让成本",
            "技术转让相关税费",
            "备注",
        ),
    )
    sheet.set_column(1, 2, 28)
    chosen = sorted(chance.sample(panel(), _TRANSFERS), key=lambda pair: pair[0].number)
    for number, (firm, _) in enumerate(chosen, 1):
        income = chance.choice((36, 80, 150, 320, 480, 760, 1150))
        cost = round(income * chance.uniform(0.15, 0.5), 2)
        cells = (
            number,
            firm.name,
            firm.code,
            "否" if number in (4, 15) else either(chance, "是", 10),
            "是" if number == 6 else "否",
            "是" if number == 8 else "否",
            f"{income}万元" if number == 11 else income,
            either(chance, cost, 6),
            round(income * 0.006, 2),
            "未经认定登记" if number in (4, 15) else "",
        )
        book.write(sheet, number + 3, cells)
    return book.bytes()


def exempt_contracts() -> bytes:
    """96 of the contracts registered in 2025 with what decides their exemption from VAT."""
    chance = random.Random(36)
    book = Workbook()
    sheet = book.book.add_worksheet("免税备查")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(1, 0, 1, 7, "技术合同免征增值税备查清单（2025年）", book.title)
    book.heads(
        sheet,
        2,
        (
            "序号",
            "合同登记编号",
            "合同名称",
            "合同类别",
            "合同成交金额（元）",
            "是否经认定并留存备查",
            "是否与转让、开发相关并同票开具",
            "非技术性费用（元）",
        ),
    )
    sheet.set_column(1, 2, 24)
    chosen = sorted(chance.sample(contract_rows(), _CONTRACTS))
    for number, (_, code, title, sort, _, _, amount, trade, _) in enumerate(chosen, 1):
        tied = ticked(chance, 45, open=12) if sort in ("技术服务", "技术咨询") else "—"
        recognised = either(chance, "是", 6) if number % 16 else "否"
        book.write(
            sheet,
            number + 2,
            (number, code, title, sort, amount, recognised, tied, amount - trade),
        )
    return book.bytes()
