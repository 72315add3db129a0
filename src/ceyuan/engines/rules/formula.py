"""A rule's expression as people write it."""

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


def formula(column: Column) -> str:
    """`rd_expense ÷ revenue ≥ rd_share_floor`; names as the rule has them."""
    return _text(column, outer=True)


def _text(column: Column, *, outer: bool = False) -> str:
    op, args = column.op, column.args
    if op == "input":
        return str(args[0])
    if op == "parameter":
        return str(args[0])
    if op == "literal":
        return _value(args[0], column.type)
    if op == "band":
        return f"{args[1].name}[{_text(args[0], outer=True)}]"
    if op in _SIGNS or op in _JOINERS:
        sign = _JOINERS.get(op) or f" {_SIGNS[op]} "
        joined = sign.join(_text(one) for one in args) or "真"
        return joined if outer or len(args) == 1 else f"({joined})"
    if op == "not":
        return f"非 {_text(args[0])}"
    if op == "neg":
        return f"−{_text(args[0])}"
    if op == "when":
        cases = [
            f"{_text(c, outer=True)} → {_text(t, outer=True)}"
            for c, t in zip(args[:-1:2], args[1::2], strict=True)
        ]
        return "{" + "；".join([*cases, f"否则 {_text(args[-1], outer=True)}"]) + "}"
    return f"{op}({', '.join(_text(one, outer=True) for one in args)})"


def _value(value: object, type_: Type) -> str:
    if value is None:
        return "不知"
    if type_ is Type.NUMBER and isinstance(value, float | int):
        return f"{value:g}"
    return str(value)
