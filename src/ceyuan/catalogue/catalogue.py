"""What the district does, as found in the folders of its package.

Cards and kinds are read and checked when the catalogue is loaded; the Python of a folder and the
gazetteer when they are first needed, so that starting stays fast however many folders there are.
`Catalogue.faults` looks at everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ceyuan.catalogue.card_file import read_card
from ceyuan.catalogue.fault import CatalogueFault, fault
from ceyuan.catalogue.item import Item
from ceyuan.catalogue.kind_file import indicator_examples, read_kinds, unknown_readers
from ceyuan.catalogue.mechanism_names_file import read_mechanism_names
from ceyuan.catalogue.sort import Sort
from ceyuan.catalogue.sorts import all_sorts
from ceyuan.catalogue.sorts.page import Page
from ceyuan.catalogue.sorts.programme import ProgrammeItem
from ceyuan.catalogue.sorts.reader import Reader
from ceyuan.catalogue.stacking_file import FILE as STACKING
from ceyuan.catalogue.stacking_file import WrittenStacking, read_stacking, stacking_files
from ceyuan.model.errors import CeyuanError, Faults
from ceyuan.model.kind import Field, Kind

if TYPE_CHECKING:
    from ceyuan.engines.registry.evidence import Identity
    from ceyuan.model.place import Gazetteer


#: What a folder that only holds other folders may have beside them.
_SHELF_FILES = {"__init__.py", "README.md", STACKING}


@dataclass(frozen=True)
class Catalogue:
    """The district's folders, found and checked.

    Attributes:
        package: name of the district package.
        root: its folder.
        kinds: every kind by name.
        items: every item of a sort by name: `items["reader"]["news_page"]`.
    """

    package: str
    root: Path
    kinds: Mapping[str, Kind]
    items: Mapping[str, Mapping[str, Item]]

    @property
    def readers(self) -> tuple[Reader, ...]:
        """The readers, by name."""
        return cast(tuple[Reader, ...], tuple(self.items["reader"].values()))

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages, by name."""
        return cast(tuple[Page, ...], tuple(self.items["page"].values()))

    @property
    def programmes(self) -> "tuple[ProgrammeItem, ...]":
        """The programmes, by name."""
        return cast(tuple[ProgrammeItem, ...], tuple(self.items["programme"].values()))

    @cached_property
    def forms(self) -> Mapping[str, Kind]:
        """The kinds, each with what its programmes ask beyond its own fields.

        A register may have a column for anything a notice asks; where two programmes ask the same
        thing under one identifier, the first by name says how it is called, and the wordings of all
        are known as headings.
        """
        asked: dict[str, dict[str, Field]] = {}
        for item in self.programmes:
            own = {field.id for field in self.kinds[item.kind].fields}
            for id, field in item.programme.fields.items():
                if id not in own:
                    named = asked.setdefault(item.kind, {})
                    named[id] = _also_called(named[id], field) if id in named else field
        return {
            name: replace(kind, fields=(*kind.fields, *asked.get(name, {}).values()))
            for name, kind in self.kinds.items()
        }

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        """The places of `places/*.csv`.

        Raises:
            BadInput: a row is not as it must be.
        """
        from ceyuan.catalogue.places_files import read_places  # 3,000 rows: only when asked

        return read_places(self.root / "places")

    @cached_property
    def identity(self) -> "Identity":
        """What evidence decides by itself whether two records are one thing: `identity.toml`.

        Raises:
            CeyuanError: the file is not as it must be.
        """
        from ceyuan.catalogue.identity_file import read_identity  # brings the engine of names

        return read_identity(self.root)

    @cached_property
    def mechanism_names(self) -> Mapping[str, tuple[str, ...]]:
        """Ways of working by official name, with how they are printed: `mechanism_names.toml`.

        Raises:
            Faults: everything wrong with the file.
        """
        return read_mechanism_names(self.root)

    @cached_property
    def stacking(self) -> "tuple[WrittenStacking, ...]":
        """How programmes stand to one another: the `stacking.toml` of each shelf of programmes.

        Raises:
            Faults: everything wrong with the files.
        """
        faults: list[CeyuanError] = []
        found: list[WrittenStacking] = []
        for path in stacking_files(self.root / "programmes"):
            shown = path.relative_to(self.root).as_posix()
            found += read_stacking(path, shown, self.items["programme"], faults)
        if faults:
            raise Faults(faults)
        return tuple(found)

    def faults(self) -> tuple[CeyuanError, ...]:
        """Everything that loading leaves for later: Python files, marks, places. Empty is good."""
        found: list[CeyuanError] = []
        for items in self.items.values():
            for item in items.values():
                found.extend(item.faults())
        found.extend(unknown_readers(self.kinds, self.items["reader"], "kinds"))
        found.extend(indicator_examples(self.root)[1])
        late = ["identity", "stacking", "mechanism_names"]
        if any((self.root / "places").glob("*.csv")):
            late.append("gazetteer")
        for part in late:
            try:
                getattr(self, part)
            except Faults as several:
                found.extend(several.faults)
            except CeyuanError as one:
                found.append(one)
        return tuple(found)


