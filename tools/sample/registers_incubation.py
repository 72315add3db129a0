"""The register of incubators with their tenants and graduates, three tables on one sheet."""

import random
from collections import Counter
from datetime import date
from typing import Any

from figures import others, panel
from firms import CUT, Firm, credit_code, still_in
from paper import NOTE, Workbook, printed_day


def incubators() -> bytes:
    """13 incubators and makerspaces; below them, on one sheet, tenants and graduates.

    129 tenants are in incubation, a few without credit code; the district says 132: planted. 61 have graduated.
    """
    chance = random.Random(13)
    book = Workbook()
    sheet = book.book.add_worksheet("孵化载体及企业")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(1, 0, 1, 8, "云岫区孵化载体及在孵企业情况（2025年末）", book.title)
    book.write(sheet, 3, ("一、孵化载体",))
    book.heads(
        sheet,
        4,
        (
            "序号",
            "载体名称",
            "类型",
            "级别",
            "运营单位",
            "认定时间",
            "孵化面积（平方米）",
            "在孵企业数",
            "累计毕业企业数",
        ),
    )
    spots = _incubators(chance)
    tenants, graduates = _tenants(chance, [name for name, *_ in spots])
    counted = {firm.name: int(years[2025]["staff"]) for firm, years in (*panel(), *others())}
    codes = {firm.name: firm.code for firm in still_in(CUT)}
    young = random.Random(71)
    codes |= {name: credit_code(young) for name, *_, known in tenants if not known}
    row = 5
    for number, (name, sort, level, operator, day, area) in enumerate(spots, 1):
        stay = sum(t[1] == name for t in tenants)
        left = sum(g[1] == name for g in graduates)
        book.write(
            sheet,
            row,
            (number, name, sort, level, operator, printed_day(day, number), area, stay, left),
        )
        row += 1
    book.write(sheet, row + 1, ("二、在孵企业",))
    book.heads(
        sheet,
        row + 2,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "所在载体",
            "入驻时间",
            "使用面积（平方米）",
            "从业人员",
            "是否科技型企业",
            "备注",
        ),
    )
    row += 3
    for number, (name, spot, day, area, staff, known) in enumerate(tenants, 1):
        book.write(
            sheet,
            row,
            (
                number,
                name,
                codes[name] if number % 12 else None,
                spot,
                printed_day(day, number),
                area,
                counted.get(name, staff),
                "是" if known else "否",
            ),
        )
        row += 1
    book.write(sheet, row, ("小计", f"{len(tenants)}家"))
    book.write(sheet, row + 2, ("三、毕业企业",))
    book.heads(
        sheet, row + 3, ("序号", "企业名称", "统一社会信用代码", "毕业载体", "毕业时间", "毕业去向")
    )
    row += 4
    for number, (name, spot, day) in enumerate(graduates, 1):
        book.write(
            sheet,
            row,
            (
                number,
                name,
                codes[name] if number % 12 else None,
                spot,
                printed_day(day, number + 1),
                chance.choice(("云岫高新区", "科创走廊", "外迁")),
            ),
        )
        row += 1
    return book.bytes()


def incubator_evaluations() -> bytes:
    """What 5 incubators and 8 makerspaces report of 2025 for their yearly evaluation.

    One incubator counts five tenants more than the bureau's register: planted.
    """
    book = Workbook()
    book.cover(("孵化载体年度评价自评表（2025年度）", "金额单位：万元；未开展的填0。"), "说明")
    chance = random.Random(131)
    spots = _incubators(random.Random(13))
    tenants = Counter(t[1] for t in _tenants(_after_spots(), [s[0] for s in spots])[0])
    _incubator_sheet(book, chance, [s for s in spots if s[1] == "科技企业孵化器"], tenants)
    _makerspace_sheet(book, chance, [s for s in spots if s[1] == "众创空间"], tenants)
    return book.bytes()


def _after_spots() -> random.Random:
    """The state of chance from which the register draws its tenants."""
    chance = random.Random(13)
    _incubators(chance)
    return chance


def _incubator_sheet(
    book: Workbook, chance: random.Random, spots: list[Any], tenants: Counter[str]
) -> None:
    sheet = book.book.add_worksheet("孵化器")
    sheet.merge_range(0, 0, 0, 11, "科技企业孵化器年度评价自评汇总表（2025年度）", book.title)
    sheet.write(1, 0, "填报日期：2026年3月20日")
    book.heads(
        sheet,
        2,
        (
            "序号",
            "孵化器名称",
            "是否独立法人且无重大违法失信",
            "2025年末在孵企业数（家）",
            "自有或合作基金投资的在孵企业数（家）",
            "获得融资的在孵企业数（家）",
            "营业收入或研发投入增长超过20%的在孵企业数（家）",
            "孵化服务收入是否单独核算",
            "房租和物业以外的收入（万元）",
            "年收入（万元）",
            "专职孵化服务人员比例",
            "管理服务人员数（人）",
            "创业导师数（人）",
        ),
    )
    sheet.set_column(1, 1, 28)
    for number, (name, _, _, _, _, area) in enumerate(spots, 1):
        stay = tenants[name] + (5 if number == 3 else 0)
        income = round(area * chance.uniform(0.012, 0.03), 1)
        earned = round(income * (0.46, 0.35, 0.33, 0.21, 0.41)[number - 1], 1)
        grown = round(stay * (0.42, 0.33, 0.18, 0.36, 0.25)[number - 1])
        cells = (
            number,
            name,
            "是",
            stay,
            (4, 1, 0, 2, 0)[number - 1],
            (6, 5, 1, 1, 3)[number - 1],
            grown,
            ("是", "是", "是", "否", "")[number - 1],
            earned if number != 5 else None,
            income,
            round(chance.uniform(0.55, 0.95), 2),
            chance.randint(6, 22),
            chance.randint(4, 18),
        )
        book.write(sheet, number + 2, cells)
    book.write(sheet, len(spots) + 4, (NOTE,))


