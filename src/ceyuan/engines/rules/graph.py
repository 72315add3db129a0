"""A programme on one day: its rules in the order they can be computed, and what they ask of a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from ceyuan.authoring.rules import Column, Rule, RuleRole, Type, all_of, when
from ceyuan.authoring.rules.column import column_of, columns_of, is_unknown
from ceyuan.engines.rules.circle import circle_fault
from ceyuan.engines.rules.fault import RuleFault, rule_fault
from ceyuan.engines.rules.parameter import DatedValue, Parameter
from ceyuan.engines.rules.programme import (
    AMOUNT,
    ANSWER_OF,
    ELIGIBLE,
    Asked,
    Programme,
    WrittenRule,
    on_column,
)
from ceyuan.model.errors import CeyuanError, Faults


@dataclass(frozen=True, slots=True)
class Node:
    """One rule on one day: its expression over the names it takes.

    Attributes:
        name: the rule; a score that gives a pair is two nodes, `x_least` and `x_most`.
        column: the expression.
        inputs: names it takes, in the order written; `on` among them.
        parameters: names of the parameters it takes.
        role: what it is for.
        article: where the notice says it.
        sentence: its docstring.
        required: whether `eligible` needs it.
    """

    name: str
    column: Column
    inputs: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    role: RuleRole = RuleRole.DERIVED
    article: str = ""
    sentence: str = ""
    required: bool = True

    @property
    def type(self) -> Type:
        """What its values are."""
        return self.column.type


@dataclass(frozen=True, slots=True)
class Held:
    """A parameter and its value on the day; None where that day has none."""

    parameter: Parameter
    value: DatedValue | None


@dataclass(frozen=True, eq=False)
class Graph:
    """A programme on one day.

    Attributes:
        programme: whose rules they are.
        on: the day.
        nodes: by name; each after those it needs. `eligible` is there, `amount` where there are
            awards.
        asked: fields a row must have, by name.
        answers: names of other programmes' answers it takes, each with its type.
        held: the parameters it uses, with the value of the day.
    """

    programme: Programme
    on: date
    nodes: Mapping[str, Node]
    asked: Mapping[str, Asked]
    answers: Mapping[str, Type]
    held: Mapping[str, Held]
    inputs: Mapping[str, Type] = field(init=False)

    def __post_init__(self) -> None:
        types = {name: asked.type for name, asked in self.asked.items()}
        object.__setattr__(self, "inputs", types | dict(self.answers))

    @property
    def clauses(self) -> tuple[Node, ...]:
        """The conditions of the notice, in the order written."""
        return tuple(n for n in self.nodes.values() if n.role is RuleRole.CLAUSE)

    @property
    def awards(self) -> tuple[Node, ...]:
        """The amounts, in the order written."""
        return tuple(n for n in self.nodes.values() if n.role is RuleRole.AWARD)

    def takes(self, name: str) -> bool:
        """Whether a column of that name is looked at: an input, or a rule given as it is.

        A rule called like a field of the kind wins over it: it is always computed.
        """
        return name not in self.nodes or name not in self.programme.fields

    def needs(self, *names: str) -> frozenset[str]:
        """Every node and input that these nodes rest on, themselves included."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                if name in self.nodes:
                    waiting += self.nodes[name].inputs
        return frozenset(found)


@lru_cache(maxsize=2048)
def graph_of(programme: Programme, on: date) -> Graph:
    """The programme as it stands on a day.

    Raises:
        Faults: everything wrong with it: names nobody defines, circles of rules or of programmes,
            parameters nobody uses, clauses without article or sentence, words misused.
    """
    if fault := circle_fault(programme):
        raise Faults([fault])
    builder = _Builder(programme, on)
    graph = builder.build()
    if builder.faults:
        raise Faults(builder.faults)
    return graph


