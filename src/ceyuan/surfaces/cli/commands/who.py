"""`ceyuan who`: which known organisation a name means; doubles sought, asked, answered, undone."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import LEDGER, Command
from ceyuan.surfaces.cli.screen import new_table, note, out, print_line, progress, words

if TYPE_CHECKING:
    from ceyuan.authoring.doubt import Doubt
    from ceyuan.engines.registry.names.link import Linked
    from ceyuan.model.decision import Decision


class WrongWho(BadInput):
    """The words after `ceyuan who` are neither names nor one of its acts in full."""


def who(
    line: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME…",
            help=say(
                "名称；或 seek（找疑似重复）、queue（待判断）、decided（已判断）、"
                "decide 标识 标识 same|different|unsure、undo 标识 标识",
                "names; or seek (look for doubles), queue (what waits), decided (what was answered), "
                "decide ID ID same|different|unsure, undo ID ID",
            ),
        ),
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=say("名称文件，每行一个", "a file of names, one a line")),
    ] = None,
    among: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=say(
                "在这些机构里认（JSONL：id、name、aliases），默认是台账",
                "among these (JSONL: id, name, aliases); the ledger otherwise",
            ),
        ),
    ] = None,
    region: Annotated[
        str, typer.Option(metavar="地区", help=say("文中所说的地区", "a place the text is about"))
    ] = "",
    by: Annotated[
        str, typer.Option(metavar="WHO", help=say("判断人", "the person who decides"))
    ] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", help=say("理由", "the reason"))] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Exit code 1 where a name means nobody known, or questions wait."""
    given = list(line or ())
    act = _ACTS.get(given[0]) if given and names is None and among is None else None
    if act is not None:
        return act(given[1:], by, why, json)
    return _tell(given, names, among, region, json)


def _tell(given: list[str], names: Path | None, among: Path | None, region: str, json: bool) -> int:
    from ceyuan.catalogue import district_folder
    from ceyuan.catalogue.places_files import read_places
    from ceyuan.journeys.among import read_among, read_names
    from ceyuan.journeys.who import organisations
    from ceyuan.journeys.who import who as ask_who
    from ceyuan.office import Settings
    from ceyuan.surfaces.cli.open_office import open_office

    wanted = [*given, *(read_names(names) if names else ())]
    if not wanted:
        raise WrongWho(
            Bilingual("没有给出名称", "no name is given"),
            remedy=Bilingual("写在命令后面，或用 --names 文件", "write them, or give --names FILE"),
        )
    ids: dict[str, Any] = {}
    if among is not None:
        listed = read_among(among)
        known, ids = listed.known, listed.ids
    else:
        with open_office() as office:
            known = organisations(office)
    gazetteer = read_places(district_folder(Settings().district) / "places")
    with progress(say("辨认", "looking")) as step:
        found = ask_who(wanted, known, gazetteer, region=region, step=step)
    if json:
        for one in found:
            _print_line_of_json(_plain(one, ids))
    else:
        for one in found:
            _show(one)
    return 1 if any(one.match is None for one in found) else 0


def _plain(one: "Linked", ids: dict[str, Any]) -> dict[str, Any]:
    language = asked().language

    def id_of(id: str) -> Any:
        return ids.get(id, id)

    first = one.candidates[0] if one.candidates else None
    return {
        "name": one.name,
        "match": id_of(one.match.id) if one.match else None,
        "canonical": one.match.name if one.match else None,
        "score": round(one.score, 4),
        "reasons": [r.words.in_language(language) for r in first.reasons] if first else [],
        "candidates": [
            {
                "id": id_of(c.known.id),
                "canonical": c.known.name,
                "by": c.by,
                "score": round(c.score, 4),
                "likeness": round(c.likeness, 4),
                "reasons": [
                    {
                        "finding": r.finding,
                        "words": r.words.in_language(language),
                        "worth": round(r.worth, 2),
                    }
                    for r in c.reasons
                ],
            }
            for c in one.candidates
        ],
    }


def _show(one: "Linked") -> None:
    title = words(one.name, style="bold")
    if one.match:
        title.append("  →  ", style="dim").append_text(words(one.match.name, style="bold green"))
        title.append(f"  {one.match.id}", style="dim cyan")
    else:
        unsure = bool(one.candidates)
        title.append("  →  ", style="dim")
        title.append(
            say("不能确定", "unsure") if unsure else say("未找到", "nobody known"), "yellow"
        )
    out().print(title)
    for candidate in one.candidates[: 1 if one.match else 3]:
        said = "；" if asked().language == "zh" else "; "
        told = said.join(in_language(r.words, asked().language) for r in candidate.reasons)
        row = words(f"  {candidate.score:.2f}  ", style="dim")
        row.append_text(words(f"{candidate.by}  {told}"))
        out().print(row)


def _seek(rest: Sequence[str], by: str, why: str, json: bool) -> int:
    from datetime import UTC, datetime

    from ceyuan.journeys.who import seek
    from ceyuan.surfaces.cli.open_office import open_office

    _wants(rest, 0, "seek")
    with open_office() as office, progress(say("比对", "comparing")) as step:
        found = seek(office, now=datetime.now(UTC), step=step)
    if json:
        _print_line_of_json(
            {"records": found.records, "merged": found.merged, "asked": found.asked,
             "waiting": found.waiting}
        )  # fmt: skip
    else:
        print_line(
            say(
                f"{found.records} 条记录：按规则合并 {found.merged} 对，新提问 {found.asked} 对，"
                f"待判断 {found.waiting} 对",
                f"{found.records} records: {found.merged} pairs merged by rule, {found.asked} asked "
                f"anew, {found.waiting} waiting",
            )
        )
    return 1 if found.waiting else 0


