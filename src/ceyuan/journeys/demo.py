"""Build the sample district of the package in a home of its own."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ceyuan.journeys.assess import OWN_VALUES
from ceyuan.journeys.incoming import Incoming, open_file
from ceyuan.journeys.receive import Progress, receive
from ceyuan.journeys.received import Receipt, ReceivedFile
from ceyuan.journeys.who import seek
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.document import digest_of
from ceyuan.model.errors import BadInput
from ceyuan.model.period import Period, parse_period
from ceyuan.office import Office

#: The folder of a district package that holds its sample, and the list of files in it.
SAMPLE = "sample"
LIST = "sample.toml"


@dataclass(frozen=True, slots=True)
class Demo:
    """The sample district in a home.

    Attributes:
        district: subject identifier of the invented district.
        receipt: what came of each file, in the order of the list.
        already_built: whether the home held every file before.
    """

    district: str
    receipt: Receipt
    already_built: bool


class NoSample(BadInput):
    """The district package brings no sample, or its list cannot be used."""


class HomeHoldsOtherData(BadInput):
    """The home is somebody's own: invented figures are not mixed into it."""


@dataclass(frozen=True, slots=True)
class _Sampled:
    incoming: Incoming
    publisher: str
    published: Period | None


def build_demo(
    office: Office, *, now: datetime, by: str = "", progress: Progress | None = None
) -> Demo:
    """Read every file of the sample into the home, each marked as invented.

    Building again adds nothing; one that was broken off is completed. A file that no reader can
    use yet is named in the receipt, and the others are read all the same.

    Args:
        office: an empty home, or one that holds nothing but this sample.
        now: the moment, with its zone.
        by: the person.
        progress: told before each file: how many are done, of how many, and the name.

    Raises:
        NoSample: the package has none.
        HomeHoldsOtherData: nothing was written.
    """
    listed = _listed(office.catalogue.root / SAMPLE)
    sampled = [_sampled(office.catalogue.root / SAMPLE, entry) for entry in listed["file"]]
    digests = {digest_of(each.incoming.content) for each in sampled}
    held = _held(office, digests)
    district = f"place:{listed['district']}"
    office.ledger.serve(district)
    received: list[ReceivedFile] = []
    for done, each in enumerate(sampled):
        if progress:
            progress(done, len(sampled), each.incoming.name)
        received += receive(
            office,
            [each.incoming],
            now=now,
            published=each.published,
            publisher=each.publisher,
            keep=True,
            invented=True,
            by=by,
        ).files
    if progress:
        progress(len(sampled), len(sampled), "")
    _install_own_values(office)
    # The registers name some firms twice: the questions about them wait for whoever opens the page.
    seek(office, now=now)
    return Demo(district, Receipt(tuple(received), kept=True), already_built=held == digests)


def _install_own_values(office: Office) -> None:
    """The invented district's own values for what nobody has published; a file there is stays."""
    for values in sorted((office.catalogue.root / SAMPLE / OWN_VALUES).glob("*.toml")):
        place = office.home / OWN_VALUES / values.name
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(values.read_bytes())


def _listed(folder: Path) -> dict[str, Any]:
    try:
        listed = tomllib.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _no_sample(f"{folder / LIST}") from error
    if not isinstance(listed.get("district"), str) or not isinstance(listed.get("file"), list):
        raise _no_sample(f"{folder / LIST}")
    return listed


def _sampled(folder: Path, entry: dict[str, Any]) -> _Sampled:
    published = entry.get("published", "")
    return _Sampled(
        incoming=open_file(folder / entry["path"]),
        publisher=entry.get("publisher", ""),
        published=parse_period(published) if published else None,
    )


def _held(office: Office, sample: set[str]) -> set[str]:
    """The digests of the sample that the home holds; anything else in it is refused."""
    with office.ledger.view() as view:
        lines, _ = view.documents(0, len(sample) + 1)
    other = next((line.document for line in lines if line.document.digest not in sample), None)
    if other is not None:
        raise HomeHoldsOtherData(
            Bilingual(
                f"数据目录里已有别的资料（{other.name}），示范数据不与之混放",
                f"the home holds other data ({other.name}); invented figures are not mixed into it",
            ),
            where=str(office.home),
            remedy=Bilingual(
                "换一个空目录：ceyuan --home 新目录 demo",
                "name an empty folder: ceyuan --home FOLDER demo",
            ),
        )
    return {line.document.digest for line in lines}


def _no_sample(where: str) -> NoSample:
    return NoSample(
        Bilingual("这个区县包没有可用的示范数据", "this district package brings no usable sample"),
        where=where,
        remedy=Bilingual("检查 sample/sample.toml", "check sample/sample.toml"),
    )