def _makerspace_sheet(
    book: Workbook, chance: random.Random, spots: list[Any], tenants: Counter[str]
) -> None:
    sheet = book.book.add_worksheet("众创空间")
    sheet.merge_range(0, 0, 0, 15, "众创空间年度评价自评汇总表（2025年度）", book.title)
    sheet.write(1, 0, "填报日期：2026年3月20日")
    book.grouped_heads(
        sheet,
        2,
        (
            "序号",
            "众创空间名称",
            "运营机构是否为独立法人",
            "已运营月数",
            (
                "场地",
                ("孵化场地面积（平方米）", "工位和公共服务场地面积（平方米）", "工位数（个）"),
            ),
            (
                "入驻与成效",
                (
                    "协议入驻团队和企业数（家）",
                    "新注册成立企业数（家）",
                    "获得融资的团队和企业数（家）",
                    "典型孵化案例数（个）",
                ),
            ),
            (
                "服务",
                ("专职服务人员数（人）", "创业导师数（人）", "创业活动场次（场）"),
            ),
            "是否如实上报统计数据",
        ),
    )
    sheet.set_column(1, 1, 28)
    #: Who lacks what: nothing; mentors; residents; cases and events; space; unknown cases; nothing; age.
    lacking = ("", "mentors", "residents", "cases events", "space", "unknown", "", "months")
    for number, (name, _, _, _, day, area) in enumerate(spots, 1):
        lacks = lacking[number - 1].split()
        months = 14 if "months" in lacks else (2026 - day.year) * 12 + 3 - day.month
        cells = (
            number,
            name,
            "是",
            months,
            area,
            round(area * (0.7 if "space" in lacks else chance.uniform(0.76, 0.9))),
            chance.randint(32, 120),
            18 if "residents" in lacks else tenants[name] + chance.randint(16, 26),
            chance.randint(6, 9),
            chance.randint(5, 9),
            None if "unknown" in lacks else 2 if "cases" in lacks else chance.randint(3, 8),
            chance.randint(3, 9),
            2 if "mentors" in lacks else chance.randint(3, 20),
            9 if "events" in lacks else chance.randint(12, 48),
            "是",
        )
        book.write(sheet, number + 3, cells)
    book.write(sheet, len(spots) + 5, (NOTE,))


def _incubators(chance: random.Random) -> list[tuple[str, str, str, str, date, int]]:
    named = (
        ("云岫创智工场", "科技企业孵化器", "国家级", 18500),
        ("岫泉智造孵化园", "科技企业孵化器", "市级", 12600),
        ("砚江光电孵化器", "科技企业孵化器", "市级", 9800),
        ("云台软件园孵化器", "科技企业孵化器", "市级", 11200),
        ("砚台生物孵化基地", "科技企业孵化器", "市级", 8600),
        ("岚岫众创空间", "众创空间", "国家级", 3600),
        ("云起众创空间", "众创空间", "市级", 2200),
        ("柔光创客汇", "众创空间", "市级", 1800),
        ("石漾青创空间", "众创空间", "市级", 1500),
        ("岚江理工学院大学生创业园", "众创空间", "市级", 4100),
        ("传感谷众创空间", "众创空间", "市级", 2600),
        ("沙溪湾农创空间", "众创空间", "市级", 900),
        ("云岫数字工坊", "众创空间", "市级", 1400),
    )
    return [
        (
            name,
            sort,
            level,
            f"{name[:4]}运营管理有限公司（虚构）",
            date(chance.randint(2017, 2024), chance.randint(1, 12), 15),
            area,
        )
        for name, sort, level, area in named
    ]


def _tenants(chance: random.Random, spots: list[str]) -> tuple[list[Any], list[Any]]:
    small = [f for f in still_in(CUT) if f.size in ("微型", "小型") and f.founded.year >= 2019]
    known: list[Firm] = chance.sample(small, 58)
    fresh = [
        f"岚江{a}{b}{c}有限公司"
        for a in "初新启萌试"
        for b in "禾芽晨芒"
        for c in ("科技", "智能科技", "数字科技", "新材料", "传感技术")
    ]
    chance.shuffle(fresh)
    weights = (22, 16, 12, 14, 10, 10, 8, 7, 5, 9, 8, 4, 4)
    tenants = []
    for name, is_known in [(f.name, True) for f in known] + [(n, False) for n in fresh[:71]]:
        day = date(chance.randint(2022, 2025), chance.randint(1, 12), chance.randint(1, 28))
        tenants.append(
            (
                name,
                chance.choices(spots, weights)[0],
                day,
                chance.choice((40, 60, 80, 120, 200, 350)),
                chance.randint(2, 28),
                is_known,
            )
        )
    chance.shuffle(tenants)
    older = [f for f in still_in(CUT) if f not in known and f.founded.year >= 2014]
    graduates = [
        (
            f.name,
            chance.choices(spots, weights)[0],
            date(chance.randint(2019, 2025), chance.randint(1, 12), chance.randint(1, 28)),
        )
        for f in chance.sample(older, 61)
    ]
    return tenants, graduates
