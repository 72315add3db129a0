"""The registers of patents, talents and alliance members."""

import csv
import io
import random
from datetime import date, timedelta
from functools import cache
from typing import Any

from answers import either
from firms import CUT, firms, still_in
from paper import NOTE, Workbook
from registers_research import INSTITUTES


def patents() -> bytes:
    """260 patents as an export, GB18030, with line breaks inside abstracts."""
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
    table.writerows(patent_rows())
    table.writerow(("", NOTE))
    return out.getvalue().encode("gb18030")


@cache
def patent_rows() -> tuple[tuple[Any, ...], ...]:
    """The rows of the export: number, publication, name, sort, holders, days, state and the rest."""
    chance = random.Random(15)
    rows: list[tuple[Any, ...]] = []
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
        rows.append(
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
    return tuple(rows)


#: Years a right lasts from its filing, and the yearly fee of the invented examples in 元.
_LIVES = {"发明专利": (20, 2000), "实用新型": (10, 900), "外观设计": (15, 600)}


def open_licences() -> bytes:
    """Declarations of open licences for the patents that the export marks, with what decides them."""
    chance = random.Random(51)
    book = Workbook()
    sheet = book.book.add_worksheet("开放许可声明")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(1, 0, 1, 18, "专利开放许可声明登记表（2026年）", book.title)
    sheet.write(2, 0, "填报日期：2026年5月12日")
    book.heads(
        sheet,
        3,
        (
            "序号",
            "公开号",
            "专利名称",
            "专利类型",
            "全体专利权人是否同意",
            "专利权是否有效",
            "是否有独占或排他许可在有效期内",
            "是否因权属纠纷中止或被保全",
            "是否欠缴年费",
            "是否出质而质权人不同意",
            "评价报告结论",
            "支付方式",
            "总付许可使用费（元）",
            "净销售额提成比例",
            "许可期限届满日",
            "届满日",
            "应缴年费（元）",
            "其他年费减免比例",
            "开放许可是否正在实施",
        ),
    )
    sheet.set_column(1, 2, 24)
    offered = [row for row in patent_rows() if row[9]]
    for number, (_, code, name, sort, _, asked, *_) in enumerate(offered, 1):
        life, fee = _LIVES[sort]
        expires = date.fromisoformat(asked).replace(year=int(asked[:4]) + life)
        term = expires if number % 11 != 6 else expires.replace(year=expires.year + 1)
        found = "未发现不符合授予专利权条件" if number % 9 else "不符合授予专利权条件"
        report = "" if sort == "发明专利" else either(chance, found, 12)
        royalty = (0.03, 0.05, 0.25)[number % 3] if number % 4 == 1 else None
        cells = (
            number,
            code,
            name,
            sort,
            either(chance, "是", 8),
            "是",
            "是" if number % 13 == 4 else "否",
            "否",
            "是" if number % 15 == 9 else "否",
            either(chance, "否", 6),
            report,
            "净销售额提成" if royalty else "一次总付",
            None if royalty else (8000, 20000, 60000, 150000)[number % 4],
            royalty,
            min(term, date(2031 + number % 3, 6, 30)) if number % 11 != 6 else term,
            expires,
            fee,
            0.7 if number % 8 == 3 else 0,
            "是" if number % 5 in (0, 2) else "否",
        )
        book.write(sheet, number + 3, cells)
    return book.bytes()


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
