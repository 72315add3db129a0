"""One programme about one row on the screen: verdict, conditions, steps, inputs, what is lacking."""

from typing import TYPE_CHECKING

from ceyuan.authoring.policy import SIGNS
from ceyuan.authoring.rules import RuleRole
from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.assess_view import verdict_word
from ceyuan.surfaces.cli.figure import figure
from ceyuan.surfaces.cli.screen import new_table, out, print_line, words

if TYPE_CHECKING:
    from rich.text import Text

    from ceyuan.engines.rules.distance import Change
    from ceyuan.engines.rules.trace import Step
    from ceyuan.journeys.explain import Explained

_MARKS = {True: ("✓", "green"), False: ("✗", "red"), None: ("？", "yellow")}
#: Changes told of.
_CHANGES = 5
#: Characters of an identifier of a fact; `ceyuan fact` takes as many.
_FACT = 12


def show(one: "Explained", title: Bilingual) -> None:
    """Everything on the screen, the verdict first."""
    answer = one.answer
    said = in_language(title, asked().language)
    print_line(f"{one.name} · {said} · {answer.on}", "bold")
    colour = _MARKS[answer.eligible][1]
    print_line(say("结论：", "verdict: ") + verdict_word(answer.eligible), f"bold {colour}")
    if answer.amount is not None:
        print_line(say(f"金额：{answer.amount:,.2f} 元", f"amount: {answer.amount:,.2f} yuan"))
    _show_lacking(one)
    _show_conditions(one)
    _show_steps(one)
    _show_inputs(one)
    for remark in answer.remarks:
        print_line(in_language(remark, asked().language), "dim")


def _show_conditions(one: "Explained") -> None:
    table = new_table()
    table.add_column("")
    table.add_column(say("条款", "article"), overflow="fold")
    table.add_column(say("条件", "condition"), overflow="fold")
    for step in one.trace.steps:
        if step.name in one.answer.clauses:
            mark, style = _MARKS[one.answer.clauses[step.name]]
            table.add_row(words(mark, style), words(step.article), words(step.sentence))
    if table.row_count:
        print_line("")
        out().print(table)


def _show_steps(one: "Explained") -> None:
    table = new_table(say("计算", "steps"))
    table.add_column(
        say("步骤、公式和所用数字", "step, formula and the numbers used"), overflow="fold"
    )
    table.add_column(say("值", "value"), justify="right", overflow="fold")
    for step in one.trace.steps:
        table.add_row(
            _step(step, step.name in one.answer.clauses), words(figure(step.value, _unit(step)))
        )
    if table.row_count:
        print_line("")
        out().print(table)


def _unit(step: "Step") -> str:
    """A share is printed as one where the name of the step says that it is one."""
    return step.unit or ("share" if step.name.endswith(("_share", "_growth")) else "")


def _step(step: "Step", condition: bool) -> "Text":
    """In Chinese as people call it, in English as the rule does."""
    if asked().language == "en":
        text = words(step.name, "bold")
        if step.sentence and not condition:
            text.append_text(words(" " + _first_line(step.sentence)))
        text.append_text(words(f"\n  {step.formula}"))
    else:
        text = words(_called(step), "bold")
        text.append_text(words(f"\n  {step.in_words}"))
    for used in step.parameters:
        source = f"（{used.source}）" if used.source else ""
        said = f"\n  {used.title} = {figure(used.value, used.unit)}{source}"
        text.append_text(words(said, "dim"))
    return text


def _show_inputs(one: "Explained") -> None:
    table = new_table(say("数据", "inputs"))
    table.add_column(say("项目", "field"), overflow="fold")
    table.add_column(say("值", "value"), justify="right", overflow="fold")
    facts = any(given.fact for given in one.trace.inputs)
    if facts:
        table.add_column(say("事实（ceyuan fact）", "fact (`ceyuan fact`)"), no_wrap=True)
    for given in one.trace.inputs:
        value = words(figure(given.value, given.unit), "" if given.value is not None else "yellow")
        fact = [words(given.fact[:_FACT], "dim")] if facts else []
        table.add_row(words(given.title), value, *fact)
    if table.row_count:
        print_line("")
        out().print(table)


def _show_lacking(one: "Explained") -> None:
    for gap in one.answer.gaps:
        have, limit = figure(gap.value, gap.unit), figure(gap.limit, gap.unit)
        what, asks = _titled(one, gap.what), f"{SIGNS[gap.comparison]} {limit}"
        print_line(
            say(f"差：{what} {have}，要求 {asks}", f"short: {what} {have}, asks {asks}"), "red"
        )
    for lack in one.answer.missing:
        what = in_language(lack.what, asked().language)
        by = f"（{lack.settled_by}）" if lack.settled_by else ""
        print_line(say(f"缺：{what}{by}", f"missing: {what}{by}"), "yellow")
    for change in one.distance.changes[:_CHANGES]:
        print_line(say("改变一项即可符合：", "one change would do: ") + _change(change), "cyan")
    if one.distance.from_day:
        day = one.distance.from_day
        print_line(say(f"其余不变，{day} 起符合", f"with nothing else changed, from {day}"), "cyan")
    for change in one.distance.together:
        print_line(say("几项一起改即可符合：", "together would do: ") + _change(change), "cyan")
    if one.distance.together_from:
        day = one.distance.together_from
        print_line(say(f"还要等到 {day}", f"and waiting until {day}"), "cyan")
    if one.distance.none_found:
        for stuck in one.distance.stuck:
            what = _titled(one, stuck.clause)
            print_line(say(f"没有找到办法：{what}", f"no way found: {what}"), "yellow")
    for change in one.distance.losses[:_CHANGES]:
        print_line(say("会因此失去：", "would be lost at: ") + _change(change), "magenta")


def _titled(one: "Explained", name: str) -> str:
    """What a gap is about: the field as people call it, or the sentence of the rule."""
    if asked().language == "en":
        return name
    for given in one.trace.inputs:
        if given.name == name:
            return given.title
    for step in one.trace.steps:
        if step.name == name:
            return _called(step)
    return name


def _called(step: "Step") -> str:
    """A condition by its sentence, any other step by what people call it."""
    if step.called in ("", step.name) or step.role is RuleRole.CLAUSE:
        return _first_line(step.sentence) or step.name
    return step.called


def _first_line(sentence: str) -> str:
    return sentence.partition("\n")[0].rstrip("。")


def _change(change: "Change") -> str:
    return f"{change.title} {figure(change.now, change.unit)} → {figure(change.then, change.unit)}"
