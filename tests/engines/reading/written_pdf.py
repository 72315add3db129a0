"""PDF files written for the tests: every run of text just where it is put."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Run:
    """Text drawn at one place; `y` counts from the top of the page, both in points."""

    x: float
    y: float
    text: str
    size: float = 10


def written_pdf(pages: Iterable[Iterable[Run]], rules: Iterable[tuple[float, ...]] = ()) -> bytes:
    """A PDF whose runs are drawn in the order given.

    One font without outlines whose codes are the characters themselves, so that nothing but the
    text layer is there. `rules` are lines (x0, y0, x1, y1) drawn on the first page.
    """
    pages = [list(runs) for runs in pages]
    used = sorted({char for runs in pages for run in runs for char in run.text})
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(content: bytes) -> bytes:
        packed = zlib.compress(content)
        return b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (
            len(packed),
            packed,
        )

    chars = "".join(f"<{ord(c):04x}> <{ord(c):04x}>\n" for c in used)
    to_unicode = add(
        stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
            b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            + f"{len(used)} beginbfchar\n{chars}endbfchar\n".encode()
            + b"endcmap end end"
        )
    )
    widths = " ".join(f"{ord(c)} [{500 if ord(c) < 0x100 else 1000}]" for c in used)
    about = add(
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
    )
    inner = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor %d 0 R /DW 1000 /W [%s] >>" % (about, widths.encode())
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
        b" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>" % (inner, to_unicode)
    )
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for number, runs in enumerate(pages):
        lines = "".join(
            f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"
            for x0, y0, x1, y1 in (rules if number == 0 else ())
        )
        words = "".join(
            f"BT /F {r.size} Tf 1 0 0 1 {r.x} {HEIGHT - r.y} Tm <{_codes(r.text)}> Tj ET\n"
            for r in runs
        )
        content = add(stream((lines + words).encode()))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
                b" /Resources << /Font << /F %d 0 R >> >> >>"
                % (parent, WIDTH, HEIGHT, content, font)
            )
        )
    add(
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    )
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    return _file(objects, root)


def _codes(text: str) -> str:
    return "".join(f"{ord(char):04x}" for char in text)


def _file(objects: list[bytes], root: int) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        start,
    )
    return bytes(out)
