"""An assessment on the screen: how many, who, what each lacks, and what was not read of a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ceyuan.authoring.policy import SIGNS
from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.figure import figure
from ceyuan.surfaces.cli.screen import new_table, note, out, print_line, words

if TYPE_CHECKING:
    from ceyuan.engines.rules.answer import Answer, Answers
    from ceyuan.journeys.assess import Assessed
    from ceyuan.model.table import Problem

#: Rows listed on the screen; the workbook and the machine get all.
_SHOWN = 40
#: Things lacking that are named for one row.
_NAMED = 3
#: Characters of one thing lacking; the whole sentence stands in `explain` and in the workbook.
_LONGEST = 24
#: Cells and values told of.
_TOLD = 20

_COLOURS = {True: "green", False: "red", None: "yellow"}


def verdict_word(eligible: bool | None) -> str:
    """The verdict in the language of the call."""
    return say(*_VERDICT[eligible])


def show_counts(assessed: "Assessed") -> None:
    """A line for each programme; what it costs where any of them gives money."""
    table = new_table(say(f"测算日 {assessed.on}", f"on {assessed.on}"))
    table.add_column(say("政策", "programme"), overflow="fold")
    paid = any(one.cost() for one in assessed.answers)
    titles = [say("符合", "eligible"), say("不符合", "not"), say("不能确定", "unknown")]
    for title in [*titles, say("金额合计（元）", "total (yuan)")] if paid else titles:
        table.add_column(title, justify="right", no_wrap=True)
    for one in assessed.answers:
        counts = [str(n) for n in one.count()]
        cost = [f"{one.cost():,.2f}" if one.cost() else ""] if paid else []
        title = in_language(one.programme.title, asked().language)
        table.add_row(words(title), *counts, *cost)
    out().print(table)


def show_rows(assessed: "Assessed", only: "Answers") -> None:
    """Each row of one programme: the verdict, the amount, what is missing and what falls short."""
    names = assessed.names[only.programme.kind]
    answers = [answer for answer, _ in zip(only.each(), range(_SHOWN), strict=False)]
    paid = any(answer.amount for answer in answers)
    rows = new_table()
    rows.add_column(say("对象", "subject"), overflow="fold", ratio=3)
    rows.add_column(say("结论", "verdict"), no_wrap=True)
    if paid:
        rows.add_column(say("金额（元）", "yuan"), justify="right", no_wrap=True)
    rows.add_column(say("差什么", "lacking"), overflow="fold", ratio=5)
    for answer in answers:
        amount = "" if answer.amount is None else f"{answer.amount:,.2f}"
        rows.add_row(
            words(names[answer.row]),
            words(verdict_word(answer.eligible), _COLOURS[answer.eligible]),
            *([amount] if paid else []),
            words(_lacking(only, answer)),
        )
    print_line("")
    out().print(rows)
    if only.rows > len(answers):
        more = only.rows - len(answers)
        note(say(f"另有 {more} 行，用 --out 或 --json", f"{more} more: --out or --json"))


def tell_read(assessed: "Assessed") -> None:
    """Everything a person should know beside the answers, to standard error."""
    _tell_programmes(assessed)
    terms = {n: a.term for one in assessed.answers for n, a in one.graph.asked.items()}
    for wild in assessed.absurd[:_TOLD]:
        row = assessed.own.read.rows[wild.row] if assessed.own and assessed.own.read.rows else None
        whose = assessed.names[wild.kind][wild.row]
        at = say(f"第 {row} 行 ", f"row {row}: ") if row else say(f"{whose} ", f"{whose}: ")
        term = terms.get(wild.column, Bilingual(wild.column, wild.column))
        note(
            say(
                f"{at}{term.zh} {wild.value:g}：{wild.why.zh}，按不知处理",
                f"{at}{term.en} {wild.value:g} {wild.why.en}; taken as unknown",
            )
        )
    if (more := len(assessed.absurd) - _TOLD) > 0:
        note(say(f"另有 {more} 个这样的数", f"{more} more such numbers"))
    if assessed.own is None:
        return
    for remark in assessed.own.notes:
        note(in_language(remark, asked().language))
    read = assessed.own.read
    if read.unread:
        listed = _listed(read.unread)
        note(say(f"不认识的列，没有用：{listed}", f"columns nobody knows, not used: {listed}"))
    if read.unasked:
        listed = _listed(read.unasked)
        note(say(f"这些政策没有问到的列：{listed}", f"columns no programme asks for: {listed}"))
    _tell_cells(assessed.own.problems, read.more_problems)


def _tell_cells(problems: "Sequence[Problem]", uncounted: int) -> None:
    """One line for each sort of trouble of a column: the first cell, and how many there are."""
    from ceyuan.engines.reading.table.columnwise import MOST_PROBLEMS

    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        column = problem.cell.rstrip("0123456789")
        alike.setdefault((problem.sheet, column, problem.code), []).append(problem)
    for (sheet, column, _), ones in list(alike.items())[:_TOLD]:
        first = ones[0]
        least = uncounted and len(ones) >= MOST_PROBLEMS
        more = say(
            f"（{column} 列{'至少' if least else '共'} {len(ones)} 格）",
            f" ({'at least ' if least else ''}{len(ones)} cells of column {column})",
        )
        what = in_language(first.what, asked().language)
        note(f"{sheet}!{first.cell} {what}" + (more if len(ones) > 1 else ""))
    left = len(alike) - _TOLD
    if left > 0:
        note(say(f"另有 {left} 类问题，没有列出", f"{left} more sorts, not listed"))


def _tell_programmes(assessed: "Assessed") -> None:
    if assessed.not_in_force:
        listed = _listed(assessed.not_in_force)
        note(
            say(f"{assessed.on} 不在有效期内：{listed}", f"not in force on {assessed.on}: {listed}")
        )
    if assessed.other_kinds:
        listed = _listed(assessed.other_kinds)
        note(
            say(f"不是关于表中这类对象的政策：{listed}", f"about other things than these: {listed}")
        )
    if assessed.elsewhere:
        n = len(assessed.elsewhere)
        note(
            say(
                f"其他地区的政策 {n} 项未列（--everywhere）",
                f"{n} programmes of other places: --everywhere",
            )
        )
    from ceyuan.engines.rules.answer import remarks_of

    said = dict.fromkeys(
        in_language(remark, asked().language)
        for one in assessed.answers
        for remark in remarks_of(one.graph)
    )
    if len(assessed.answers) == 1:
        for remark in said:
            note(remark)
    elif said:
        n = len(said)
        note(
            say(
                f"其中 {n} 个政策数字凭记忆录入或属虚构，单独测算一项政策时逐个列出",
                f"{n} numbers of these programmes are recalled or invented: ask one alone to see",
            )
        )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _TOLD
    said = say("、", ", ").join(names[:_TOLD])
    return said + (say(f"等 {len(names)} 项", f" and {more} more") if more > 0 else "")


def _lacking(only: "Answers", answer: "Answer") -> str:
    english = asked().language == "en"
    gaps = []
    for gap in answer.gaps:
        what = _cut(gap.what if english else only.sentence(gap.what))
        have, limit = figure(gap.value, gap.unit), figure(gap.limit, gap.unit)
        asks = f"{SIGNS[gap.comparison]} {limit}"
        gaps.append(say(f"{what} {have}，要求 {asks}", f"{what} {have}, asks {asks}"))
    missing = [_cut(in_language(lack.what, asked().language)) for lack in answer.missing]
    parts = gaps[:_NAMED]
    if len(gaps) > _NAMED:
        parts[-1] += say(f"等 {len(gaps)} 项", f" and {len(gaps) - _NAMED} more")
    if missing:
        listed = say("、", ", ").join(missing[:_NAMED])
        more = len(missing) - _NAMED
        if more > 0:
            listed += say(f"等 {len(missing)} 项", f" and {more} more")
        parts.append(say(f"缺：{listed}", f"missing: {listed}"))
    return say("；", "; ").join(parts)


def _cut(text: str) -> str:
    longest = _LONGEST * (2 if asked().language == "en" else 1)
    return text if len(text) <= longest else text[:longest] + "…"


_VERDICT = {
    True: ("符合", "eligible"),
    False: ("不符合", "not eligible"),
    None: ("不能确定", "unknown"),
}