def _queue(rest: Sequence[str], by: str, why: str, json: bool) -> int:
    from ceyuan.journeys.who import queue
    from ceyuan.surfaces.cli.open_office import open_office

    _wants(rest, 0, "queue")
    with open_office() as office:
        waiting = queue(office)
    _list(waiting, json)
    if not json:
        note(say(f"待判断 {len(waiting)} 对", f"{len(waiting)} pairs wait for an answer"))
    return 1 if waiting else 0


def _decided(rest: Sequence[str], by: str, why: str, json: bool) -> int:
    from ceyuan.journeys.who import decided
    from ceyuan.surfaces.cli.open_office import open_office

    _wants(rest, 0, "decided")
    with open_office() as office:
        _list(decided(office), json)
    return 0


def _decide(rest: Sequence[str], by: str, why: str, json: bool) -> int:
    from datetime import UTC, datetime

    from ceyuan.journeys.who import decide
    from ceyuan.model.decision import Judgement
    from ceyuan.surfaces.cli.open_office import open_office

    _wants(rest, 3, "decide ID ID same|different|unsure")
    answers = {each.value: each for each in (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)}
    if rest[2] not in answers:
        raise WrongWho(
            Bilingual(f"没有判断 {rest[2]!r}", f"there is no answer {rest[2]!r}"),
            remedy=Bilingual("用 same、different 或 unsure", "use same, different or unsure"),
        )
    with open_office() as office:
        kept = decide(
            office,
            rest[0],
            rest[1],
            answers[rest[2]],
            by=_person(by),
            now=datetime.now(UTC),
            why=why,
        )
    _tell_decision(kept, json)
    return 0


def _undo(rest: Sequence[str], by: str, why: str, json: bool) -> int:
    from datetime import UTC, datetime

    from ceyuan.journeys.who import undo
    from ceyuan.surfaces.cli.open_office import open_office

    _wants(rest, 2, "undo ID ID")
    with open_office() as office:
        kept = undo(office, rest[0], rest[1], by=_person(by), now=datetime.now(UTC), why=why)
    _tell_decision(kept, json)
    return 0


_ACTS: dict[str, Callable[[Sequence[str], str, str, bool], int]] = {
    "seek": _seek,
    "queue": _queue,
    "decided": _decided,
    "decide": _decide,
    "undo": _undo,
}


def _wants(rest: Sequence[str], count: int, form: str) -> None:
    if len(rest) != count:
        raise WrongWho(
            Bilingual(f"写法应为 ceyuan who {form}", f"write it as: ceyuan who {form}"),
            where=" ".join(["who", form.split()[0], *rest]),
            remedy=Bilingual("看 ceyuan who --help", "see ceyuan who --help"),
        )


def _person(by: str) -> str:
    """Who decides: as given, else the name this machine knows the person by."""
    import getpass

    try:
        return by.strip() or getpass.getuser()
    except (OSError, KeyError):  # a container may run without any user name
        raise WrongWho(
            Bilingual("不知道是谁在判断", "it is not known who decides"),
            remedy=Bilingual("用 --by 写明姓名", "say so with --by NAME"),
        ) from None


def _list(doubts: Sequence["Doubt"], json: bool) -> None:
    language = asked().language
    if json:
        for doubt in doubts:
            _print_line_of_json(_doubt_plain(doubt))
        return
    for doubt in doubts:
        table = new_table()
        table.show_header = False
        table.add_column(overflow="fold", ratio=2)
        table.add_column(overflow="fold", ratio=2)
        table.add_column(overflow="fold", ratio=3, style="dim")
        told = [doubt.decision.judgement.term.in_language(language), doubt.decision.why]
        told += [reason.words.in_language(language) for reason in doubt.grounds[:4]]
        table.add_row(
            words("\n".join((*doubt.one.names, doubt.one.id))),
            words("\n".join((*doubt.other.names, doubt.other.id))),
            words("\n".join(each for each in told if each)),
        )
        out().print(table)


def _doubt_plain(doubt: "Doubt") -> dict[str, Any]:
    language = asked().language
    line = doubt.decision
    return {
        "one": {"id": doubt.one.id, "names": doubt.one.names, "codes": doubt.one.codes},
        "other": {"id": doubt.other.id, "names": doubt.other.names, "codes": doubt.other.codes},
        "judgement": line.judgement.value,
        "score": line.score,
        "by": line.by,
        "rule": line.rule,
        "why": line.why,
        "at": line.at.isoformat(),
        "reasons": [reason.words.in_language(language) for reason in doubt.grounds],
    }


def _tell_decision(kept: "Decision", json: bool) -> None:
    if json:
        _print_line_of_json(
            {"no": kept.no, "one": kept.one, "other": kept.other, "judgement": kept.judgement.value}
        )
    else:
        said = kept.judgement.term.in_language(asked().language)
        print_line(f"{kept.one} — {kept.other}: {said}")


def _print_line_of_json(value: object) -> None:
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


COMMAND = Command(
    "who",
    Bilingual("名称指的是哪个机构；重复记录的判断", "which organisation a name means; doubles"),
    who,
    LEDGER,
    60,
)
