"""Looks at everything a district says of itself."""

from dataclasses import dataclass

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.model.errors import CeyuanError, Faults


@dataclass(frozen=True, slots=True)
class DistrictCheck:
    """What was found, by sort, and all faults; no faults is good.

    `catalogue` is None where the faults are such that there is none.
    """

    package: str
    found: dict[str, tuple[str, ...]]
    faults: tuple[CeyuanError, ...]
    catalogue: Catalogue | None = None


def check_district(package: str = "ceyuan_district") -> DistrictCheck:
    """Load every folder of the package, its Python included, and gather every fault.

    Raises:
        CatalogueFault: there is no such package.
    """
    try:
        catalogue = load_catalogue(package)
    except Faults as several:
        return DistrictCheck(package, {}, several.faults)
    found = {"kind": tuple(catalogue.kinds)}
    found |= {sort: tuple(items) for sort, items in catalogue.items.items()}
    return DistrictCheck(package, found, catalogue.faults(), catalogue)