def load_catalogue(package: str = "ceyuan_district") -> Catalogue:
    """Walk the folders of a district package and check what they say of themselves.

    Raises:
        CatalogueFault: there is no such package.
        Faults: everything wrong with its cards and kinds, together.
    """
    root = district_folder(package)
    faults: list[CeyuanError] = []
    kinds = read_kinds(root / "kinds", "kinds", faults) if (root / "kinds").is_dir() else {}
    items = {
        sort.name: _find(sort, root / sort.place, package, faults) for sort in all_sorts().values()
    }
    if faults:
        raise Faults(faults)
    programmes = cast(dict[str, ProgrammeItem], items["programme"])
    for programme in programmes.values():
        programme.kinds, programme.others = kinds, programmes
    return Catalogue(package, root, kinds, items)


def district_folder(package: str = "ceyuan_district") -> Path:
    """Where a district package lies, without looking into it.

    Raises:
        CatalogueFault: there is no such package.
    """
    spec = find_spec(package) if package.isidentifier() else None
    if spec is None or spec.origin is None:
        raise fault(
            f"找不到区县包 {package!r}",
            f"there is no district package {package!r}",
            where="CEYUAN_DISTRICT",
            remedy_zh="检查名称；包的文件夹要有 __init__.py，并在 PYTHONPATH 中",
            remedy_en="check the name; its folder needs an __init__.py and to be on PYTHONPATH",
        )
    return Path(spec.origin).parent


def _also_called(held: Field, other: Field) -> Field:
    """A field with the wordings of another of the same identifier as headings."""
    wordings = (*held.headings, other.name, *other.headings)
    return replace(held, headings=tuple(w for w in dict.fromkeys(wordings) if w != held.name))


def _find(sort: Sort, place: Path, package: str, faults: list[CeyuanError]) -> dict[str, Item]:
    if not place.is_dir():
        return {}
    found: dict[str, Item] = {}
    for folder in _folders(place, sort.deep):
        shown = folder.relative_to(place.parent).as_posix()
        complaints = _missing_files(folder, sort, shown)
        faults.extend(complaints)
        card = read_card(folder, sort, shown, faults) if not complaints else None
        if card is None:
            continue
        if card.name in found:
            faults.append(
                fault(
                    f"{sort.term.zh} {card.name} 有两个：{found[card.name].shown}",
                    f"there are two {sort.name}s called {card.name}: {found[card.name].shown}",
                    where=shown,
                    remedy_zh="给其中一个改名",
                    remedy_en="rename one of them",
                )
            )
            continue
        module = ".".join((package, *shown.split("/"), sort.file.removesuffix(".py")))
        found[card.name] = (sort.item or Item)(card, sort, folder, module, shown)
    faults.extend(sort.together(tuple(found.values())))
    return found


def _folders(place: Path, deep: bool) -> Sequence[Path]:
    """The folders that hold items, or should: with `deep`, those inside folders of folders too."""
    folders = sorted(p for p in place.iterdir() if _is_folder(p))
    if not deep:
        return folders
    found: list[Path] = []
    for folder in folders:
        if _has_own_files(folder):
            found.append(folder)
        else:
            found += _folders(folder, deep=False)
    return found


def _has_own_files(folder: Path) -> bool:
    """Whether the folder is an item rather than a shelf of items (`programmes/national`)."""
    return any(p.is_file() and p.name not in _SHELF_FILES for p in folder.iterdir())


def _is_folder(path: Path) -> bool:
    return path.is_dir() and path.name != "__pycache__" and not path.name.startswith(".")


def _missing_files(folder: Path, sort: Sort, shown: str) -> list[CatalogueFault]:
    wanted = ("__init__.py", "card.toml", sort.file, "examples.toml", *sort.files)
    return [
        fault(
            f"{sort.term.zh} {folder.name} 缺少 {name}",
            f"the {sort.name} {folder.name} has no {name}",
            where=shown,
            remedy_zh=f"补上 {shown}/{name}，或删去这个文件夹",
            remedy_en=f"add {shown}/{name}, or remove the folder",
        )
        for name in wanted
        if not (folder / name).is_file()
    ]
