"""A rule's expression as people write it."""

from collections.abc import Mapping

from ceyuan.authoring.rules import Column, Type

_SIGNS = {
    "add": "+",
    "sub": "−",
    "mul": "×",
    "ratio": "÷",
    "ge": "≥",
    "gt": ">",
    "le": "≤",
    "lt": "<",
    "eq": "=",
    "ne": "≠",
    "and": "且",
    "or": "或",
}
_JOINERS = {"all_of": " 且 ", "any_of": " 或 "}


#: How Chinese calls what is done with columns.
_IN_WORDS = {
    "greatest": "取最大",
    "least": "取最小",
    "best_of": "取最高",
    "half_up": "四舍五入",
    "floor_div": "整除",
    "sqrt": "平方根",
    "known_or": "已知或",
    "first_known": "取首个已知",
    "is_known": "已知",
    "at_least_n_of": "至少几项成立",
    "count_true": "成立几项",
    "one_of": "属于",
    "has_word": "含有",
    "days_between": "相隔天数",
    "months_between": "相隔月数",
    "years_between": "相隔周年",
    "year_of": "年份",
    "date_of": "日期",
    "sum_over_years": "各年合计",
}


def formula(column: Column) -> str:
    """`rd_expense ÷ revenue ≥ rd_share_floor`; names as the rule has them."""
    return _text(column, {}, {}, outer=True)


def formula_in_words(column: Column, called: Mapping[str, str]) -> str:
    """研发费用 ÷ 营业收入 ≥ 比例下限: the same as people call it.

    Args:
        column: the expression.
        called: by name of an input, a parameter or a rule, what people call it; a name that is not
            there stays as the rule has it.
    """
    return _text(column, called, _IN_WORDS, outer=True)


#: Of a longer list (the fifty-two fields of high technology) only the first are written out.
_LISTED = 12

_Words = Mapping[str, str]


def _text(column: Column, called: _Words, verbs: _Words, *, outer: bool = False) -> str:
    op, args = column.op, column.args

    def said(one: Column, *, outer: bool = False) -> str:
        return _text(one, called, verbs, outer=outer)

    if op in ("input", "parameter"):
        return called.get(str(args[0]), str(args[0]))
    if op == "literal":
        return _value(args[0], column.type)
    if op == "band":
        return f"{called.get(args[1].name, args[1].name)}[{said(args[0], outer=True)}]"
    if op in _SIGNS or op in _JOINERS:
        sign = _JOINERS.get(op) or f" {_SIGNS[op]} "
        joined = sign.join(said(one) for one in args) or "真"
        return joined if outer or len(args) == 1 else f"({joined})"
    if op == "not":
        return f"非 {said(args[0])}"
    if op == "neg":
        return f"−{said(args[0])}"
    if op == "when":
        cases = [
            f"{said(c, outer=True)} → {said(t, outer=True)}"
            for c, t in zip(args[:-1:2], args[1::2], strict=True)
        ]
        return "{" + "；".join([*cases, f"否则 {said(args[-1], outer=True)}"]) + "}"
    between = "、" if verbs else ", "
    listed = [said(one, outer=True) for one in args[:_LISTED]]
    if len(args) > _LISTED:
        listed.append("…")
    return f"{verbs.get(op, op)}({between.join(listed)})"


def _value(value: object, type_: Type) -> str:
    if value is None:
        return "不知"
    if type_ is Type.NUMBER and isinstance(value, float | int):
        return f"{value:g}"
    return str(value)
