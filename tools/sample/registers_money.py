"""The registers of loans, funds, contracts and projects."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any

from firms import CUT, credit_code, firms, still_in
from paper import NOTE, Workbook, printed_day
from registers_research import INSTITUTES

#: Loans by span: first day, last day, how many, together in 万元. As the documents say.
LOANS = (
    (date(2020, 3, 1), date(2022, 12, 28), 39, 8760),
    (date(2023, 1, 5), date(2023, 6, 29), 10, 2600),
    (date(2023, 7, 3), date(2023, 12, 28), 12, 3200),
    (date(2024, 1, 4), date(2024, 12, 27), 25, 6740),
    (date(2025, 1, 6), date(2025, 11, 28), 36, 6480),
    (date(2025, 12, 1), date(2025, 12, 29), 2, 360),
)
GRADES = {"A": 500, "B": 400, "C": 300, "D": 160, "E": 80}
BANKS = ("岚江农商银行云岫支行", "岚江云岫村镇银行", "岚江科创银行")
#: Technology contracts of 2025 in 万元, by span.
CONTRACTS = (
    (date(2025, 1, 3), date(2025, 11, 28), 231, 46100),
    (date(2025, 12, 1), date(2025, 12, 30), 21, 4600),
)


def loans() -> bytes:
    """124 loans to the end of 2025, 28,140 万元; some firms borrowed more than once."""
    chance = random.Random(21)
    book = Workbook()
    book.cover(("知识价值信用贷款台账（2020—2025年）", "金额单位：万元。“家次”按放款笔数统计。"))
    sheet = book.book.add_worksheet("台账")
    sheet.merge_range(0, 0, 0, 10, "科技型企业知识价值信用贷款台账", book.title)
    book.heads(
        sheet,
        1,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "信用等级",
            "推荐授信额度（万元）",
            "放款银行",
            "放款金额（万元）",
            "放款日期",
            "到期日期",
            "年利率(%)",
            "还款状态",
        ),
    )
    row, number = 2, 0
    for first, last, count, total in LOANS:
        days = sorted(
            first + timedelta(days=chance.randrange((last - first).days + 1)) for _ in range(count)
        )
        pool = [f for f in firms() if f.entered <= first and f.removed is None and f.size != "大型"]
        borrowers = chance.sample(pool, count)
        for day, firm, amount in zip(
            days,
            borrowers,
            _amounts(chance, [GRADES[f.grade] for f in borrowers], total),
            strict=True,
        ):
            number += 1
            due = day + timedelta(days=365)
            state = "已结清" if due <= CUT else "正常"
            if number in (17, 52):
                state = "逾期"
            cell: Any = amount if number % 20 else f"{amount}万"
            book.write(
                sheet,
                row,
                (
                    number,
                    firm.name,
                    firm.code if number % 9 else None,
                    firm.grade,
                    GRADES[firm.grade],
                    BANKS[number % 3],
                    cell,
                    printed_day(day, number),
                    printed_day(due, 2),
                    round(chance.uniform(3.45, 4.65), 2),
                    state,
                ),
            )
            row += 1
    book.write(sheet, row, ("合计", None, None, None, None, None, sum(x[3] for x in LOANS)))
    return book.bytes()


def funds() -> bytes:
    """Six pools of money, as CSV with units in the cells."""
    rows = (
        "资金池名称,类型,总规模,已到位,已使用,管理单位,设立时间",
        "科创种子基金,种子基金,5000万元,3000万元,1860万元,云岫科创投资有限公司（虚构）,2023年9月",
        "知识价值信用贷款风险补偿资金池,风险补偿,2000万元,2000万元,96万元,区科技局,2020年3月",
        "企业应急转贷资金池,转贷,1亿元,8000万元,5400万元,云岫融资服务中心（虚构）,2019年6月",
        "研发准备金补助资金池,后补助,1500万元,1500万元,1120万元,区财政局,2021年1月",
        "知识产权质押融资风险池,风险补偿,1000万元,600万元,0,区市场监管局,2022年5月",
        "科创母基金,引导基金,5亿元,0,0,云岫科创投资有限公司（虚构）,2026年拟设立",
        f"{NOTE},,,,,,",
    )
    return ("\n".join(rows) + "\n").encode("utf-8")


def contracts() -> bytes:
    """252 technology contracts registered in 2025, 50,700 万元 together."""
    book = Workbook()
    book.cover(("2025年技术合同登记清单", "金额单位：元。"), "说明")
    sheet = book.book.add_worksheet("登记清单")
    book.heads(
        sheet,
        0,
        (
            "序号",
            "合同登记编号",
            "合同名称",
            "合同类别",
            "卖方名称",
            "买方名称",
            "合同成交金额（元）",
            "其中：技术交易额（元）",
            "登记日期",
        ),
    )
    for row, cells in enumerate(contract_rows(), 1):
        book.write(sheet, row, cells)
    return book.bytes()


@cache
def contract_rows() -> tuple[tuple[Any, ...], ...]:
    """The contracts as the list prints them: number, code, name, sort, seller, buyer, amounts, day."""
    chance = random.Random(22)
    rows: list[tuple[Any, ...]] = []
    sellers = [i[0] for i in INSTITUTES[:7]] * 5 + [
        f.name for f in still_in(CUT) if f.size != "微型"
    ]
    buyers = [f.name for f in still_in(CUT)]
    for first, last, count, total in CONTRACTS:
        parts = [chance.uniform(0.2, 3.0) for _ in range(count)]
        amounts = [int(total * 10000 * part / sum(parts)) for part in parts]
        amounts[0] += total * 10000 - sum(amounts)
        days = sorted(
            first + timedelta(days=chance.randrange((last - first).days + 1)) for _ in range(count)
        )
        for day, amount in zip(days, amounts, strict=True):
            row = len(rows) + 1
            seller = chance.choice(sellers)
            buyer = chance.choice([b for b in buyers[row % 40 :: 7] if b != seller])
            sort = chance.choice(
                ("技术开发", "技术开发", "技术服务", "技术转让", "技术许可", "技术咨询")
            )
            trade = int(amount * chance.choice((1, 1, 0.9, 0.75)))
            subject = chance.choice(
                (
                    "柔性传感膜制备工艺",
                    "产线视觉检测系统",
                    "封装热仿真",
                    "电缆测温算法",
                    "涂层配方",
                    "数据采集平台",
                )
            )
            code, name = f"2025990101{row:05d}", f"{subject}{sort}合同"
            rows.append((row, code, name, sort, seller, buyer, amount, trade, day))
    return tuple(rows)


def projects() -> bytes:
    """Twelve projects with what was promised and what has come; headings on two levels."""
    book = Workbook()
    sheet = book.book.add_worksheet("重点项目")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(
        1, 0, 1, 12, "云岫区科技产业重点项目承诺兑现台账（截至2025年12月31日）", book.title
    )
    for column, head in (
        (0, "序号"),
        (1, "项目名称"),
        (2, "投资主体"),
        (3, "签约时间"),
        (12, "进展"),
    ):
        sheet.merge_range(2, column, 3, column, head, book.head)
    sheet.merge_range(2, 4, 2, 8, "承诺", book.head)
    sheet.merge_range(2, 9, 2, 11, "实际", book.head)
    book.heads(
        sheet,
        3,
        (
            "总投资（亿元）",
            "占地（亩）",
            "达产年产值（亿元）",
            "年税收（万元）",
            "引入企业（家）",
            "完成投资（亿元）",
            "上年产值（亿元）",
            "已引入企业（家）",
        ),
        4,
    )
    rows = (
        (
            "云岫智造产业园一期",
            "岚江岫泉产业园开发有限公司",
            date(2023, 5, 18),
            9,
            120,
            25,
            6000,
            110,
            4.6,
            0,
            12,
            "在建",
        ),
        (
            "霁川二期芯片封装线",
            "岚江霁川微电子有限公司",
            date(2022, 9, 6),
            6.5,
            60,
            12,
            3800,
            None,
            6.1,
            4.3,
            None,
            "投产",
        ),
        (
            "柔性显示中试基地",
            "岚江柔性材料研究院",
            date(2023, 3, 2),
            1.1,
            15,
            1.5,
            200,
            8,
            1.1,
            0.4,
            5,
            "投用",
        ),
        (
            "沐禾智能装备生产基地",
            "岚江沐禾智能装备有限公司",
            date(2021, 11, 20),
            3.2,
            80,
            6,
            1500,
            None,
            3.3,
            5.2,
            None,
            "达产",
        ),
        (
            "砚江传感器产业园",
            "岚江砚江园区建设有限公司",
            date(2022, 4, 28),
            5,
            96,
            15,
            4200,
            60,
            3.8,
            6.7,
            31,
            "在建",
        ),
        (
            "岚江科创走廊一期",
            "云岫科创走廊建设有限公司",
            date(2022, 4, 12),
            7.8,
            150,
            None,
            None,
            80,
            6.9,
            None,
            46,
            "部分交付",
        ),
        (
            "生命健康加速器",
            "砚台生物产业有限公司",
            date(2024, 1, 9),
            2.4,
            35,
            5,
            1200,
            25,
            0.7,
            0,
            3,
            "在建",
        ),
        (
            "光学镜组扩产",
            "岚江朔影光学有限公司",
            date(2023, 8, 15),
            1.6,
            20,
            3.5,
            900,
            None,
            1.2,
            1.1,
            None,
            "试生产",
        ),
        (
            "工业软件园",
            "云台软件园运营有限公司",
            date(2021, 6, 30),
            2,
            18,
            4,
            1000,
            50,
            2,
            2.9,
            38,
            "投用",
        ),
        (
            "电缆传感一体化产线",
            "岚江锐澜光电技术有限公司",
            date(2022, 12, 1),
            0.9,
            0,
            2.2,
            500,
            None,
            0.9,
            1.8,
            None,
            "投产",
        ),
        (
            "低碳涂层示范线",
            "云岫低碳技术研究院",
            date(2024, 10, 22),
            0.5,
            0,
            0.8,
            100,
            None,
            0.1,
            0,
            None,
            "在建",
        ),
        (
            "算力节点（小型）",
            "云岫数据服务有限公司",
            date(2025, 2, 18),
            3,
            12,
            2,
            600,
            None,
            1.4,
            0,
            None,
            "在建",
        ),
    )
    for number, cells in enumerate(rows, 1):
        name, who, signed, *rest = cells
        book.write(sheet, number + 3, (number, name, who, printed_day(signed, number), *rest))
    book.write(sheet, len(rows) + 5, ("注：", "“—”或空白表示协议未约定。"))
    return book.bytes()


def _amounts(chance: random.Random, limits: list[int], total: int) -> list[int]:
    """Whole 万元 per loan that add up to `total`; mostly within the recommended amounts."""
    shares = [limit * chance.uniform(0.5, 1.0) for limit in limits]
    amounts = [max(10, round(total * share / sum(shares) / 10) * 10) for share in shares]
    amounts[amounts.index(max(amounts))] += total - sum(amounts)
    return amounts


__all__ = ["contracts", "credit_code", "funds", "loans", "projects"]
