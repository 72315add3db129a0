"""The registers of enterprises: the technology register, certificates, small firms, their figures."""

import random
from datetime import date
from typing import Any

from figures import YEARS, panel
from firms import CUT, REGION, Firm, credit_code, firms, still_in
from paper import NOTE, Workbook, printed_day


def tech_enterprises() -> bytes:
    """310 enterprises on the register at the end of 2025, one of them twice; 31 that left.

    Two codes with a wrong check character, one turned into a number, three missing.
    """
    chance = random.Random(1)
    book = Workbook()
    book.cover(
        (
            "科技型企业库（截至2025年12月31日）",
            "口径：在岚江市科技型企业系统入库且当年已更新信息的企业；退库企业见“退库企业”表。",
            "注册资本单位：万元。填报人：区科技局创新发展科。",
        )
    )
    sheet = book.book.add_worksheet("在库企业")
    sheet.merge_range(0, 0, 0, 17, "云岫区科技型企业名册", book.title)
    sheet.write(1, 0, "截至日期：2025年12月31日")
    heads = (
        "序号 企业名称 统一社会信用代码 成立日期 所属镇街 所属园区 所属行业 行业代码 技术领域 所属产业链 注册资本（万元） "
        "企业规模 入库时间 是否高新技术企业 是否科技型中小企业 企业分类 联系人 备注"
    ).split()
    book.heads(sheet, 2, heads)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 22)
    sheet.freeze_panes(3, 2)
    row, here = 3, still_in(CUT)
    odd = chance.sample(range(40, 300), 7)
    for number, firm in enumerate(here, 1):
        if number == 161:
            book.heads(sheet, row, heads)
            row += 1
        code: Any = firm.code
        if number in odd[:2]:
            code = firm.code[:17] + ("7" if firm.code[17] != "7" else "8")
        elif number == odd[2]:
            code = float("9.1990101E17")
        elif number in odd[3:6]:
            code = ("", "—", "办理中")[odd[3:6].index(number)]
        name = _as_typed(firm.name, number)
        remark = f"曾用名：{_former(firm)}" if number % 47 == 0 else ""
        book.write(sheet, row, (number, name, code, *_register_cells(firm, number), remark))
        row += 1
        if number == odd[6]:
            cells = _register_cells(firm, number + 1)
            book.write(sheet, row, (number, firm.name, firm.code, *cells, "重复填报"))
            row += 1
    book.write(sheet, row, ("合计", f"{len(here)}家"))
    book.write(sheet, row + 1, ("注：高新技术企业以证书有效期为准。",))
    gone = book.book.add_worksheet("退库企业")
    gone.merge_range(0, 0, 0, 4, "云岫区科技型企业退库名册（2022—2025年）", book.title)
    book.heads(
        gone, 1, ("序号", "企业名称", "统一社会信用代码", "入库时间", "退库时间", "退库原因")
    )
    left = sorted((f for f in firms() if f.removed), key=lambda f: (f.removed, f.number))
    for number, firm in enumerate(left, 1):
        why = chance.choice(("未更新信息", "迁出本区", "注销", "主动退出"))
        book.write(
            gone, number + 1, (number, firm.name, firm.code, firm.entered, firm.removed, why)
        )
    hidden = book.book.add_worksheet("字典")
    for row, (word, means) in enumerate((("A", "重点培育"), ("B", "一般服务"), ("C", "跟踪观察"))):
        book.write(hidden, row, (word, means))
    hidden.hide()
    return book.bytes()


def high_tech_enterprises() -> bytes:
    """Certificates: 107 valid at the end of 2025, and those that ran out in 2025."""
    book = Workbook()
    book.cover(("高新技术企业名册（2025年末）", "证书自颁发之日起有效期三年。"), "说明")
    sheet = book.book.add_worksheet("名册")
    sheet.merge_range(0, 0, 0, 7, "云岫区高新技术企业名册", book.title)
    book.heads(
        sheet,
        1,
        (
            "序号",
            "企业名称",
            "社会信用代码",
            "高新技术企业证书编号",
            "发证日期",
            "有效期至",
            "技术领域",
            "状态",
        ),
    )
    sheet.set_column(1, 3, 28)
    certified = [f for f in firms() if f.certified and f.certified[-1] >= date(2022, 10, 1)]
    certified.sort(key=lambda f: (f.certified[-1], f.number))
    row, number = 2, 0
    for firm in certified:
        issued = firm.certified[-1]
        until = issued.replace(year=issued.year + 3)
        valid = until > CUT
        if not valid and until.year < 2025:
            continue
        number += 1
        certificate = f"GR{issued.year}99{firm.number + 100:06d}"
        book.write(
            sheet,
            row,
            (
                number,
                _as_typed(firm.name, number + 5),
                firm.code,
                certificate,
                printed_day(issued, number),
                printed_day(until, 2 if number % 3 else 4),
                firm.industry[2],
                "有效" if valid else "已过期",
            ),
        )
        row += 1
    book.write(sheet, row, (None, "填表人：洛某　审核：石某"))
    return book.bytes()


