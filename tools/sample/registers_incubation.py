"""The register of incubators with their tenants and graduates, three tables on one sheet."""

import random
from datetime import date
from typing import Any

from firms import CUT, Firm, still_in
from paper import NOTE, Workbook, printed_day


def incubators() -> bytes:
    """13 incubators and makerspaces; below them, on one sheet, tenants and graduates.

    129 tenants are in incubation; the district says 132: planted. 61 have graduated.
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
            (number, name, spot, printed_day(day, number), area, staff, "是" if known else "否"),
        )
        row += 1
    book.write(sheet, row, ("小计", f"{len(tenants)}家"))
    book.write(sheet, row + 2, ("三、毕业企业",))
    book.heads(sheet, row + 3, ("序号", "企业名称", "毕业载体", "毕业时间", "毕业去向"))
    row += 4
    for number, (name, spot, day) in enumerate(graduates, 1):
        book.write(
            sheet,
            row,
            (
                number,
                name,
                spot,
                printed_day(day, number + 1),
                chance.choice(("云岫高新区", "科创走廊", "外迁")),
            ),
        )
        row += 1
    return book.bytes()


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
