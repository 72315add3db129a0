"""The registers of platforms, institutes, incubators, instruments, patents, people, alliances."""

import csv
import io
import random
from datetime import date, timedelta
from typing import Any

from firms import CUT, Firm, credit_code, firms, still_in
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
    chance = random.Random(12)
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
    for number, (name, level, sort, year, staff, experts, doctors) in enumerate(INSTITUTES, 1):
        code = credit_code(chance, "12" if number % 3 else "52")
        day = date(year, chance.randint(1, 12), chance.randint(1, 28))
        cells = (
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
        book.write(sheet, number + 1, cells)
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


def instruments() -> bytes:
    """46 instruments open to others; values in 万元, in 元, in dollars."""
    chance = random.Random(14)
    book = Workbook()
    sheet = book.book.add_worksheet("大型仪器清单")
    sheet.merge_range(0, 0, 0, 11, "大型科研仪器开放共享清单（虚构示例）", book.title)
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
        ),
    )
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
                ),
            )
            row += 1
        sheet.merge_range(first, 1, row - 1, 1, owner, book.centre)
    book.write(sheet, row, ("合计", None, f"{number}台（套）"))
    return book.bytes()


def patents() -> bytes:
    """260 patents as an export, GB18030, with line breaks inside abstracts."""
    chance = random.Random(15)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(
        (
            "",
            "公开号",
            "专利名称",
            "专利类型",
            "申请（专利权）人",
            "申请日",
            "授权公告日",
            "法律状态",
            "主IPC分类号",
            "开放许可",
            "摘要",
        )
    )
    holders = [f.name for f in still_in(CUT) if f.size != "微型"] + [
        i[0] for i in INSTITUTES[:7]
    ] * 6
    things = (
        "薄膜",
        "传感器",
        "封装结构",
        "检测方法",
        "控制系统",
        "夹具",
        "涂层",
        "光学模组",
        "散热装置",
        "校准方法",
    )
    qualities = ("柔性", "高灵敏", "低功耗", "可折叠", "自校准", "耐高温", "多通道", "微型")
    for number in range(1, 261):
        sort = chance.choices(("发明专利", "实用新型", "外观设计"), (45, 45, 10))[0]
        asked = date(chance.randint(2018, 2024), chance.randint(1, 12), chance.randint(1, 28))
        granted = asked + timedelta(days=chance.randint(240, 900))
        name = f"一种{chance.choice(qualities)}{chance.choice(things)}"
        state = "有权" if granted <= CUT else "审中"
        letter = {"发明专利": "B", "实用新型": "U", "外观设计": "S"}[sort]
        abstract = f"本示例专利公开了{name}，\n包括基体与连接部。（虚构）"
        table.writerow(
            (
                number - 1,
                f"XN{100200300 + number * 31}{letter}",
                name,
                sort,
                ";".join(chance.sample(holders, 2 if number % 19 == 0 else 1)),
                asked.isoformat(),
                granted.isoformat() if state == "有权" else "",
                state,
                chance.choice(("G01N21/00", "H01L23/31", "B32B7/12", "G05B19/418", "H04N5/225")),
                "是" if number % 7 == 0 and state == "有权" else "",
                abstract,
            )
        )
    table.writerow(("", NOTE))
    return out.getvalue().encode("gb18030")


def talents() -> bytes:
    """43 people with municipal titles or above; names are placeholders."""
    chance = random.Random(16)
    book = Workbook()
    book.cover(("市级及以上高层次人才名册（2025年末）", "姓名以“姓+某”代替。"), "说明")
    sheet = book.book.add_worksheet("人才名册")
    book.heads(
        sheet,
        0,
        (
            "序号",
            "姓名",
            "工作单位",
            "人才称号",
            "称号级别",
            "入选年度",
            "有效期至",
            "学历",
            "研究方向",
        ),
    )
    units = [i[0] for i in INSTITUTES] + [
        f.name for f in still_in(CUT) if f.size in ("中型", "大型")
    ]
    for number in range(1, 44):
        level = "国家级" if number <= 4 else "市级"
        title = (
            chance.choice(
                ("岚江英才·创新领军人才", "岚江英才·青年拔尖人才", "岚江英才·创业领军人才")
            )
            if level == "市级"
            else "国家级人才计划入选者"
        )
        year = chance.randint(2020, 2025)
        until: Any = f"{year + 3}年12月" if number % 4 else date(year + 3, 12, 31)
        book.write(
            sheet,
            number,
            (
                number,
                chance.choice("纪宗闻石洛柏祁裴楚贺") + "某",
                chance.choice(units),
                title,
                level,
                f"{year}年",
                until,
                chance.choice(("博士", "硕士", "博士研究生")),
                chance.choice(("柔性电子", "传感器", "智能装备", "生物材料", "软件")),
            ),
        )
    return book.bytes()


def alliance() -> bytes:
    """Members of the alliance for intelligent sensing, UTF-8 with a mark at the beginning."""
    chance = random.Random(17)
    lines = ["联盟名称,成员单位,成员类型,加入时间"]
    here = [f.name for f in firms() if f.industry[3] == "智能传感" and f.in_register(CUT)]
    members = [(i[0], "研究机构") for i in INSTITUTES[:4]] + [
        (n, "企业") for n in chance.sample(here, 18)
    ]
    for number, (name, sort) in enumerate(members):
        lines.append(
            f"云岫智能传感产业技术创新联盟,{name},{sort},{2022 + number % 4}-0{1 + number % 9}"
        )
    lines.append(f"{NOTE},,,")
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8")


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
