"""Web pages: the article with its tables, and what the page says of itself."""

import logging
import re
from datetime import date

import trafilatura
from lxml import etree, html
from selectolax.lexbor import LexborHTMLParser

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.formats.page_signs import MEDIA
from ceyuan.engines.reading.formats.refusal import empty, too_large
from ceyuan.engines.reading.scan import Scan

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

#: A page of more characters than this is no page.
_LONGEST = 20_000_000
#: Share of the page's Chinese that the article must have; below it the whole page is taken.
_ENOUGH = 0.3
_HAN = re.compile(r"[\u4e00-\u9fff]")

#: Names under which Chinese government and news pages keep what they say of themselves; the first
#: four are those of the national rule for government sites.
_TITLES = ("ArticleTitle", "og:title", "twitter:title", "title")
_DATES = ("PubDate", "pubdate", "publishdate", "article:published_time", "og:release_date", "date")
_PUBLISHERS = ("ContentSource", "SiteName", "og:site_name", "source")

_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|caption|d[dlt]|div|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|li|main|nav|ol|option|p|pre|section|table|tbody|tfoot|thead|title|tr|ul"
)
_SILENT = re.compile("script|style|noscript|template|svg|iframe|object|head|select")


def scan_markup(text: str, encoding: str, name: str) -> Scan:
    """The article of a page, one paragraph a line, table rows with cells parted by ` | `.

    Scripts, styles and forms are never read. Where the article cannot be told from the page, or
    its tables would be lost, the whole visible page is given, and a reader tells furniture by its words. `printed` has title,
    date and publisher as the page's own metadata say. Tables are also given as sheets.

    Raises:
        EmptyFile: no visible text.
        TooLarge: more than twenty million characters.
    """
    if len(text) > _LONGEST:
        raise too_large(name, "网页超过两千万字符", "a page of over twenty million characters")
    page = LexborHTMLParser(text)
    printed = _printed(page)
    whole = _visible(text)
    if not whole.strip():
        raise empty(name)
    article = (
        trafilatura.extract(
            text,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=False,
            output_format="txt",
        )
        or ""
    )
    tables = _tables(page)
    lost_table = bool(tables) and "|" not in article
    if lost_table or len(_HAN.findall(article)) < _ENOUGH * len(_HAN.findall(whole)):
        article = whole
    else:
        article = _rows_plain(article)
        if (title := printed.get("title", "")) and title not in article[: len(title) + 200]:
            article = f"{title}\n{article}"
    return Scan(MEDIA, encoding, article, sheets=tables, printed=printed)


def _printed(page: LexborHTMLParser) -> dict[str, str]:
    said: dict[str, str] = {}
    for tag in page.css("meta"):
        name = tag.attributes.get("name") or tag.attributes.get("property") or ""
        content = (tag.attributes.get("content") or "").strip()
        if name and content:
            said.setdefault(name.lower(), content)
    printed = {
        "title": _first(said, _TITLES) or _title(page),
        "date": _iso(_first(said, _DATES)),
        "publisher": _first(said, _PUBLISHERS),
    }
    return {name: value[:300] for name, value in printed.items() if value}


def _title(page: LexborHTMLParser) -> str:
    for selector in ("h1", "title"):
        node = page.css_first(selector)
        words = " ".join(node.text().split()) if node is not None else ""
        if words:
            return re.split(r"\s*[_|]\s*|\s+[-–—]\s+", words)[0] if selector == "title" else words
    return ""


def _first(said: dict[str, str], names: tuple[str, ...]) -> str:
    return next((said[n.lower()] for n in names if n.lower() in said), "")


def _iso(printed: str) -> str:
    found = re.search(r"((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})", printed)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else ""
    except ValueError:
        return ""


def _visible(text: str) -> str:
    """Every word a person would see, block by block."""
    try:
        tree = html.document_fromstring(
            text.encode("utf-8", "replace"), html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    words: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            silent += bool(_SILENT.fullmatch(tag))
            words.append(_before(tag))
            if not silent:
                words.append(_flat(node.text))
            continue
        if event == "end":
            silent -= bool(_SILENT.fullmatch(tag))
            words.append("\n" if _BLOCKS.fullmatch(tag) else "")
        if not silent:
            words.append(_flat(node.tail))
    joined = re.sub(r" *\n[ \n]*", "\n", "".join(words))
    return re.sub(r"(^|\n)\| ", r"\1", joined).strip()


def _before(tag: str) -> str:
    if tag in ("td", "th"):
        return " | "
    return "\n" if _BLOCKS.fullmatch(tag) else ""


def _flat(words: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", words or "")


def _rows_plain(article: str) -> str:
    """Table rows as the machine writes them: no bars at the ends, no rule under the heading."""
    lines = []
    for line in article.split("\n"):
        row = line.strip()
        if row.startswith("|") and row.endswith("|") and len(row) > 1:
            if not row.strip("|-: "):
                continue
            row = row.strip("|").strip()
            line = " | ".join(cell.strip() for cell in row.split("|"))
        lines.append(line)
    return "\n".join(lines)


def _tables(page: LexborHTMLParser) -> tuple[Sheet, ...]:
    """Tables of at least two rows and two columns that hold no other table."""
    found: list[Sheet] = []
    for table in page.css("table"):
        if table.css_first("table table") is not None or len(found) >= 200:
            continue
        rows = [
            [(" ".join(cell.text().split()) or None) for cell in row.css("td, th")]
            for row in table.css("tr")
        ]
        width = max(map(len, rows), default=0)
        if width < 2 or len(rows) < 2:
            continue
        filled = tuple(tuple(row + [None] * (width - len(row))) for row in rows)
        found.append(Sheet(name=f"表{len(found) + 1}", rows=filled))
    return tuple(found)
