"""The registers of institutes, platforms and instruments."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any

from answers import either, ticked
from firms import CUT, credit_code, still_in
from paper import NOTE, Workbook, printed_day

INSTITUTES = (
    ("岚江柔性材料研究院", "市级", "新型高端研发机构", 2019, 96, 52, 31),
    ("岚江技术转移研究院", "市级", "新型研发机构", 2020, 58, 24, 12),
    ("岚江传感检测技术研究院", "市级", "新型研发机构", 2021, 47, 29, 9),
    ("岚江理工学院云岫研究院", "市级", "新型高端研发机构", 2020, 64, 41, 26),
    ("云岫智能装备研究院", "市级", "新型研发机构", 2022, 38, 22, 7),
    ("云岫微电子封装研究院", "市级", "新型研发机构", 2023, 33, 19, 6),
    ("岚江生命健康转化研究院", "市级", "新型研发机构", 2024, 29, 18, 8),
    ("云岫先进涂层研究所", "区级", "新型研发机构（培育）", 2023, 14, 8, 2),
    ("岚江光学检测研究所", "区级", "新型研发机构（培育）", 2022, 17, 9, 3),
    ("云岫低碳技术研究院", "区级", "新型研发机构（培育）", 2024, 12, 7, 2),
    ("岚江数字孪生研究院", "区级", "新型研发机构（培育）", 2025, 16, 11, 3),
    ("云岫山地农业装备研究所", "区级", "新型研发机构（培育）", 2021, 21, 10, 2),
)
_LEVELS = (("国家级", 3), ("市级", 34), ("区级", 47))
_SORTS = {
    "国家级": ("国家地方联合工程研究中心", "国家企业技术中心", "国家中小企业公共服务示范平台"),
    "市级": (
        "重点实验室",
        "工程技术研究中心",
        "企业技术中心",
        "企业研发中心",
        "博士后科研工作站",
        "中试平台",
    ),
    "区级": ("企业研发机构", "专家工作站", "创新工作室"),
}


def platforms() -> bytes:
    """84 platforms: 3 national, 34 municipal, 47 of the district. One laboratory bears two titles."""
    chance = random.Random(11)
    book = Workbook()
    book.cover(
        ("区级及以上研发平台清单（截至2025年底）", "同一实验室获多个称号的，按称号分别列示。"),
        "说明",
    )
    sheet = book.book.add_worksheet("研发平台")
    sheet.merge_range(0, 0, 0, 8, "附件2", book.title)
    sheet.merge_range(1, 0, 1, 8, "云岫区区级及以上研发平台清单", book.title)
    book.heads(
        sheet,
        2,
        (
            "序号",
            "平台级别",
            "平台名称",
            "平台类型",
            "依托单位",
            "技术领域",
            "认定年度",
            "场地面积\n（平方米）",
            "设备原值(万元)",
        ),
    )
    sheet.set_column(2, 4, 34)
    hosts = [f for f in still_in(CUT) if f.size in ("中型", "大型", "小型")]
    chance.shuffle(hosts)
    at = iter(hosts)
    row, number = 3, 0
    for level, count in _LEVELS:
        first = row
        for place in range(count):
            number += 1
            sort = _SORTS[level][place % len(_SORTS[level])]
            firm = next(at)
            short = firm.name.split("（")[0].removeprefix("岚江").removeprefix("云岫")[:2]
            field = firm.trade
            name = f"{'岚江市' if level == '市级' else '云岫区' if level == '区级' else ''}{short}{field}{sort}"
            if level == "市级" and place == 4:
                twin = (name.replace(sort, "重点实验室"), firm)
                name = twin[0]
                sort = "重点实验室"
            if level == "区级" and place == 20:
                name, firm, sort = twin[0].replace("岚江市", "云岫区"), twin[1], "企业研发机构"
            year = chance.randint(2017, 2025) if level != "国家级" else 2021 + place
            area = chance.choice((200, 300, 450, 600, 800, 1200, 2000))
            value: Any = round(chance.uniform(60, 1800), 1)
            if number % 17 == 5:
                value = f"{value}万元"
            if number % 23 == 9:
                value = f"约{int(value)}"
            book.write(sheet, row, (number, None, name, sort, firm.name, field, year, area, value))
            row += 1
        sheet.merge_range(first, 1, row - 1, 1, level, book.centre)
    book.write(sheet, row, ("合计", None, f"{number}个"))
    return book.bytes()


def institutes() -> bytes:
    """Twelve new-type institutes: a list, and one of them again as a vertical form."""
    book = Workbook()
    book.cover(("新型研发机构一览（2025年末）",))
    sheet = book.book.add_worksheet("一览表")
    sheet.merge_range(0, 0, 0, 11, "云岫区新型研发机构一览表", book.title)
    book.heads(
        sheet,
        1,
        (
            "序号",
            "机构名称",
            "统一社会信用代码",
            "级别",
            "机构类型",
            "成立时间",
            "职工总数",
            "研发人员",
            "博士",
            "科研场地（㎡）",
            "设备原值（万元）",
            "累计孵化企业（家）",
        ),
    )
    for row, cells in enumerate(institute_rows(), 2):
        book.write(sheet, row, cells)
    form = book.book.add_worksheet("登记表")
    form.merge_range(0, 0, 0, 3, "新型研发机构基本情况登记表", book.title)
    pairs = (
        ("机构名称", "岚江柔性材料研究院", "法定代表人", "纪砚舟"),
        ("成立时间", "2019年6月", "注册资本", "5000万元"),
        ("职工总数（人）", 96, "其中：研发人员（人）", 52),
        ("科研场地面积（平方米）", 18000, "仪器设备原值（万元）", 8600),
        ("上年度研发经费支出（万元）", 3120, "上年度总收入（万元）", 4685.5),
        ("累计授权专利（件）", 133, "其中：发明专利（件）", 74),
        ("是否独立法人", "☑是 □否", "举办单位", "岚江理工学院、云岫区人民政府"),
    )
    for row, cells in enumerate(pairs, 1):
        book.write(form, row, cells)
    book.write(form, len(pairs) + 2, (NOTE,))
    return book.bytes()


@cache
def institute_rows() -> tuple[tuple[Any, ...], ...]:
    """The list of institutes: number, name, code, level, sort, day, people, room and means."""
    chance = random.Random(12)
    rows: list[tuple[Any, ...]] = []
    for number, (name, level, sort, year, staff, experts, doctors) in enumerate(INSTITUTES, 1):
        code = credit_code(chance, "12" if number % 3 else "52")
        day = date(year, chance.randint(1, 12), chance.randint(1, 28))
        rows.append(
            (
                number,
                name,
                code,
                level,
                sort,
                printed_day(day, number + 3),
                staff,
                experts,
                doctors,
                chance.choice((520, 800, 1500, 3200, 6000)),
                chance.randint(100, 8600),
                chance.randint(0, 16),
            )
        )
    return tuple(rows)


def instruments() -> bytes:
    """46 instruments open to others; values in 万元, in 元, in dollars."""
    chance = random.Random(14)
    book = Workbook()
    sheet = book.book.add_worksheet("大型仪器清单")
    sheet.merge_range(0, 0, 0, 17, "大型科研仪器开放共享清单（2025年度，虚构示例）", book.title)
    book.heads(
        sheet,
        1,
        (
            "序号",
            "所属单位",
            "仪器名称（中/英文）",
            "规格型号",
            "生产厂商\n（国别）",
            "原值(万元)",
            "购置日期",
            "启用日期",
            "是否共享",
            "年有效工作机时（小时）",
            "对外服务机时",
            "收费标准",
            "是否财政资金购置",
            "是否经批准备案不纳入平台",
            "纳入国家平台日期",
            "近四季度缺报使用记录季度数",
            "是否按成本补偿收费",
            "收费标准是否公开",
        ),
    )
    entries = random.Random(70)
    makes = (
        ("场发射扫描电子显微镜", "FE-SEM"),
        ("X射线衍射仪", "XRD"),
        ("激光共聚焦显微镜", "CLSM"),
        ("电感耦合等离子体质谱仪", "ICP-MS"),
        ("三坐标测量机", ""),
        ("矢量网络分析仪", "VNA"),
        ("高低温湿热试验箱", ""),
        ("振动试验台", ""),
        ("原子力显微镜", "AFM"),
        ("椭圆偏振光谱仪", ""),
        ("探针台", "Probe Station"),
        ("电磁兼容测试系统", "EMC"),
    )
    owners = (*[i[0] for i in INSTITUTES[:6]], "岚江霁川微电子有限公司", "岚江朔影光学有限公司")
    row, number = 2, 0
    for place, owner in enumerate(owners):
        count = (9, 4, 8, 8, 5, 5, 4, 3)[place]
        first = row
        for _ in range(count):
            number += 1
            name, english = makes[(number * 5 + place) % len(makes)]
            price = round(chance.uniform(21, 480), 1)
            cell: Any = price
            if number % 11 == 4:
                cell = f"{int(price * 10000)}元"
            if number == 23:
                cell = "USD 152,000"
            if number == 37:
                cell = f"约{int(price)}"
            bought = date(chance.randint(2016, 2024), chance.randint(1, 12), chance.randint(1, 28))
            enabled: Any = printed_day(bought + timedelta(days=chance.randint(20, 120)), number + 2)
            if number == 30:
                enabled = "2021-13-01"
            hours = chance.randint(300, 2100)
            used = int(hours * chance.uniform(0.05, 0.8))
            maker = f"示例仪器{'甲乙丙丁'[number % 4]}厂（{('中国', '某国')[number % 2]}）"
            shared = ("是", "√", "☑", "Y", "否")[number % 5] if number % 10 else "是"
            fee = (
                f"{chance.randrange(50, 800, 50)}元/时",
                "面议",
                f"{chance.randrange(50, 500, 50)}元/样",
                "校内200元/时；校外400元/时",
            )[number % 4]
            title = f"{name}\n{english}" if english and number % 2 else name
            book.write(
                sheet,
                row,
                (
                    number,
                    None,
                    title,
                    f"YX-{1000 + number * 7}",
                    maker,
                    cell,
                    printed_day(bought, number),
                    enabled,
                    shared,
                    hours,
                    used if shared != "否" else None,
                    fee,
                    *_network_entry(entries, owner, bought),
                ),
            )
            row += 1
        sheet.merge_range(first, 1, row - 1, 1, owner, book.centre)
    book.write(sheet, row, ("合计", None, f"{number}台（套）"))
    return book.bytes()


def _network_entry(chance: random.Random, owner: str, bought: date) -> tuple[Any, ...]:
    """What decides whether an instrument belongs on the national network, and whether it is in order."""
    public = "有限公司" not in owner
    listed = bought + timedelta(days=chance.choice((40, 60, 75, 200)))
    return (
        either(chance, "是" if public else "否", 8),
        "否" if chance.random() < 0.95 else "是",
        listed if public and chance.random() < 0.8 else None,
        chance.choices((0, 1, 2), (7, 2, 1))[0] if public else None,
        ticked(chance, 90, open=6),
        ticked(chance, 85, open=6),
    )


def sharing_reviews() -> bytes:
    """How six institutes were reviewed for opening their instruments in 2025."""
    chance = random.Random(93)
    book = Workbook()
    sheet = book.book.add_worksheet("评价考核")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(1, 0, 1, 13, "科研仪器开放共享评价考核汇总表（2025年度）", book.title)
    book.heads(
        sheet,
        2,
        (
            "序号",
            "机构名称",
            "统一社会信用代码",
            "应入网仪器台套数",
            "已入网仪器台套数",
            "应开放仪器台套数",
            "已开放仪器台套数",
            "年有效工作机时（小时）",
            "年对外服务机时（小时）",
            "组织管理",
            "运行使用",
            "共享服务",
            "考核等级",
            "备注",
        ),
    )
    sheet.set_column(1, 1, 30)
    for number, (_, *institute) in enumerate((row[:3] for row in institute_rows()[:6]), 1):
        owned = (9, 4, 8, 8, 5, 5)[number - 1]
        hours = owned * chance.randint(700, 1500)
        points = [chance.randint(55, 96) for _ in range(3)]
        cells = (
            number,
            *institute,
            owned,
            owned - (2 if number == 4 else 0),
            owned,
            owned - chance.randint(0, 2),
            hours,
            int(hours * chance.uniform(0.08, 0.5)),
            *points,
            ("优秀", "良好", "良好", "较差", "合格", "")[number - 1],
            "考核中" if number == 6 else "",
        )
        book.write(sheet, number + 2, cells)
    return book.bytes()
