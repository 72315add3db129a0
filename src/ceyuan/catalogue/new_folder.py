"""Makes a new folder (or file) of a sort from its template, complete enough to pass the check.

Templates lie in `catalogue/templates/SORT/`; `$name`, `$title`, `$english`, `$dashed`, `$unit`, `$kind` are
filled in. Nothing that exists is ever overwritten.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from string import Template

from ceyuan.catalogue.card_file import IDENTIFIER
from ceyuan.catalogue.sorts import all_sorts
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

TEMPLATES = Path(__file__).parent / "templates"

#: An indicator is a file beside its kind, not a folder.
INDICATOR = "indicator"


class CannotMake(BadInput):
    """The new folder cannot be made: its name, or what lies there already."""


@dataclass(frozen=True, slots=True)
class NewItem:
    """What is to be made.

    Attributes:
        sort: `reader`, `page` …, or `indicator`.
        name: its identifier.
        title: what officers call it.
        english: the same in English.
        unit: of an indicator.
        kind: of an indicator, or of a programme's rows.
        under: the shelf it is put on, where the sort has shelves (`national`); empty for none.
    """

    sort: str
    name: str
    title: str
    english: str
    unit: str = "个"
    kind: str = "district"
    under: str = ""


def sorts_to_make() -> tuple[str, ...]:
    """Every sort that can be made."""
    return (*all_sorts(), INDICATOR)


def make(item: NewItem, root: Path) -> tuple[Path, ...]:
    """Write the new item into a district package.

    Args:
        item: what to make.
        root: the folder of the district package.

    Returns:
        The files written.

    Raises:
        CannotMake: unknown sort, a name that is no identifier, text that would break the file, or
            something of that name is there.
    """
    _check(item)
    source = TEMPLATES / item.sort
    if item.sort == INDICATOR:
        if not (root / "kinds" / f"{item.kind}.toml").is_file():
            raise CannotMake(
                Bilingual(f"没有类别 {item.kind!r}", f"there is no kind {item.kind!r}"),
                where=f"kinds/{item.kind}.toml",
                remedy=Bilingual("用 --kind 指定已有的类别", "name an existing kind with --kind"),
            )
        target = root / "kinds" / item.kind / f"{item.name}.toml"
        _refuse_existing(target, root)
        target.parent.mkdir(exist_ok=True)
        target.write_text(_filled(source / "indicator.toml.template", item), "utf-8")
        return (target,)
    target = root / all_sorts()[item.sort].place / item.under / item.name
    _refuse_existing(target, root)
    target.parent.mkdir(parents=True, exist_ok=True)
    if item.under:
        (target.parent / "__init__.py").touch()
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as scratch:
        folder = Path(scratch) / item.name
        folder.mkdir()
        (folder / "__init__.py").touch()
        for template in sorted(source.glob("*.template")):
            written = folder / template.name.removesuffix(".template")
            written.write_text(_filled(template, item), "utf-8")
        shutil.move(folder, target)
    return tuple(sorted(target.iterdir()))


def _check(item: NewItem) -> None:
    if item.sort not in sorts_to_make():
        known = " ".join(sorts_to_make())
        raise CannotMake(
            Bilingual(f"没有 {item.sort!r} 这个种类", f"there is no sort {item.sort!r}"),
            remedy=Bilingual(f"可选：{known}", f"choose one of {known}"),
        )
    if not IDENTIFIER.fullmatch(item.name):
        raise CannotMake(
            Bilingual(f"{item.name!r} 不能作名称", f"{item.name!r} will not do as a name"),
            remedy=Bilingual(
                "用小写英文字母、数字和下划线，以字母开头，如 weekly_brief；中文名写在 --title",
                "use lower-case letters, digits, underscores, a letter first: weekly_brief",
            ),
        )
    if item.under and not (
        IDENTIFIER.fullmatch(item.under)
        and item.sort in all_sorts()
        and all_sorts()[item.sort].deep
    ):
        raise CannotMake(
            Bilingual(
                f"{item.sort} 不能放在 {item.under!r} 下",
                f"no {item.sort} goes under {item.under!r}",
            ),
            where="--under",
            remedy=Bilingual(
                "只有政策分层级放置，如 national", "only programmes have shelves: national"
            ),
        )
    for said in (item.title, item.english, item.unit):
        if not said.strip() or any(c in said for c in '"\\\n\r{}<>$'):
            raise CannotMake(
                Bilingual(
                    f"{said!r} 不能用：空白，或含有引号、换行、括号等符号",
                    f"{said!r} will not do: blank, or with quotes, line breaks, brackets",
                ),
                remedy=Bilingual("换一个名称", "choose plain words"),
            )


def _refuse_existing(target: Path, root: Path) -> None:
    if target.exists():
        shown = target.relative_to(root).as_posix()
        raise CannotMake(
            Bilingual(f"{shown} 已存在", f"{shown} exists already"),
            where=str(target),
            remedy=Bilingual(
                "换一个名称，或直接修改它", "choose another name, or edit what is there"
            ),
        )


def _filled(template: Path, item: NewItem) -> str:
    return Template(template.read_text("utf-8")).substitute(
        name=item.name,
        dashed=item.name.replace("_", "-"),
        title=item.title,
        english=item.english,
        unit=item.unit,
        kind=item.kind,
    )
