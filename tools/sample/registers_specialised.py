"""The list of innovative, specialised and little-giant firms, and the applications of 2026."""

import random
from functools import cache
from typing import Any

from answers import OPEN, either, in_wan, ticked
from figures import Figures, panel
from firms import CUT, Firm, still_in
from paper import NOTE, Workbook
from registers_declared import declared_answer, declared_body

_GIANTS, _SPECIALISED, _INNOVATIVE = 6, 26, 74
_APPLICANTS, _GIANT_APPLICANTS = 66, 22
#: What is written for a rank where nothing was won, as the form asks.
_NO_AWARD = 99


@cache
def listed() -> tuple[list[Firm], list[Firm], list[Firm]]:
    """Little giants, specialised firms and innovative ones that hold the title; each in the next."""
    chance = random.Random(63)
    sound = [f for f, y in panel() if y[2025]["revenue"] >= 1300 and 2024 in y]
    strong = [f for f, y in panel() if f in sound and _large(y)]
    specialised = chance.sample(strong, 20) + chance.sample(
        [f for f in sound if f not in strong], _SPECIALISED - 20
    )
    rest = [f for f in still_in(CUT) if f.size != "微型" and f not in specialised]
    innovative = specialised + chance.sample(rest, _INNOVATIVE - _SPECIALISED)
    giants = sorted(chance.sample(specialised[:20], _GIANTS), key=lambda f: f.number)
    return (
        giants,
        sorted(specialised, key=lambda f: f.number),
        sorted(innovative, key=lambda f: f.number),
    )


def quality_smes() -> bytes:
    """Three lists under one another on one sheet: 6, 26 and 74 firms, each in the longer list too."""
    chance = random.Random(64)
    book = Workbook()
    sheet = book.book.add_worksheet("名单")
    sheet.write(0, 0, NOTE)
    sheet.merge_range(1, 0, 1, 5, "云岫区优质中小企业名单", book.title)
    sheet.write(2, 0, "截至日期：2026年3月31日")
    sheet.set_column(1, 2, 28)
    row, sections = 4, ("专精特新“小巨人”企业名单", "专精特新中小企业名单", "创新型中小企业名单")
    for at, (title, members) in enumerate(zip(sections, listed(), strict=True)):
        book.write(sheet, row, (f"{'一二三'[at]}、{title}（{len(members)}家）",))
        book.heads(
            sheet, row + 1, ("序号", "企业名称", "统一社会信用代码", "所属镇街", "批次", "备注")
        )
        row += 2
        for number, firm in enumerate(members, 1):
            batch = f"{chance.randint(2023, 2025)}年第{chance.choice('一二')}批"
            remark = "更名中" if number % 41 == 7 else ""
            code = firm.code if number % 17 else None
            book.write(sheet, row, (number, firm.name, code, firm.town, batch, remark))
            row += 1
        row += 1
    return book.bytes()


def specialised_applications() -> bytes:
    """66 applicants for the specialised title, 22 for the little giant's; six giants under review.

    Amounts are those of the yearly figures; blanks are answers still to come.
    """
    chance = random.Random(202)
    book = Workbook()
    book.cover(
        (
            "2026年优质中小企业梯度培育申报汇总",
            "未获科技奖励的，单位排名填99；市场地位由评审组填写，未评审的空白。",
            "财务数据以《企业年度主要指标》为准，不在本表重复填报。",
        ),
        "填表说明",
    )
    _specialised_sheet(book, chance)
    _giant_sheet(book, chance)
    _review_sheet(book, chance)
    return book.bytes()


