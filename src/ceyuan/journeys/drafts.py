"""Drafts of a programme's numbers, handed in on a page: kept by digest, tried, never in force.

Only a `parameters.toml` is taken: nothing that came in over a page is ever run.
"""

import re
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ceyuan.authoring.handed_in import Upload
from ceyuan.authoring.policy import DraftLine
from ceyuan.catalogue import ProgrammeItem
from ceyuan.catalogue.parameter_file import read_draft_values
from ceyuan.engines.rules.parameter import Parameter
from ceyuan.engines.rules.programme import Programme
from ceyuan.journeys.notice_card import bands_in_words
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError, Faults
from ceyuan.office import Office

#: Where a home keeps drafts, and how many: the oldest make room.
FOLDER, MOST_DRAFTS = "drafts", 60
#: A parameters.toml is a few kilobytes.
LARGEST = 200_000

_TOKEN = re.compile("[0-9a-f]{24}")


class NoDraft(BadInput):
    """The form came without a file, with too much, or the draft is no longer kept."""


def hand_in_draft(
    office: Office, item: ProgrammeItem | None, name: str, uploads: Sequence[Upload]
) -> str:
    """Read a draft and keep it; gives the token under which it is found.

    Raises:
        NoDraft: there is no such programme, not exactly one file, or it is too large.
        Faults: it is no `parameters.toml` of this programme.
    """
    if item is None:
        raise _no_draft("没有这项政策", "there is no such programme", name)
    if len(uploads) != 1:
        raise _no_draft("请选一个文件", "choose one file", "files")
    content = uploads[0].file.read(LARGEST + 1)
    if not content or len(content) > LARGEST:
        raise _no_draft(
            f"文件是空的，或超过 {LARGEST // 1000} KB",
            f"the file is empty or larger than {LARGEST // 1000} KB",
            "files",
        )
    token = sha256(name.encode() + b"\n" + content).hexdigest()[:24]
    folder = office.home / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.{token}.toml"
    path.write_bytes(content)
    try:
        _read(path, item.programme)
    except CeyuanError:
        path.unlink()
        raise
    kept = sorted(folder.glob("*.toml"), key=lambda p: p.stat().st_mtime_ns)
    for old in kept[:-MOST_DRAFTS]:
        old.unlink(missing_ok=True)
    return token


def draft_values(office: Office, programme: Programme, token: str) -> dict[str, Any]:
    """The numbers of a draft, the last of each, as they would be tried.

    Raises:
        NoDraft: it is gone.
        Faults: it no longer fits the programme.
    """
    return {
        name: one.values[-1].value
        for name, one in _drafted(office, programme, token).items()
        if one.values
    }


def draft_lines(
    office: Office, programme: Programme, token: str, on: date
) -> tuple[DraftLine, ...]:
    """The numbers a draft changes against those of the day.

    Raises:
        NoDraft: it is gone.
        Faults: it no longer fits the programme.
    """
    lines = []
    for name, one in _drafted(office, programme, token).items():
        then = one.values[-1].value if one.values else None
        held = programme.parameters[name]
        value = held.on(on)
        now = value.value if value else None
        if now == then:
            continue
        if held.bands:
            bands = bands_in_words(now or ()), bands_in_words(then or ())
            lines.append(DraftLine(name, held.title, held.unit, None, None, *bands))
        else:
            lines.append(DraftLine(name, held.title, held.unit, now, then))
    return tuple(lines)


def _drafted(office: Office, programme: Programme, token: str) -> dict[str, Parameter]:
    path = office.home / FOLDER / f"{programme.name}.{token}.toml"
    if not _TOKEN.fullmatch(token) or not path.is_file():
        raise _no_draft("这份草案已不在", "this draft is gone", "draft")
    return _read(path, programme)


def _read(path: Path, programme: Programme) -> dict[str, Parameter]:
    faults: list[CeyuanError] = []
    found = read_draft_values(path, "parameters.toml", programme.parameters, faults)
    if faults:
        raise Faults(faults)
    return found


def _no_draft(zh: str, en: str, where: str) -> NoDraft:
    return NoDraft(
        Bilingual(zh, en),
        where=where,
        remedy=Bilingual(
            "选一份这项政策的 parameters.toml 再试算",
            "choose a parameters.toml of this programme and try again",
        ),
    )