class _Builder:
    def __init__(self, programme: Programme, on: date) -> None:
        self.programme = programme
        self.on = on
        self.faults: list[CeyuanError] = []
        self.nodes: dict[str, Node] = {}
        self.columns: dict[str, Column] = {"on": on_column()}
        self.asked: dict[str, Asked] = {}
        self.answers: dict[str, Type] = {}
        self.held: dict[str, Held] = {}
        self.open: list[str] = []
        self.done: set[str] = set()

    def build(self) -> Graph:
        for written in self.programme.rules.values():
            self.faults.extend(_clause_faults(self.programme, written))
            self._make(written)
        self._unused()
        self._answer()
        return Graph(self.programme, self.on, self.nodes, self.asked, self.answers, self.held)

    def _make(self, written: WrittenRule) -> None:
        name = written.name
        if name in self.done:
            return
        if name in self.open:
            circle = " → ".join([*self.open[self.open.index(name) :], name])
            self._fault(written, f"规则互相依赖成圈：{circle}", f"rules go in a circle: {circle}")
            self.columns[name] = column_of(None)
            return
        self.open.append(name)
        inputs, parameters = written.signature
        arguments = [self._column(one, written) for one in inputs]
        numbers = {one: self._parameter(one, written) for one in parameters}
        self.open.pop()
        self.done.add(name)
        if not written.in_force(self.on):
            self.columns[name] = column_of(None)
            return
        if any(one is None for one in (*arguments, *numbers.values())):
            self.columns[name] = column_of(None)
            return
        made = self._call(written, arguments, numbers)
        rule = written.rule
        for node_name, column in made.items():
            self.nodes[node_name] = _node(node_name, column, inputs, parameters, rule, written)
            known = Column("input", (node_name,), column.type)
            self.columns[node_name] = column if is_unknown(column) else known

    def _call(
        self, written: WrittenRule, arguments: list[Any], numbers: dict[str, Any]
    ) -> dict[str, Column]:
        try:
            given = written.function(*arguments, **numbers)
            type_ = Type.TRUTH if written.rule.role is RuleRole.CLAUSE else None
            if isinstance(given, tuple) and len(given) == 2:
                pair = zip(("least", "most"), columns_of(given, type_), strict=True)
                return {f"{written.name}_{end}": one for end, one in pair}
            return {written.name: columns_of((given,), type_)[0]}
        except CeyuanError as problem:
            self._fault(written, str(problem.what), str(problem.what), str(problem.remedy))
        except Exception as problem:  # whatever a rule written by hand may raise
            said = f"{type(problem).__name__}: {problem}"
            self._fault(written, f"运行出错：{said}", f"fails: {said}")
        return {written.name: column_of(None)}

    def _column(self, name: str, written: WrittenRule) -> Column | None:
        if name in self.columns:
            return self.columns[name]
        rules = self.programme.rules
        base = name.removesuffix("_least").removesuffix("_most")
        for rule in (name, base):
            if rule in rules and (rule == name or rules[rule].rule.role is RuleRole.SCORE):
                self._make(rules[rule])
                if name in self.columns:
                    return self.columns[name]
        if asked := self.programme.asked(name):
            self.asked[name] = asked
            self.columns[name] = Column("input", (name,), asked.type)
        elif answer := self._answer_type(name):
            self.answers[name] = answer
            self.columns[name] = Column("input", (name,), answer)
        elif name in self.programme.parameters:
            self._fault(
                written,
                f"参数 {name} 要写在 * 之后",
                f"the parameter {name} belongs after the *",
                f"def {written.name}(…, *, {name})",
            )
            return None
        else:
            known = [*rules, *self.programme.fields]
            self._unknown(name, known, written)
            return None
        return self.columns[name]

    def _answer_type(self, name: str) -> Type | None:
        """What another programme's answer holds; None where there is no such answer."""
        other, _, rule = name.partition(ANSWER_OF)
        programme = self.programme.others(other) if rule else None
        if programme is None or programme is self.programme:
            return None
        if rule == ELIGIBLE:  # every programme answers so; no need to look into it
            return Type.TRUTH
        node = graph_of(programme, self.on).nodes.get(rule)
        return node.type if node else None

    def _parameter(self, name: str, written: WrittenRule) -> Any:
        parameter = self.programme.parameters.get(name)
        if parameter is None:
            self._unknown(name, list(self.programme.parameters), written)
            return None
        self.held[name] = Held(parameter, parameter.on(self.on))
        return parameter.argument(self.on)

    def _unknown(self, name: str, known: list[str], written: WrittenRule) -> None:
        like = next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), "")
        self.faults.append(
            rule_fault(
                f"{written.name} 要用 {name!r}，它不是字段、参数或规则",
                f"{written.name} asks for {name!r}, which is no field, parameter or rule",
                where=_where(self.programme, written),
                remedy_zh=f"是否想写 {like}？" if like else "改名，或补上参数、字段（inputs.toml）",
                remedy_en=f"did you mean {like!r}?"
                if like
                else "correct the name, add a parameter, or add the field (inputs.toml)",
            )
        )

    def _unused(self) -> None:
        for name in self.programme.parameters.keys() - self.held.keys():
            self.faults.append(
                rule_fault(
                    f"没有规则使用参数 {name}",
                    f"no rule uses the parameter {name}",
                    where=f"{self.programme.shown}/parameters.toml [{name}]",
                    remedy_zh="删去，或写上用它的规则",
                    remedy_en="remove it, or write the rule that uses it",
                )
            )

    def _answer(self) -> None:
        clauses = [n for n in self.nodes.values() if n.role is RuleRole.CLAUSE]
        if ELIGIBLE not in self.nodes:
            if optional := [n.name for n in clauses if not n.required]:
                self.faults.append(
                    rule_fault(
                        f"条件 {optional[0]} 不是必备条件，却没有规则 eligible 说明如何组合",
                        f"the clause {optional[0]} is not required, but no rule `eligible` says how "
                        "the clauses combine",
                        where=f"{self.programme.shown}/rules.py",
                        remedy_zh="写 @derived def eligible(...)，用 all_of、any_of 组合",
                        remedy_en="write @derived def eligible(...) with all_of, any_of",
                    )
                )
            names = tuple(n.name for n in clauses)
            whole = all_of(*(self.columns[name] for name in names))
            self.nodes[ELIGIBLE] = Node(ELIGIBLE, whole, names, sentence="各项条件均满足。")
        qualified = Column("input", (ELIGIBLE,), Type.TRUTH)
        awards = [n.name for n in self.nodes.values() if n.role is RuleRole.AWARD]
        if AMOUNT in self.asked and awards:
            self.faults.append(
                rule_fault(
                    f"规则要用字段 {AMOUNT}，而有金额的政策以 {AMOUNT} 为答案",
                    f"a rule asks for the field {AMOUNT}, which is the name of the answer where "
                    "there are awards",
                    where=f"{self.programme.shown}/rules.py",
                    remedy_zh="在 inputs.toml 中用别的名称，如 principal",
                    remedy_en="give it another name in inputs.toml, such as principal",
                )
            )
        if AMOUNT in self.nodes:
            own = self.nodes.pop(AMOUNT)
            gated = when(qualified, own.column).otherwise(0)
            inputs = tuple(dict.fromkeys((*own.inputs, ELIGIBLE)))
            self.nodes[AMOUNT] = _regated(own, gated, inputs)
        elif awards:
            total = column_of(0)
            for name in awards:
                total = total + self.columns[name]
            gated = when(qualified, total).otherwise(0)
            self.nodes[AMOUNT] = Node(AMOUNT, gated, (*awards, ELIGIBLE), sentence="各项金额合计。")

    def _fault(self, written: WrittenRule, zh: str, en: str, remedy: str = "") -> None:
        self.faults.append(
            rule_fault(
                f"{written.name}：{zh}",
                f"{written.name}: {en}",
                where=_where(self.programme, written),
                remedy_zh=remedy,
                remedy_en=remedy,
            )
        )