def _specialised_sheet(book: Workbook, chance: random.Random) -> None:
    _, specialised, innovative = listed()
    ranked = sorted(panel(), key=lambda pair: -_fitness(pair[1]))
    aiming = {firm.number for firm, _ in _giant_applicants()}
    ranked.sort(key=lambda pair: not (pair[0].sme_batch or pair[0] in innovative))
    chosen = [p for p in ranked if p[0] not in specialised and p[0].number not in aiming]
    chosen = chosen[: _APPLICANTS - 4] + chosen[-4:]
    sheet = book.book.add_worksheet("专精特新中小企业申报")
    sheet.merge_range(0, 0, 0, 16, "专精特新中小企业认定申报汇总表（2025年度）", book.title)
    sheet.write(1, 0, "填报日期：2026年6月18日")
    book.grouped_heads(
        sheet,
        2,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            ("资质", ("是否科技型中小企业", "是否创新型中小企业", "是否专精特新中小企业")),
            "从事特定细分市场时间（年）",
            "近两年新增股权融资总额（万元）",
            (
                "创新能力",
                ("应用于主导产品的自有Ⅰ类知识产权数（项）", "研发机构级别"),
            ),
            "近三年省部级及以上科技奖励单位排名",
            "近三年是否发生安全、质量、环境、数据或涉税重大违法违规",
            "是否列入经营异常名录",
            "是否列入严重违法失信企业名单",
            "细分市场地位是否较为靠前（评审）",
            "发展评价得分",
            "备注",
        ),
    )
    sheet.set_column(1, 2, 28)
    for number, (firm, years) in enumerate(sorted(chosen, key=lambda p: p[0].number), 1):
        own = _own_class1(chance, years)
        body = declared_body(firm) or chance.choice(("未建", "自建", "区级"))
        raised: Any = 0 if chance.random() < 0.8 else chance.choice((500, 1200, 2000, 3500))
        cells = (
            number,
            firm.name,
            firm.code,
            "是" if firm.sme_batch else "否",
            "是" if firm in innovative else "否",
            "否",
            either(chance, _market_years(chance, firm), 6),
            either(chance, f"{raised}万元" if number % 19 == 4 else raised, 8),
            either(chance, own, 6),
            body,
            _NO_AWARD if chance.random() < 0.86 else chance.randint(1, 7),
            "否" if chance.random() < 0.97 else "是",
            declared_answer(firm, "是否列入经营异常名录") or "否",
            declared_answer(firm, "是否列入严重违法失信企业名单") or "否",
            _reviewed(chance, number % 9 == 3),
            either(chance, round(chance.uniform(47, 79), 1), 7),
            "评审材料待补" if number % 23 == 8 else "",
        )
        book.write(sheet, number + 3, cells)


def _giant_sheet(book: Workbook, chance: random.Random) -> None:
    _, specialised, _ = listed()
    chosen = _giant_applicants()
    sheet = book.book.add_worksheet("小巨人企业申报")
    sheet.merge_range(0, 0, 0, 18, "专精特新“小巨人”企业认定申报汇总表（2025年度）", book.title)
    sheet.write(1, 0, "填报日期：2026年6月18日")
    book.heads(
        sheet,
        2,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "是否专精特新中小企业",
            "是否专精特新“小巨人”企业",
            "是否制造业单项冠军企业",
            "是否被现有“小巨人”企业控股或主导产品相似",
            "2025年营业收入（万元）",
            "从事特定细分市场时间（年）",
            "应用于主导产品的自有Ⅰ类知识产权数（项）",
            "近三年国家级科技奖励单位排名",
            "细分市场占有率(%)",
            "国内细分市场排名",
            "细分市场知名度是否较高（评审）",
            "主导产品是否属于重点领域并处于产业链关键环节",
            "近三年是否发生安全、质量、环境、数据或涉税重大违法违规",
            "是否列入经营异常名录",
            "是否列入严重违法失信企业名单",
            "发展评价得分",
        ),
    )
    sheet.set_column(1, 2, 28)
    for number, (firm, years) in enumerate(chosen, 1):
        share = round(chance.choice((2.4, 8.1, 9.6, 10.5, 12, 15, 18.3, 26)), 1)
        cells = (
            number,
            firm.name,
            firm.code,
            "是" if firm in specialised else "否",
            "否",
            "否",
            "是" if number == 12 else "否",
            in_wan(years, 2025, "revenue"),
            _market_years(chance, firm),
            either(chance, _own_class1(chance, years, chance.choice((0, 3, 4, 5))), 5),
            _NO_AWARD,
            either(chance, share, 5),
            chance.choice((1, 2, 3, 5, 8)),
            _reviewed(chance, number % 9 == 4),
            ticked(chance, 90, open=5),
            "否",
            declared_answer(firm, "是否列入经营异常名录") or "否",
            declared_answer(firm, "是否列入严重违法失信企业名单") or "否",
            either(chance, round(chance.uniform(58, 86), 1), 6),
        )
        book.write(sheet, number + 2, cells)
    book.write(sheet, len(chosen) + 4, ("填表人：石某　审核：纪某",))


