"""One document: its text or its sheets, with every figure marked where it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from ceyuan.authoring.page import Ask, DocumentStory, FactQuery, NoSuchThing, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field

#: What else a text can be shown as.
TEXTS = ("raw", "repairs")
#: Rows of a sheet on one page.
ROWS = 60
#: Problems of a workbook that are told before it says how many more there are.
PROBLEMS = 20


@shows
def the_document(ask: Ask, params: Params) -> dict[str, Any]:
    """The document as read.

    `?text=raw` shows a text as it came, `?text=repairs` what was repaired; `?sheet=…&row=…` shows
    a workbook from that row on.

    Raises:
        NoSuchThing: the archive has no such document, or the workbook no such sheet.
    """
    story = ask.document(params["digest"])
    if story is None:
        raise NoSuchThing(
            Bilingual("档案里没有这份文件", "the archive has no such document"),
            where=params["digest"],
            remedy=Bilingual("从文件清单查找", "look for it in the list of documents"),
        )
    text = params.get("text", "")
    return {
        "story": story,
        "facts": ask.facts(FactQuery(document=story.document.digest, limit=1)).total,
        "text": text if text in TEXTS else "",
        "workbook": _workbook(ask, story, params),
    }


def _workbook(ask: Ask, story: DocumentStory, params: Params) -> dict[str, Any] | None:
    """The sheet asked for, with its facts by cell; None for a document that is no workbook."""
    table = story.reading.table if story.reading else {}
    grids: Sequence[Mapping[str, Any]] = table.get("grids", ())
    if not grids:
        return None
    register: Mapping[str, Any] = table.get("register", {})
    read = register.get("sheets", ())
    wanted = params.get("sheet") or next(iter(read), grids[0]["name"])
    grid = next((grid for grid in grids if grid["name"] == wanted), None)
    if grid is None:
        raise NoSuchThing(
            Bilingual(
                f"工作簿里没有名为“{wanted}”的工作表", f"the workbook has no sheet “{wanted}”"
            ),
            where=story.document.name,
            remedy=Bilingual("从页上的工作表名进入", "choose one of the sheets named on the page"),
        )
    tables = [one for one in register.get("tables", ()) if one["sheet"] == wanted]
    row = params.get("row", "")
    return {
        "grid": grid,
        "sheets": [(other["name"], other["name"] in read) for other in grids],
        "row": int(row) if row.isascii() and row.isdigit() and len(row) < 8 else 1,
        "rows": ROWS,
        "headings": sorted(number for one in tables for number in one["header_rows"]),
        "kinds": [kind for one in tables if (kind := ask.kinds.get(one["kind"] or ""))],
        "fields": _fields(ask, tables),
        "cells": ask.cells(story.document.digest, wanted),
        "problems": register.get("problems", ())[:PROBLEMS],
        "problem_count": len(register.get("problems", ())),
    }


def _fields(ask: Ask, tables: Sequence[Mapping[str, Any]]) -> dict[str, Field]:
    """What each column of the sheet was read as, by its letter."""
    found = {}
    for one in tables:
        kind = ask.kinds.get(one["kind"] or "")
        for column in one["columns"]:
            field = kind.field(column["field"]) if kind and column["field"] else None
            if field:
                found[column["column"]] = field
    return found
