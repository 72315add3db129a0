"""What a folder of the district may import: the words of authoring, the nouns of the model, itself.

Looked up in the source, before anything of it runs. Other libraries are free.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from ceyuan.catalogue.fault import CatalogueFault, fault

_ALLOWED = ("ceyuan.authoring", "ceyuan.model")


def import_faults(path: Path, module: str, where: str) -> Iterator[CatalogueFault]:
    """What is wrong with the imports of one Python file, or with its syntax.

    Args:
        path: the file.
        module: its dotted name, `ceyuan_district.readers.news_page.reader`.
        where: how the file is called in messages.
    """
    try:
        tree = ast.parse(path.read_bytes())
    except SyntaxError as problem:
        yield fault(
            f"Python 写法有误：{problem.msg}",
            f"is not Python: {problem.msg}",
            where=f"{where}:{problem.lineno}",
            remedy_zh="改正该行",
            remedy_en="correct that line",
        )
        return
    own_folder = module.rpartition(".")[0]
    district = module.partition(".")[0]
    for node in ast.walk(tree):
        for name in _imported(node, district):
            if _within(name, "ceyuan") and not any(_within(name, top) for top in _ALLOWED):
                yield _refusal(name, f"{where}:{getattr(node, 'lineno', '?')}", "machine")
            elif _within(name, district) and not _within(name, own_folder):
                yield _refusal(name, f"{where}:{getattr(node, 'lineno', '?')}", "item")


def _imported(node: ast.AST, district: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level > 1:
        return [f"{district}.{node.module or '*'}"]
    if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
        if node.module == "ceyuan":
            return [f"ceyuan.{alias.name}" for alias in node.names]
        return [node.module]
    return []


def _within(name: str, top: str) -> bool:
    return name == top or name.startswith(top + ".")


def _refusal(name: str, where: str, what: str) -> CatalogueFault:
    if what == "machine":
        return fault(
            f"不得导入 {name}：文件夹只用 ceyuan.authoring 和 ceyuan.model 的词汇",
            f"may not import {name}: folders are written in ceyuan.authoring and ceyuan.model",
            where=where,
            remedy_zh="只做计算，需要的东西由机器作为参数传入",
            remedy_en="compute only; what it needs comes in as an argument",
        )
    return fault(
        f"不得导入 {name}：各文件夹互不依赖",
        f"may not import {name}: folders do not know one another",
        where=where,
        remedy_zh="共用的几行放进 ceyuan.authoring，并写决策记录",
        remedy_en="move what they share into ceyuan.authoring, with a decision record",
    )