def _review_sheet(book: Workbook, chance: random.Random) -> None:
    """The little giants whose title is under review: in 2026 still by the criteria of 2022."""
    giants, _, _ = listed()
    by_number = {firm.number: years for firm, years in panel()}
    sheet = book.book.add_worksheet("小巨人企业复核")
    sheet.merge_range(0, 0, 0, 17, "专精特新“小巨人”企业复核申报汇总表（2025年度）", book.title)
    sheet.write(1, 0, "填报日期：2026年6月18日")
    book.heads(
        sheet,
        2,
        (
            "序号",
            "企业名称",
            "统一社会信用代码",
            "是否独立法人且属于中小企业",
            "产品是否属于禁止、限制或淘汰类",
            "近三年是否发生重大事故或偷漏税等违法违规",
            "是否列入经营异常名录",
            "是否列入严重违法失信企业名单",
            "从事特定细分市场时间（年）",
            "细分市场占有率(%)",
            "核心业务是否采用信息系统支撑",
            "是否取得管理体系或国外产品认证",
            "是否拥有自主品牌",
            "是否建有研发机构",
            "实际应用的Ⅰ类知识产权数（项）",
            "近三年国家级科技奖励单位排名",
            "“创客中国”企业组名次",
            "是否位于产业链关键环节",
            "主导产品是否属于重点领域",
        ),
    )
    sheet.set_column(1, 2, 28)
    for number, firm in enumerate(giants, 1):
        cells = (
            number,
            firm.name,
            firm.code,
            "是",
            "否",
            "否",
            declared_answer(firm, "是否列入经营异常名录") or "否",
            declared_answer(firm, "是否列入严重违法失信企业名单") or "否",
            max(3, _market_years(chance, firm)),
            (14, 9.2, 11.5, 22, 16, 12.8)[number - 1],
            "是",
            "是" if number != 5 else "",
            "是",
            "是",
            _own_class1(chance, by_number[firm.number], 2),
            _NO_AWARD,
            _NO_AWARD,
            "是",
            "是",
        )
        book.write(sheet, number + 2, cells)


def _giant_applicants() -> list[tuple[Firm, Figures]]:
    """The largest holders of the specialised title; a few apply without it."""
    giants, specialised, _ = listed()
    large = [p for p in panel() if p[0] not in giants and 2024 in p[1]]
    large.sort(key=lambda pair: (pair[0] not in specialised, -pair[1][2025]["revenue"]))
    titled = [pair for pair in large if pair[0] in specialised]
    able = [pair for pair in titled if _large(pair[1])]
    return able + large[len(titled) :][: _GIANT_APPLICANTS - len(able)]


def _large(years: Figures) -> bool:
    """Whether a firm is about as large as a little giant must be."""
    last, before = years[2025], years.get(2024, years[2025])
    return last["revenue"] >= 4600 and last["rd"] + before["rd"] >= 1100


def _fitness(years: Figures) -> float:
    """How near the money limits of the specialised title a firm is, in rough points."""
    last, before = years[2025], years.get(2024, years[2025])
    spent = min(last["rd"], before["rd"]) / 100
    share = min(last["rd"] / last["revenue"], before["rd"] / before["revenue"]) / 0.03
    return sum(min(part, 1.0) for part in (last["revenue"] / 1500, spent, share))


def _own_class1(chance: random.Random, years: Figures, hoped: int = 0) -> int:
    """Own rights in use are some of the inventions held: where they are hoped for, enough of them."""
    held = int(years[2025]["inventions"])
    return min(held, max(0, hoped, held - chance.choice((0, 0, 0, 1, 2))))


def _market_years(chance: random.Random, firm: Firm) -> int:
    return max(1, min(2026 - firm.founded.year, chance.choice((2, 3, 4, 5, 6, 7, 8, 9, 12))))


def _reviewed(chance: random.Random, pending: bool) -> str:
    return chance.choice(OPEN[:2]) if pending else "是" if chance.random() < 0.9 else "否"
