"""Whether a programme's expressions make sense: kinds of values, and money kept apart from numbers."""

from collections.abc import Iterator

from ceyuan.authoring.rules import Column, RuleRole, Type
from ceyuan.authoring.rules.column import is_unknown
from ceyuan.engines.rules.fault import RuleFault, rule_fault
from ceyuan.engines.rules.graph import Graph, Node
from ceyuan.engines.rules.parameter import money_power
from ceyuan.engines.rules.programme import AMOUNT, ELIGIBLE


def type_faults(graph: Graph) -> list[RuleFault]:
    """Everything in a graph that mixes what does not go together; empty is good."""
    return _Check(graph).faults


def money_of(graph: Graph) -> dict[str, int]:
    """How often money is a factor of each number: 1 is an amount in fen, 0 a plain number."""
    return {name: power or 0 for name, power in _Check(graph).powers.items()}


class _Check:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.faults: list[RuleFault] = []
        self.powers: dict[str, int | None] = {"on": None}
        for name, asked in graph.asked.items():
            self.powers[name] = money_power(asked.field.unit)
        for name in graph.answers:
            self.powers[name] = 1 if name.endswith(f"__{AMOUNT}") else None
        for node in graph.nodes.values():
            self.node = node
            self.seen: dict[Column, int | None] = {}
            self.powers[node.name] = self._power(node.column)
            self._role(node)

    def _role(self, node: Node) -> None:
        wanted = Type.TRUTH if node.role is RuleRole.CLAUSE or node.name == ELIGIBLE else None
        if node.role in (RuleRole.AWARD, RuleRole.SCORE) or node.name == AMOUNT:
            wanted = Type.NUMBER
        if wanted and node.type is not wanted and not is_unknown(node.column):
            self._fault(
                f"应为{_ZH[wanted]}，得到的是{_ZH[node.type]}",
                f"must be a {wanted}, is a {node.type}",
            )
        elif (node.role is RuleRole.AWARD or node.name == AMOUNT) and self.powers[
            node.name
        ] not in (1, None):
            self._fault("金额不是以元计的数", "is an amount that is not money")

    def _power(self, column: Column) -> int | None:
        if column not in self.seen:
            self.seen[column] = self._look(column)
        return self.seen[column]

    def _look(self, column: Column) -> int | None:
        op, args = column.op, column.args
        if op == "input":
            return self.powers[args[0]]
        if op == "literal":
            number = isinstance(args[0], int | float) and not isinstance(args[0], bool)
            return 0 if number and args[0] else None
        held = self.graph.held
        if op == "parameter":
            return money_power(held[args[0]].parameter.unit)
        if op == "band":
            self._types(args[:1], (Type.NUMBER,), op)
            table = held[args[1].name].parameter
            self._same([self._power(args[0]), money_power(table.by_unit)], op)
            return money_power(table.unit)
        powers = [self._power(one) for one in args]
        return self._word(op, args, powers)

    def _word(self, op: str, args: tuple[Column, ...], powers: list[int | None]) -> int | None:
        if op in ("add", "sub", "neg", "half_up", "sqrt", "mul", "ratio", "floor_div"):
            self._types(args, (Type.NUMBER,), op)
            if op == "mul":
                return _sum(powers[0], powers[1])
            if op in ("ratio", "floor_div"):
                return _sum(powers[0], None if powers[1] is None else -powers[1])
            return powers[0] if op in ("half_up", "sqrt", "neg") else self._same(powers, op)
        if op in ("least", "greatest", "best_of"):
            self._types(args, (Type.NUMBER, Type.DAY), op)
            return self._same(powers, op)
        if op in ("known_or", "first_known"):
            self._alike(args, op)
            return self._same(powers, op)
        if op in ("ge", "gt", "le", "lt", "eq", "ne"):
            self._alike(args, op)
            if op not in ("eq", "ne"):
                self._types(args, (Type.NUMBER, Type.DAY), op)
            self._same(powers, op)
            return None
        if op == "when":
            self._types(args[:-1:2], (Type.TRUTH,), op)
            self._alike((*args[1::2], args[-1]), op)
            return self._same([*powers[1:-1:2], powers[-1]], op)
        if op == "sum_over_years":
            self._types(args[:2], (Type.DAY,), op)
            self._types(args[2:], (Type.NUMBER,), op)
            return self._same(powers[2:], op)
        wanted = _TAKES.get(op)
        if wanted:
            self._types(args[1:] if op == "at_least_n_of" else args, (wanted,), op)
        if op == "has_word" and any(
            "|" in str(one.args[0]) for one in args[1:] if one.op == "literal"
        ):
            self._fault("词中不能有“|”", "asks for a word with '|' in it")
        if op == "date_of":
            self._usual_day(args)
        return 0 if _GIVES_NUMBER.get(op) else None

    def _usual_day(self, args: tuple[Column, ...]) -> None:
        month, day = args[1].args[0], args[2].args[0]
        if not (1 <= month <= 12 and 1 <= day <= _SHORTEST[month - 1]):
            self._fault(f"不是每年都有 {month} 月 {day} 日", f"not every year has a {month}-{day}")

    def _types(self, args: tuple[Column, ...], wanted: tuple[Type, ...], op: str) -> None:
        for one in args:
            if one.type not in wanted and not is_unknown(one):
                self._fault(
                    f"{_shown(op)} 要{_ZH[wanted[0]]}，得到的是{_ZH[one.type]}",
                    f"{_shown(op)} takes a {wanted[0]}, not a {one.type}",
                )

    def _alike(self, args: tuple[Column, ...], op: str) -> None:
        types = list(dict.fromkeys(one.type for one in args if not is_unknown(one)))
        if len(types) > 1:
            self._fault(
                f"{_shown(op)} 把{_ZH[types[0]]}和{_ZH[types[1]]}放在一起",
                f"{_shown(op)} puts a {types[0]} beside a {types[1]}",
            )

    def _same(self, powers: list[int | None], op: str) -> int | None:
        found = list(dict.fromkeys(p for p in powers if p is not None))
        if len(found) > 1:
            self._fault(
                f"{_shown(op)} 把金额（元）和不以元计的数放在一起",
                f"{_shown(op)} puts money beside a number that is no money",
            )
        return found[0] if found else None

    def _fault(self, zh: str, en: str) -> None:
        written = self.graph.programme.rules.get(self.node.name)
        line = f":{written.line}" if written else ""
        self.faults.append(
            rule_fault(
                f"{self.node.name}：{zh}",
                f"{self.node.name}: {en}",
                where=f"{self.graph.programme.shown}/rules.py{line}",
                remedy_zh="检查字段、参数的类型和单位；通知里的金额写成单位为元的参数",
                remedy_en="look at types and units; money of the notice is a parameter in 元",
            )
        )


def _sum(a: int | None, b: int | None) -> int | None:
    return None if a is None and b is None else (a or 0) + (b or 0)


def _shown(op: str) -> str:
    return _SIGNS.get(op, op)


def _names(words: str, type_: Type) -> Iterator[tuple[str, Type]]:
    return ((word, type_) for word in words.split())


_SIGNS = {"add": "+", "sub": "-", "mul": "*", "ge": ">=", "gt": ">", "le": "<=", "lt": "<"} | {
    "eq": "==",
    "ne": "!=",
    "and": "&",
    "or": "|",
    "not": "~",
}
_TAKES = dict(
    (
        *_names("and or not all_of any_of at_least_n_of count_true", Type.TRUTH),
        *_names("one_of has_word", Type.TEXT),
        *_names("days_between months_between years_between year_of", Type.DAY),
        *_names("date_of", Type.NUMBER),
    )
)
_GIVES_NUMBER = dict.fromkeys(
    "count_true days_between months_between years_between year_of".split(), True
)
_SHORTEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ZH = {Type.NUMBER: "数字", Type.TRUTH: "是否", Type.TEXT: "文字", Type.DAY: "日期"}