def tech_smes() -> bytes:
    """The 2025 list of small technology firms in two batches, as an old .xls.

    165 firms; one of the first batch stands in the second again; some of the second lack their code. The district says 168: planted.
    """
    import xlwt  # type: ignore[import-not-found]

    book = xlwt.Workbook(encoding="utf-8")
    for batch, words in ((1, "第一批"), (2, "第二批")):
        sheet = book.add_sheet(words)
        sheet.write_merge(0, 0, 0, 5, f"云岫区2025年{words}入库科技型中小企业名单")
        heads = [
            "",
            "序号",
            "企 业 名 称",
            "注册地",
            "入库登记编号",
            "统一社会信用代码（组织机构代码）",
        ]
        if batch == 2:
            heads = ["", "序号", "企业名称", "入库编号", "统一社会信用代码", "备注"]
        for at, head in enumerate(heads):
            sheet.write(2, at, head)
        listed = [f for f in firms() if f.sme_batch == batch]
        if batch == 2:
            listed.insert(9, next(f for f in firms() if f.sme_batch == 1))
        row = 3
        for number, firm in enumerate(listed, 1):
            entry = f"2025{REGION}{'A' if batch == 1 else 'B'}00{firm.number:04d}"
            name = firm.name.replace("（", "(").replace("）", ")") if number % 9 == 4 else firm.name
            cells: list[Any] = [number, name, "岚江市云岫区", entry, firm.code]
            if batch == 2:
                code = firm.code if number % 6 else ""
                cells = [number, name, entry, code, "补录" if number == 10 else ""]
            if batch == 1 and number == 31:
                cells[3] = f"2025 {REGION} A 00{firm.number:04d}"
            if batch == 2 and number == 20:
                row += 1  # an empty row in the middle
            for at, cell in enumerate(cells, 1):
                sheet.write(row, at, cell)
            row += 1
    notes = book.add_sheet("说明")
    notes.write(0, 0, NOTE)
    notes.write(1, 0, "本名单以系统导出为准。")
    import io

    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def yearly_figures() -> bytes:
    """Three years of figures of 120 enterprises: 2023 in 千元, the others in 万元.

    One revenue of 2025 was typed in 元, one number of staff is below zero, one firm lacks 2024.
    """
    book = Workbook()
    book.cover(
        ("企业年度主要指标（2023—2025年）", "2023年表金额单位为千元，2024年、2025年表为万元。"),
        "填报说明",
    )
    heads = (
        "序号 企业名称 统一社会信用代码 成立日期 行业代码 营业收入 主营业务收入 总收入 高新技术产品（服务）收入 研发费用 其中：境内研发费用 "
        "成本费用总额 净利润 资产总额 负债总额 上缴税费 职工总数（人） 科技人员数（人） 研发人员数（人） 发明专利（件） 实用新型（件） "
        "软件著作权（件） 科技成果转化数（项） 技术合同成交额"
    ).split()
    for year in YEARS:
        sheet = book.book.add_worksheet(f"{year}年")
        unit = "千元" if year == 2023 else "万元"
        sheet.merge_range(
            0, 0, 0, len(heads) - 1, f"云岫区科技型企业{year}年度主要指标", book.title
        )
        sheet.write(1, 0, f"金额单位：{unit}")
        book.heads(sheet, 2, heads)
        sheet.set_column(1, 2, 26)
        row = 3
        for number, (firm, years) in enumerate(panel(), 1):
            if year not in years:
                continue
            book.write(
                sheet,
                row,
                (
                    number,
                    firm.name,
                    firm.code,
                    firm.founded,
                    firm.industry[0],
                    *_typed(years[year], year, number),
                ),
            )
            row += 1
    return book.bytes()


def _typed(figures: dict[str, float], year: int, number: int) -> list[Any]:
    scale = 10 if year == 2023 else 1
    cells: list[Any] = []
    for name, amount in figures.items():
        if name in (
            "staff",
            "st_staff",
            "rd_staff",
            "inventions",
            "utilities",
            "software",
            "conversions",
        ):
            cells.append(int(amount))
        else:
            cells.append(round(amount * scale, 2))
    names = list(figures)
    if figures["net_profit"] < 0 and number % 2:
        cells[names.index("net_profit")] = f"({abs(figures['net_profit']) * scale:,.2f})"
    if not figures["contracts"]:
        cells[names.index("contracts")] = ("-", "—", "无", None)[number % 4]
    if (year, number) == (2025, 37):
        cells[0] = round(figures["revenue"] * 10000, 2)
    if (year, number) == (2024, 58):
        cells[names.index("staff")] = -int(figures["staff"])
    if (year, number) == (2025, 81):
        cells[0] = f"{figures['revenue']:,.2f}万元"
    return cells


def _register_cells(firm: Firm, number: int) -> tuple[Any, ...]:
    code, industry, field, chain = firm.industry
    high_tech = firm.certificate(CUT) is not None
    return (
        printed_day(firm.founded, number),
        firm.town,
        firm.park,
        industry,
        code,
        field,
        chain,
        firm.capital_wan if number % 13 else f"{firm.capital_wan}万元",
        firm.size,
        printed_day(firm.entered, 0 if number % 5 else 3),
        (("是", "√", "是", "Y") if high_tech else ("否", "", "否", "N"))[number % 4],
        (("是", "☑") if firm.sme_batch else ("否", "□"))[number % 2],
        firm.klass,
        firm.contact,
    )


def _as_typed(name: str, number: int) -> str:
    """The name as typists leave it."""
    if number % 29 == 7:
        return name.replace("（", "(").replace("）", ")")
    if number % 31 == 3:
        return f"{name} "
    if number % 53 == 11:
        return name.replace("有限公司", "\n有限公司")
    if number % 61 == 20:
        return name.replace("（", "(")
    return name


def _former(firm: Firm) -> str:
    chance = random.Random(firm.number)
    return firm.name.replace(firm.trade, chance.choice(("电子", "机械", "科技", "机电")))


__all__ = [
    "credit_code",
    "high_tech_enterprises",
    "tech_enterprises",
    "tech_smes",
    "yearly_figures",
]
