"""Word documents (.docx): paragraphs and tables in the order they stand."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.formats.package import WORD
from ceyuan.engines.reading.formats.refusal import damaged, empty
from ceyuan.engines.reading.scan import Scan

_TEXT, _TAB = qn("w:t"), qn("w:tab")
_BREAKS = (qn("w:br"), qn("w:cr"))
_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def scan_word(content: bytes, name: str) -> Scan:
    """One line per paragraph, one line per table row with its cells parted by ` | `.

    Deleted text of tracked changes is left out, inserted text is read. The tables are also given
    as sheets (表1, 表2 …). Headers, footers and comments are not read.

    Raises:
        Damaged: the document does not parse.
        EmptyFile: no text in it.
    """
    try:
        document = docx.Document(BytesIO(content))
        lines, sheets = _told(document)
        printed = _printed(document)
    except Exception as problem:  # a stranger's XML may break the library anywhere
        raise damaged(name, "Word 文档", "Word document") from problem
    text = "\n".join(lines)
    if not text.strip():
        raise empty(name)
    return Scan(
        WORD,
        text=text,
        sheets=tuple(sheets),
        printed={k: v for k, v in printed.items() if v},
    )


def _told(document: Any) -> tuple[list[str], list[Sheet]]:
    """The lines of the document, and its tables."""
    lines: list[str] = []
    sheets: list[Sheet] = []
    for block in _blocks(document.element.body):
        if block.tag == _PARAGRAPH:
            lines.append(_words(block))
            continue
        rows = _rows(Table(block, document))
        lines.extend(" | ".join(cell or "" for cell in _once(row)) for row in rows)
        if rows:
            sheets.append(_as_sheet(rows, f"表{len(sheets) + 1}"))
    return lines, sheets


def _printed(document: Any) -> dict[str, str]:
    about = document.core_properties
    printed = {"title": about.title or "", "author": about.author or ""}
    if isinstance(about.created, datetime):
        printed["created"] = about.created.date().isoformat()
    return printed


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables of the body, also inside content controls."""
    for child in body:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            if content is not None:
                yield from _blocks(content)


def _words(paragraph: Any) -> str:
    words: list[str] = []
    for node in paragraph.iter():
        if node.tag == _TEXT and not _in_fallback(node, paragraph):
            words.append(node.text or "")
        elif node.tag == _TAB and node.getparent().tag == qn("w:r"):
            words.append("\t")
        elif node.tag in _BREAKS:
            words.append("\n")
    return "".join(words)


def _in_fallback(node: Any, paragraph: Any) -> bool:
    """Whether it is the second telling of a text box, for old programs."""
    while node is not None and node is not paragraph:
        if node.tag == _FALLBACK:
            return True
        node = node.getparent()
    return False


def _rows(table: Table) -> list[list[Any]]:
    """Cells by row; a merged cell is the same object in every place it covers."""
    return [[cell._tc for cell in row.cells] for row in table.rows]


def _once(row: list[Any]) -> Iterator[str]:
    """The texts of a row; a cell that runs over several columns once."""
    before = None
    for cell in row:
        if cell is not before:
            yield _cell_words(cell)
        before = cell


def _cell_words(cell: Any) -> str:
    return " ".join(_words(p).replace("\n", " ") for p in cell.iter(_PARAGRAPH)).strip()


def _as_sheet(rows: list[list[Any]], name: str) -> Sheet:
    width = max(map(len, rows))
    seen: set[Any] = set()
    filled: list[tuple[str | None, ...]] = []
    for row in rows:
        cells: list[str | None] = []
        for cell in row:
            cells.append(None if cell in seen else (_cell_words(cell) or None))
            seen.add(cell)
        filled.append(tuple(cells + [None] * (width - len(cells))))
    return Sheet(name=name, rows=tuple(filled))
