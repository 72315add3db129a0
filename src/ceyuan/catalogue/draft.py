"""A programme that is not in the district yet: a folder anywhere, read as if it were."""

import sys
from pathlib import Path
from typing import cast

from ceyuan.catalogue.card_file import read_card
from ceyuan.catalogue.catalogue import Catalogue
from ceyuan.catalogue.fault import fault
from ceyuan.catalogue.sorts import all_sorts
from ceyuan.catalogue.sorts.programme import ProgrammeItem
from ceyuan.model.errors import CeyuanError, Faults


def read_draft(catalogue: Catalogue, folder: Path) -> ProgrammeItem:
    """A programme folder outside the district package, checked like one inside.

    Its `rules.py` is run: give only folders whose author you trust.

    Raises:
        Faults: it is no programme folder, or something in it is not as it must be.
    """
    place = folder.resolve()
    sort = all_sorts()["programme"]
    faults: list[CeyuanError] = []
    if not (place / "card.toml").is_file() or not (place / sort.file).is_file():
        raise Faults(
            [
                fault(
                    f"{place.name} 不是政策文件夹",
                    f"{place.name} is no programme folder",
                    where=str(folder),
                    remedy_zh="给出有 card.toml、parameters.toml 和 rules.py 的文件夹",
                    remedy_en="give a folder with card.toml, parameters.toml and rules.py",
                )
            ]
        )
    card = read_card(place, sort, place.name, faults)
    if card is None or faults:
        raise Faults(faults)
    if str(place.parent) not in sys.path:
        sys.path.insert(0, str(place.parent))
    module = f"{place.name}.{sort.file.removesuffix('.py')}"
    item = cast(ProgrammeItem, (sort.item)(card, sort, place, module, place.name))  # type: ignore[misc]
    others = {one.name: one for one in catalogue.programmes}
    item.kinds, item.others = catalogue.kinds, others
    if wrong := item.faults():
        raise Faults(wrong)
    return item
