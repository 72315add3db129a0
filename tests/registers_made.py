"""Workbooks as bureaus send them, made in the tests: every name, code and figure in them is invented."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook

#: Invented organisations whose codes have right check characters; 990101 is no real district.
CLEAR, BOAT, CLEARING = "91990101MA46K17Q9T", "91990101MA6QRMB41X", "91990101MAQDE28689"


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def book_of(rows: list[list[Any]], *, title: str = "Sheet1", merged: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for span in merged:
        sheet.merge_cells(span)
    return saved(book)


def ledger_of_firms() -> bytes:
    """Headings over two rows, group cells down a column, losses, dates of every sort, notes below."""
    rows = [
        ["附件1"],
        ["云岫区科技型企业基本情况台账"],
        ["填报单位：云岫区科技局（虚构）", *[None] * 5, "统计截止时间：2023年12月31日"],
        [
            "序号",
            "所属\n镇街",
            "企业名称",
            "统一社会信用代码",
            "成立时间",
            "2023年经营情况（万元）",
            None,
            None,
            "职工人数（人）",
            None,
            "是否\n高企",
            "备注",
        ],
        [None] * 5 + ["营业收入", "利润总额", "研发费用", "总数", "其中：研发人员"],
        [
            1,
            "云台街道",
            "云岫澄光传感技术有限公司",
            CLEAR,
            "2016-11-19",
            1250.6,
            "(35.2)",
            98,
            86,
            "２３",
            "是",
            None,
        ],
        [
            2,
            None,
            "岚江砚舟\n软件有限公司",
            BOAT,
            "2018.10",
            "８６０．５",
            "－12",
            120.5,
            "45人",
            20,
            "√",
            "原名：岚江砚舟电子厂",
        ],
        [
            3,
            None,
            "岚江 霁川 微电子(云岫)有限公司",
            CLEARING,
            "2014年7月4日",
            "1,980.00",
            "—",
            None,
            "-",
            "/",
            "否",
            None,
        ],
        [
            4,
            "岫泉街道",
            "云岫翊宁光学股份有限公司（原云岫翊宁玻璃厂）",
            None,
            43617,
            "约500",
            15,
            "无",
            30,
            40,
            "Y",
            None,
        ],
        [
            4,
            None,
            "岚江砚舟软件有限公司",
            BOAT,
            "2018年10月",
            900,
            "－12",
            120.5,
            45,
            20,
            "是",
            None,
        ],
        [5, None, "云岫砺锋机械厂", "91990101MAQDE28680", "二〇一九年五月", 300, 5, 10, 12, 1],
        ["合计", None, None, None, None, 5791.1, -39.2, 469.5],
        ["注：1.营业收入按主营业务收入与其他业务收入之和填列。"],
        ["2.研发费用口径与企业所得税一致。"],
        ["填表人：洛某", None, None, "审核人：庄某", None, None, "联系电话：0000-1234567"],
    ]
    upright = [f"{c}4:{c}5" for c in "ABCDEKL"]
    merged = (*upright, "F4:H4", "I4:J4", "A2:L2", "B6:B8", "B9:B11")
    return book_of(rows, title="台账", merged=merged)


def spending_of_firms() -> bytes:
    """Units everywhere: above the table, in a row of units, in headings, in cells; subtotals."""
    return book_of(
        [
            ["2022年度企业研发投入情况表"],
            [None, None, None, None, None, "单位：千元"],
            [
                "序号",
                "单位名称",
                "营业收入",
                "研发费用",
                "其中：委托研发费用（万元）",
                "政府补助",
                "资产总额(元)",
            ],
            [None, None, "千元", "千元", "万元", "千元", "元"],
            [1, "云岫澄光传感技术有限公司", 12506, 980, 12.5, "50万元", 23560000],
            [2, "岚江砚舟软件有限公司", "8605.5", "1205", "—", "无", "1.2亿"],
            [3, "岚江霁川微电子有限公司", 19800, "(300)", "约20", "3000元", None],
            [None, "小计", 40911.5],
            ["总 计", None, 40911.5, 1885],
            [],
            ["说明：本表数据未经审计。"],
            [None, None, None, None, "填报日期：2023年3月1日"],
        ]
    )


def yearly_form() -> bytes:
    """A form: label beside value, boxes ticked, thousand yuan above and ten thousand in a cell."""
    return book_of(
        [
            ["企业年度报表（2022年度）"],
            ["金额单位：千元"],
            ["企业名称", "云岫澄光传感技术有限公司", "统一社会信用代码", CLEAR],
            ["法定代表人", "洛某", "成立日期", "2016年11月"],
            ["注册资本", "500万元", "企业类型", "有限责任公司"],
            ["营业收入", 12506, "利润总额", "(352)"],
            ["研究开发费用合计", 980, "从业人员期末人数(人)", 86],
            ["是否高新技术企业", "☑是 □否", "高新技术企业证书编号", "GR202299000123"],
            ["是否是科技型中小企业", "□是 ☑否", "科技型中小企业登记编码", None],
            ["是否专精特新“小巨人”企业", "否", "是否创新型中小企业", "√"],
            ["技术合同成交额(千元)", 1500, "当年承担国家级科技计划项目数(项)", "2项"],
            ["填表人：庄某", None, "填表日期：2023年2月1日", None],
        ],
        merged=("A1:D1",),
    )


def stacked_lists() -> bytes:
    """Three lists on one sheet, several titles and years in a cell, former names, a count below."""
    return book_of(
        [
            ["附件2"],
            ["云岫区优质企业名单汇总（截至2023年6月底）"],
            [],
            ["一、国家级专精特新“小巨人”企业（2家）"],
            ["序号", "省(区、市）", "企业名称", "认定年份", "获得称号"],
            [
                1,
                "岚江市",
                "a云岫澄光传感技术有限公司",
                "2022年,2019年",
                "专精特新“小巨人”企业、高新技术企业",
            ],
            [
                2,
                "岚江市",
                "岚江霁川微电子(云岫)有限公司（曾用名：岚江霁川电子有限公司）",
                "2021",
                "单项冠军",
            ],
            [],
            ["二、市级专精特新中小企业"],
            ["序号", "企业名称", "所属镇街", "认定时间", "有效期", "联系人"],
            [1, "岚江砚舟软件有限公司", "云台街道", "2022年12月", "2022.12-2025.12", "洛某"],
            [2, "云岫砺锋机械厂\n", "岫泉街道", "2023-03-01", "2023年3月至2026年2月", "庄某"],
            [],
            ["三、创新型中小企业"],
            ["序号", "企业名称", "备注"],
            [1, "云岫翊宁光学股份有限公司", "由云岫翊宁玻璃厂更名"],
            ["以上共5家。"],
        ]
    )


def list_of_members(year: int, firms: list[list[Any]]) -> bytes:
    """A register of technology enterprises at the end of a year: name, code, entered, town, revenue."""
    head = [
        "序号",
        "企业名称",
        "统一社会信用代码",
        "入库时间",
        "所属镇街",
        f"{year}年营业收入（万元）",
    ]
    rows = [[n, *firm] for n, firm in enumerate(firms, 1)]
    return book_of([[f"云岫区科技型企业名册（截至{year}年12月31日）"], head, *rows], title="名册")
