"""An assessment as a workbook: how many, who, what each lacks, and cells that could not be read."""

from pathlib import Path
from typing import Any

import xlsxwriter

from ceyuan.journeys.assess import Assessed
from ceyuan.model.bilingual import in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.assess_view import verdict_word

#: Columns of names and sentences are wider than those of numbers.
_WIDTHS = {
    **dict.fromkeys(("对象", "subject", "政策", "programme"), 34),
    **dict.fromkeys(("未满足的条件", "conditions not met"), 60),
    **dict.fromkeys(("不能确定的条件", "conditions unknown"), 60),
    **dict.fromkeys(("缺什么或差多少", "lacking", "问题", "problem"), 60),
    **dict.fromkeys(("依据什么材料", "which paper tells it", "处理", "to do"), 40),
}

#: A sheet holds 1,048,576 rows; one answer may lack some dozens of things.
_MOST_ROWS = 1_048_000


def write_workbook(assessed: Assessed, path: Path) -> None:
    """Write the sheets 汇总, 名单, 差距与缺项, 读取问题. Texts are written as texts, never as formulas."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        head = book.add_format({"bold": True, "bg_color": "#EAF1F8", "border": 1})
        money = book.add_format({"num_format": "#,##0.00"})
        _summary(book, assessed, head, money)
        _list(book, assessed, head, money)
        _lacking(book, assessed, head)
        _problems(book, assessed, head)


def _sheet(book: Any, name: str, head: Any, *columns: str) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for number, title in enumerate(columns):
        sheet.write_string(0, number, title, head)
        sheet.set_column(number, number, _WIDTHS.get(title, 16))
    return sheet


def _summary(book: Any, assessed: Assessed, head: Any, money: Any) -> None:
    titles = (
        say("政策", "programme"),
        say("符合", "eligible"),
        say("不符合", "not eligible"),
        say("不能确定", "unknown"),
        say("金额合计（元）", "total (yuan)"),
        say("测算日", "day"),
    )
    sheet = _sheet(book, say("汇总", "summary"), head, *titles)
    for row, one in enumerate(assessed.answers, 1):
        yes, no, unknown = one.count()
        sheet.write_string(row, 0, in_language(one.programme.title, asked().language))
        for column, count in enumerate((yes, no, unknown), 1):
            sheet.write_number(row, column, count)
        sheet.write_number(row, 4, one.cost(), money)
        sheet.write_string(row, 5, assessed.on.isoformat())


def _list(book: Any, assessed: Assessed, head: Any, money: Any) -> None:
    titles = (
        say("对象", "subject"),
        say("政策", "programme"),
        say("结论", "verdict"),
        say("金额（元）", "amount (yuan)"),
        say("未满足的条件", "conditions not met"),
        say("不能确定的条件", "conditions unknown"),
    )
    sheet = _sheet(book, say("名单", "list"), head, *titles)
    row = 1
    for one in assessed.answers:
        names = assessed.names[one.programme.kind]
        title = in_language(one.programme.title, asked().language)
        for answer in one.each():
            if row > _MOST_ROWS:
                _say_more(sheet, row)
                return
            failed = [one.sentence(c) for c, met in answer.clauses.items() if met is False]
            unknown = [one.sentence(c) for c, met in answer.clauses.items() if met is None]
            texts = (names[answer.row], title, verdict_word(answer.eligible))
            for column, text in enumerate(texts):
                sheet.write_string(row, column, text)
            if answer.amount is not None:
                sheet.write_number(row, 3, answer.amount, money)
            sheet.write_string(row, 4, "；".join(failed)[:32_000])
            sheet.write_string(row, 5, "；".join(unknown)[:32_000])
            row += 1


def _lacking(book: Any, assessed: Assessed, head: Any) -> None:
    titles = (
        say("对象", "subject"),
        say("政策", "programme"),
        say("缺什么或差多少", "lacking"),
        say("现值", "value"),
        say("限值", "limit"),
        say("差额", "short by"),
        say("单位", "unit"),
        say("依据什么材料", "which paper tells it"),
    )
    sheet = _sheet(book, say("差距与缺项", "gaps"), head, *titles)
    row = 1
    for one in assessed.answers:
        names = assessed.names[one.programme.kind]
        title = in_language(one.programme.title, asked().language)
        for answer in one.each():
            if row > _MOST_ROWS:
                _say_more(sheet, row)
                return
            for lack in answer.missing:
                for column, text in enumerate(
                    (names[answer.row], title, in_language(lack.what, asked().language))
                ):
                    sheet.write_string(row, column, text)
                sheet.write_string(row, 7, lack.settled_by)
                row += 1
            for gap in answer.gaps:
                for column, text in enumerate((names[answer.row], title, one.sentence(gap.what))):
                    sheet.write_string(row, column, text)
                for column, number in enumerate((gap.value, gap.limit, gap.short_by), 3):
                    sheet.write_number(row, column, number)
                sheet.write_string(row, 6, gap.unit)
                row += 1


def _say_more(sheet: Any, row: int) -> None:
    """The last row of a sheet that is full."""
    said = say(
        "表格已满，其余没有列出：用 --json，或分几项政策测算",
        "the sheet is full and the rest is not listed: use --json, or ask fewer programmes",
    )
    sheet.write_string(row, 0, said)


def _problems(book: Any, assessed: Assessed, head: Any) -> None:
    if assessed.own is None:
        return
    titles = (
        say("单元格", "cell"),
        say("印作", "printed"),
        say("问题", "problem"),
        say("处理", "to do"),
    )
    sheet = _sheet(book, say("读取问题", "problems"), head, *titles)
    language = asked().language
    read = assessed.own.read
    told = [("", "", in_language(remark, language), "") for remark in assessed.own.notes]
    told += [
        ("", heading, say("不认识的列，没有用", "a column nobody knows, not used"), "")
        for heading in read.unread
    ]
    told += [
        ("", heading, say("这些政策没有问到的列", "a column no programme asks for"), "")
        for heading in read.unasked
    ]
    told += [
        (
            f"{problem.sheet}!{problem.cell}",
            problem.printed,
            in_language(problem.what, language),
            in_language(problem.remedy, language),
        )
        for problem in assessed.own.problems
    ]
    for row, said in enumerate(told[:_MOST_ROWS], 1):
        for column, text in enumerate(said):
            sheet.write_string(row, column, text[:32_000])
    if read.more_problems:
        more = say(
            f"同类问题另有 {read.more_problems} 处", f"{read.more_problems} more of the same sorts"
        )
        sheet.write_string(len(told) + 1, 2, more)
