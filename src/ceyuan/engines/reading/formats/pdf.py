"""PDF with a text layer: the words of every page in the order people read them."""

import logging
import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
from pypdf import PageObject, PdfReader

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.formats.columns import Word, in_reading_order
from ceyuan.engines.reading.formats.refusal import NoText, damaged, protected, too_large
from ceyuan.engines.reading.scan import PDF, Scan
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.reading import Remark

# Both libraries talk about faults they mend; what a person must know is a remark or an error.
for _library in ("pypdf", "pdfminer"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

#: More pages than a district's whole yearbook has.
_MOST_PAGES = 3000
#: Fewer characters on a page than this are a stamp or a page number, not a text.
_FEWEST = 12
_PAGE_NUMBER = re.compile(
    r"^[\s\-—–·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–·.]*$"
)


def scan_pdf(content: bytes, name: str) -> Scan:
    """The text of every page; page numbers on lines of their own are left out.

    A page drawn column by column is taken as drawn; one drawn row by row across columns, and one
    with ruled tables, is put in order from where its words stand. Ruled tables are also given as
    sheets (named by page).

    Raises:
        Protected: a password is needed.
        NoText: the pages are pictures.
        TooLarge: over three thousand pages.
        Damaged: the file does not parse.
    """
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise protected(name)
        count = len(reader.pages)
    except BadInput:
        raise
    except Exception as problem:  # a stranger's file may break the library anywhere
        raise damaged(name, "PDF 文件", "PDF") from problem
    if count > _MOST_PAGES:
        raise too_large(name, f"共 {count} 页", f"{count} pages")
    texts: list[str] = []
    sheets: list[Sheet] = []
    bare: list[int] = []
    broken: list[int] = []
    geometry = _Geometry(content)
    for number in range(count):
        try:
            text, tables = _page(reader.pages[number], number, geometry)
        except Exception:  # a stranger's page may break either library anywhere
            broken.append(number + 1)
            text, tables = "", []
        if len(text.replace("\n", "")) < _FEWEST:
            bare.append(number + 1)
        texts.append(text)
        sheets.extend(tables)
    if len(bare) == count and broken:
        raise damaged(name, "PDF 文件", "PDF")
    if len(bare) == count:
        raise NoText(
            Bilingual(
                "PDF 里只有图像，没有文字层（扫描件）",
                "the PDF holds pictures of pages, without text",
            ),
            where=name,
            remedy=Bilingual("先做文字识别（OCR）再读", "run text recognition on it first"),
        )
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return Scan(
        PDF,
        text="\n".join(texts),
        sheets=tuple(sheets),
        printed=_printed(reader),
        pages=tuple(starts),
        remarks=(
            *_remarks(broken, "无法读取（页面损坏）", "is damaged and was not read"),
            *_remarks(
                [page for page in bare if page not in broken],
                "没有文字（图像或空白页），未读",
                "has no text and was not read",
            ),
        ),
    )


class _Geometry:
    """The same file by place of every word; opened when the first page asks for it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._opened: Any = None

    def page(self, number: int) -> Any:
        """A page, counted from 0."""
        if self._opened is None:
            self._opened = pdfplumber.open(BytesIO(self._content))
        return self._opened.pages[number]


def _page(page: PageObject, number: int, geometry: _Geometry) -> tuple[str, list[Sheet]]:
    drawn: list[tuple[float, float, float, int]] = []

    def visit(text: str, _cm: Any, tm: Any, _font: Any, size: Any) -> None:
        words = text.strip()
        if words:
            drawn.append(
                (float(tm[4]), float(tm[5]), abs(float(tm[0] or 1) * float(size or 10)), len(words))
            )

    try:
        text = page.extract_text(visitor_text=visit) or ""
    except Exception:  # a library fault on a strange page: the other way may still read it
        return _by_place(number, geometry)
    if _goes_across(drawn) or _has_rules(page):
        return _by_place(number, geometry)
    return _without_page_number(text.split("\n")), []


def _goes_across(drawn: list[tuple[float, float, float, int]]) -> bool:
    """Whether the drawing jumps to the right on one line again and again: rows over columns."""
    jumps = lines = 0
    for (x0, y0, size0, length), (x1, y1, _, _) in pairwise(drawn):
        if abs(y1 - y0) > 0.5 * size0:
            lines += 1
        elif x1 - (x0 + length * size0) > 0.6 * size0 and length > 3:
            jumps += 1
    return jumps >= 3 and jumps >= 0.25 * max(lines, 1)


def _has_rules(page: PageObject) -> bool:
    """Whether lines or boxes are drawn, as for a table."""
    try:
        contents = page.get_contents()
        drawing = contents.get_data() if contents is not None else b""
    except Exception:
        return False
    return len(re.findall(rb"\bre\b", drawing)) + len(re.findall(rb"\bl\b\s", drawing)) >= 6


def _by_place(number: int, geometry: _Geometry) -> tuple[str, list[Sheet]]:
    page = geometry.page(number)
    tables = page.find_tables() if len(page.edges) <= 20_000 else []
    found = page.extract_words(keep_blank_chars=False, use_text_flow=False)
    words = [
        Word(w["text"], float(w["x0"]), float(w["top"]), float(w["x1"]), float(w["bottom"]))
        for w in found
    ]
    words = _without_number(words)
    sheets: list[Sheet] = []
    rows_at: list[tuple[float, list[str]]] = []
    for table in tables:
        cells = [[_cell(c) for c in row] for row in table.extract()]
        width = max(map(len, cells), default=0)
        if width < 2 or len(cells) < 2:
            continue
        x0, top, x1, bottom = table.bbox
        words = [
            w
            for w in words
            if not (x0 <= (w.x0 + w.x1) / 2 <= x1 and top <= (w.top + w.bottom) / 2 <= bottom)
        ]
        filled = tuple(tuple(row + [None] * (width - len(row))) for row in cells)
        sheets.append(Sheet(f"第{number + 1}页表{len(sheets) + 1}", filled))
        rows_at.append((top, [" | ".join(c or "" for c in row) for row in cells]))
    lines: list[str] = []
    for top, rows in sorted(rows_at, key=lambda found: found[0]):
        lines.extend(in_reading_order([w for w in words if w.bottom <= top + 1]))
        words = [w for w in words if w.bottom > top + 1]
        lines.extend(rows)
    lines.extend(in_reading_order(words))
    page.close()
    return _without_page_number(lines), sheets


def _without_number(words: list[Word]) -> list[Word]:
    """The words without a page number at the top or at the bottom."""
    for end in (min, max):
        if len(words) > 1:
            edge = end(words, key=lambda w: w.top)
            row = [w for w in words if abs(w.top - edge.top) < edge.height / 2]
            if _PAGE_NUMBER.match(" ".join(w.text for w in sorted(row, key=lambda w: w.x0))):
                words = [w for w in words if w not in row]
    return words


def _cell(words: str | None) -> str | None:
    """A cell without the line breaks its width forced on it."""
    return (words or "").replace("\n", "").strip() or None


def _without_page_number(lines: list[str]) -> str:
    kept = [line for line in lines if line.strip()]
    for end in (0, -1):
        if kept and _PAGE_NUMBER.match(kept[end]) and len(kept) > 1:
            kept.pop(end)
    return "\n".join(kept)


def _printed(reader: PdfReader) -> dict[str, str]:
    try:
        about = reader.metadata
        said = {"title": about.title, "author": about.author} if about else {}
    except Exception:  # metadata of strangers: nothing depends on it
        return {}
    return {k: str(v).strip()[:300] for k, v in said.items() if v and str(v).strip()}


def _remarks(numbers: list[int], zh: str, en: str) -> tuple[Remark, ...]:
    if not numbers:
        return ()
    pages = "、".join(map(str, numbers[:20])) + ("…" if len(numbers) > 20 else "")
    return (
        Remark(Bilingual(f"第 {pages} 页{zh}", f"page {pages} {en}"), where=f"p. {numbers[0]}"),
    )