def _regated(own: Node, gated: Column, inputs: tuple[str, ...]) -> Node:
    return Node(
        own.name,
        gated,
        inputs,
        own.parameters,
        own.role,
        own.article,
        own.sentence,
        own.required,
    )


#: Of a score that experts decide, what people call its two ends.
_ENDS = {"_least": "最低的", "_most": "最高的"}


def _node(
    name: str,
    column: Column,
    inputs: tuple[str, ...],
    parameters: tuple[str, ...],
    rule: Rule,
    written: WrittenRule,
) -> Node:
    return Node(
        name,
        column,
        inputs,
        parameters,
        rule.role,
        rule.article,
        _ENDS.get(name.removeprefix(written.name), "") + written.sentence,
        rule.required,
    )


def _clause_faults(programme: Programme, written: WrittenRule) -> list[RuleFault]:
    found = []
    if written.rule.role is RuleRole.DERIVED:
        return []
    for missing, zh, en in (
        (not written.rule.article.strip(), "没有条款号", "has no article"),
        (not written.sentence.strip(), "没有通知原句", "has no sentence of the notice"),
    ):
        if missing:
            found.append(
                rule_fault(
                    f"{written.name} {zh}",
                    f"{written.name} {en}",
                    where=_where(programme, written),
                    remedy_zh=f'写成 @{written.rule.role}("第…条")，函数说明写通知的原句',
                    remedy_en=f'write @{written.rule.role}("第…条"), its docstring the sentence',
                )
            )
    return found


def _where(programme: Programme, written: WrittenRule) -> str:
    return f"{programme.shown}/rules.py:{written.line}"
