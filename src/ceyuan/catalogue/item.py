"""One folder of the district: its card, and its functions, imported when somebody first needs them."""

import inspect
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from ceyuan.authoring.card import Card
from ceyuan.authoring.marks import role_of
from ceyuan.catalogue.example import read_examples
from ceyuan.catalogue.fault import CatalogueFault, fault, nearest
from ceyuan.catalogue.import_rule import import_faults
from ceyuan.catalogue.sort import Role, Sort
from ceyuan.model.errors import CeyuanError, Faults

Function = Callable[..., Any]


class Item:
    """A folder that was found: `card`, `folder` (its path), and what it can do.

    Nothing of its Python is imported before `functions`, `one` or `check` is asked.
    """

    def __init__(self, card: Card, sort: Sort, folder: Path, module: str, shown: str) -> None:
        self.card = card
        self.sort = sort
        self.folder = folder
        self.module = module
        self.shown = shown

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.card.name

    def __repr__(self) -> str:
        return f"<{self.sort.name} {self.name}>"

    @cached_property
    def functions(self) -> dict[str, tuple[Function, ...]]:
        """The folder's functions by role, in the order written.

        Raises:
            Faults: the Python file cannot be imported, or its marked functions are not those
                that the sort asks for.
        """
        faults: list[CeyuanError] = []
        found = self._read_python(faults)
        if faults:
            raise Faults(faults)
        return found

    @cached_property
    def examples(self) -> tuple[Any, ...]:
        """Its examples, as records of what the sort says; empty where their form is free.

        Raises:
            Faults: the file is not as it must be.
        """
        if self.sort.example is None:
            return ()
        faults: list[CeyuanError] = []
        path = self.folder / "examples.toml"
        found = read_examples(path, f"{self.shown}/examples.toml", self.sort.example, faults)
        if faults:
            raise Faults(faults)
        return tuple(found)

    def faults(self) -> list[CeyuanError]:
        """Everything wrong with its Python and its examples; empty is good."""
        found: list[CeyuanError] = []
        for look_at in (lambda: self.functions, lambda: self.examples):
            try:
                look_at()
            except Faults as several:
                found.extend(several.faults)
        return found

    def one(self, role: str) -> Function:
        """The function of a role that has exactly one."""
        return self.functions[role][0]

    def maybe(self, role: str) -> Function | None:
        """The function of an optional role, or None."""
        return next(iter(self.functions.get(role, ())), None)

    def _read_python(self, faults: list[CeyuanError]) -> dict[str, tuple[Function, ...]]:
        where = f"{self.shown}/{self.sort.file}"
        faults.extend(import_faults(self.folder / self.sort.file, self.module, where))
        if faults:
            return {}
        try:
            module = import_module(self.module)
        except Exception as problem:
            faults.append(_broken_import(problem, where, self.folder))
            return {}
        return _by_role(module, self.sort, where, faults)


def _by_role(
    module: ModuleType, sort: Sort, where: str, faults: list[CeyuanError]
) -> dict[str, tuple[Function, ...]]:
    known = {role.name: role for role in sort.roles}
    found: dict[str, list[Function]] = {}
    for thing in list(vars(module).values()):
        role_name = role_of(thing)
        if role_name is None or getattr(thing, "__module__", "") != module.__name__:
            continue
        role = known.get(role_name)
        if role is None:
            faults.append(_foreign_mark(thing, role_name, sort, where))
            continue
        found.setdefault(role_name, []).append(thing)
        faults.extend(_parameter_faults(thing, role, where))
    for role in sort.roles:
        marked = found.get(role.name, [])
        if role.required and not marked:
            faults.append(
                fault(
                    f"没有标记 @{role.name} 的函数",
                    f"no function is marked @{role.name}",
                    where=where,
                    remedy_zh=f"写一个 @{role.name} 函数，参数为（{'，'.join(role.parameters or ())}）",
                    remedy_en=f"write one: @{role.name} def …({', '.join(role.parameters or ())})",
                )
            )
        if not role.many and len(marked) > 1:
            names = ", ".join(f.__name__ for f in marked)
            faults.append(
                fault(
                    f"@{role.name} 标记了 {len(marked)} 个函数：{names}",
                    f"@{role.name} marks {len(marked)} functions: {names}",
                    where=where,
                    remedy_zh="只留一个",
                    remedy_en="keep one",
                )
            )
    return {role: tuple(functions) for role, functions in found.items()}


def _parameter_faults(function: Function, role: Role, where: str) -> list[CatalogueFault]:
    if role.parameters is None:
        return []
    names = tuple(inspect.signature(function).parameters)
    if names == role.parameters:
        return []
    asked = ", ".join(role.parameters)
    return [
        fault(
            f"@{role.name} 函数 {function.__name__} 的参数是（{', '.join(names)}），应为（{asked}）",
            f"@{role.name} function {function.__name__} takes ({', '.join(names)}), not ({asked})",
            where=f"{where}:{function.__code__.co_firstlineno}",
            remedy_zh=f"参数写成 {asked}",
            remedy_en=f"name its parameters {asked}",
        )
    ]


def _foreign_mark(thing: Any, role_name: str, sort: Sort, where: str) -> CatalogueFault:
    known = [role.name for role in sort.roles]
    like = nearest(role_name, known) or known[0]
    return fault(
        f"{sort.name} 中没有 @{role_name} 这种标记（{thing.__name__}）",
        f"a {sort.name} has no mark @{role_name} ({thing.__name__})",
        where=where,
        remedy_zh=f"可用的标记：{'、'.join('@' + name for name in known)}；是否想写 @{like}？",
        remedy_en=f"its marks are {', '.join('@' + name for name in known)}; did you mean @{like}?",
    )


def _broken_import(problem: Exception, where: str, folder: Path) -> CatalogueFault:
    line = None
    trace = problem.__traceback__
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename).parent == folder:
            line = trace.tb_lineno
        trace = trace.tb_next
    return fault(
        f"无法导入：{type(problem).__name__}: {problem}",
        f"cannot be imported: {type(problem).__name__}: {problem}",
        where=f"{where}:{line}" if line else where,
        remedy_zh="改正该行",
        remedy_en="correct that line",
    )
