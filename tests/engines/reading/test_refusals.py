"""Files that cannot be read are refused with what, where and what to do; nothing else happens."""

import zipfile
from io import BytesIO

import docx
import pypdf
import pytest
import xlsxwriter
from written_pdf import Run, written_pdf

from ceyuan.engines.reading import recognise as door
from ceyuan.engines.reading.formats.encoding import NotText, UnknownEncoding
from ceyuan.engines.reading.formats.refusal import (
    Damaged,
    Dangerous,
    EmptyFile,
    NoTable,
    NoText,
    NotSupported,
    Protected,
    TooLarge,
)
from ceyuan.engines.reading.recognise import recognise
from ceyuan.model.errors import BadInput


def packed(parts: dict[str, bytes], level: int = 9) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def workbook(*cells: tuple[str, str]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for place, words in cells:
            sheet.write(place, words)
    return out.getvalue()


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(BytesIO(written_pdf([[Run(50, 50, "云岫区科技工作总结报告")]])))
    writer.encrypt("secret")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def word() -> bytes:
    out = BytesIO()
    document = docx.Document()
    document.add_paragraph("总结")
    document.save(out)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BAD = {
    "an empty file": (b"", EmptyFile),
    "blanks only": (b" \r\n\t\n", EmptyFile),
    "a byte order mark only": (b"\xef\xbb\xbf", EmptyFile),
    "a program": (b"MZ\x90\x00\x03" + bytes(200), NotText),
    "control bytes": (bytes(range(32)) * 20, NotText),
    "bytes in no encoding": (b"abc \x81 \xff\xff def \x80\xff" * 9, BadInput),
    "a workbook under a password": (OLE + "EncryptedPackage".encode("utf-16-le"), Protected),
    "an old Word document": (OLE + "WordDocument".encode("utf-16-le"), NotSupported),
    "a PDF under a password": (locked_pdf(), Protected),
    "a PDF of pictures": (written_pdf([[], []]), NoText),
    "a PDF cut in two": (b"%PDF-1.7\n1 0 obj", Damaged),
    "a Word document cut in two": (word()[:-400], Damaged),
    "a workbook without a table": (workbook(), NoTable),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(60), NotSupported),
    "an archive": (packed({"a.txt": b"x"}), NotSupported),
    "an OFD document": (packed({"OFD.xml": b"<a/>"}), NotSupported),
    "a presentation": (packed({"ppt/presentation.xml": b"<a/>"}), NotSupported),
    "rich text": (b"{\\rtf1 abc}", NotSupported),
    "a page without a word": (b"<html><body><script>1</script></body></html>", EmptyFile),
    "a zip bomb": (
        packed({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b"0" * (60 << 20)}),
        Dangerous,
    ),
    "entities that expand": (
        packed({"word/document.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a/>'}),
        Dangerous,
    ),
    "a cell at the far end of the sheet": (
        workbook(("A1", "甲"), ("XFD1048576", "乙")),
        Dangerous,
    ),
    "a part that is not what it says": (
        word().replace(b"word/document.xml", b"word/documenz.xml", 1),
        BadInput,
    ),
}


FAR = [
    '<c r="XFD1048576"><v>1</v></c>',
    "<c r='XFD1048576'><v>1</v></c>",
    '<c  t="n" r="XFD1048576"><v>1</v></c>',
    '<c r="A1"r="ZZ99999999"><v>1</v></c>',
    '<c r="ZZZZ9"><v>1</v></c>',
    '<c r="&#88;FD1048576"><v>1</v></c>',
]


@pytest.mark.parametrize("cell", FAR)
def test_a_far_cell_is_found_however_it_is_spelled(cell):
    parts = _parts(workbook(("A1", "甲")))
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</row>", cell.encode() + b"</row>", 1)

    with pytest.raises((Dangerous, Damaged)):
        recognise(packed(parts), "a.xlsx")


def test_a_far_cell_is_found_in_whatever_part_the_sheet_is_kept():
    parts = _parts(workbook(("A1", "甲"), ("XFD1048576", "乙")))
    parts["xl/other.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace(b"worksheets/sheet1.xml", b"other.xml")

    with pytest.raises(Dangerous):
        recognise(packed(parts), "a.xlsx")


def open_sheet(rows: str) -> bytes:
    """A spreadsheet of OpenDocument with these rows."""
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="名录">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    media = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "</manifest:manifest>"
    )
    return packed(
        {
            "mimetype": media.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def _cell(words: str, repeated: int = 1) -> str:
    again = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    return (
        f'<table:table-cell office:value-type="string"{again}><text:p>{words}</text:p>'
        "</table:table-cell>"
    )


def test_an_opendocument_sheet_is_read():
    content = open_sheet(f"<table:table-row>{_cell('甲')}{_cell('乙')}</table:table-row>")

    assert recognise(content, "名录.ods").sheets[0].rows == (("甲", "乙"),)


def test_a_cell_of_an_opendocument_sheet_repeated_without_measure_is_refused():
    content = open_sheet(f"<table:table-row>{_cell('甲', 99_999_999)}</table:table-row>")

    with pytest.raises(Dangerous):
        recognise(content, "名录.ods")


def test_an_old_workbook_that_breaks_the_library_is_damaged_and_the_program_lives_on():
    with pytest.raises(Damaged):
        recognise(OLE + "Workbook".encode("utf-16-le") + bytes(2000), "名录.xls")


@pytest.mark.parametrize("sort", BAD)
def test_a_bad_file_is_refused_by_name_with_what_to_do(sort):
    content, situation = BAD[sort]

    with pytest.raises(situation) as refused:
        recognise(content, "上报材料.bin")

    error = refused.value
    assert "上报材料.bin" in str(error.where)
    assert error.remedy
    for language in ("zh", "en"):
        assert len(error.told(language).split("\n")) == 3


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at(monkeypatch):
    monkeypatch.setattr(door, "MOST_BYTES", 1000)

    with pytest.raises(TooLarge):
        recognise(b"%PDF-" + bytes(1000), "a.pdf")


def test_a_text_too_long_for_a_document_is_refused(monkeypatch):
    monkeypatch.setattr(door, "MOST_TEXT", 1000)

    with pytest.raises(TooLarge):
        recognise("云岫".encode() * 200, "a.txt")


def test_random_bytes_are_refused_and_nothing_else():
    noise = bytes((i * 7919 + i // 3 * 104729) % 256 for i in range(4000))

    with pytest.raises((NotText, UnknownEncoding)):
        recognise(noise, "a.txt")


def test_a_name_is_never_taken_for_a_path():
    scan = recognise("名称,数量\n甲,1\n".encode(), "../../etc/名录.csv")

    assert scan.sheets[0].name == "名录"


def test_formatted_but_empty_cells_far_away_do_no_harm():
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "甲")
        sheet.write_blank("XFD1048576", None, book.add_format({"bold": True}))

    assert recognise(out.getvalue(), "a.xlsx").sheets[0].rows == (("甲",),)
