"""What a file is, is told by its content; whatever is not known to be harmless is not taken."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.device.files import is_still, kind_of
from mia_companion.device.kinds import MAX_PICKED_BYTES, PDF, SUFFIXES, TEXT
from mia_companion.device.unfit import (
    EMPTY_FILE,
    FILE_TOO_LARGE,
    KIND_NOT_TAKEN,
    NOT_WHAT_IT_SAYS,
    PHOTO_KIND,
    Unfit,
)
from mia_companion.domain.blobs import MAX_BLOB_BYTES
from tests.pictures import halves, saved

PDF_BYTES = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


def archive(**parts: bytes) -> bytes:
    """A ZIP; `__` in a name stands for a slash, and `_DOT_` for a dot."""
    to = io.BytesIO()
    with ZipFile(to, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return to.getvalue()


def office(part: str, types: bytes = b"<Types/>", **more: bytes) -> bytes:
    """A document of Word, Excel or PowerPoint."""
    to = io.BytesIO(archive(**more))
    with ZipFile(to, "a") as made:
        made.writestr("[Content_Types].xml", types)
        made.writestr(part, b"<x/>")
    return to.getvalue()


def opendocument(kind: str, **more: bytes) -> bytes:
    """A document of LibreOffice."""
    return archive(mimetype=b"application/vnd.oasis.opendocument." + kind.encode(), **more)


TAKEN = [
    ("beslut.pdf", PDF_BYTES, PDF),
    ("Beslut.PDF", PDF_BYTES, PDF),
    ("utan ändelse", PDF_BYTES, PDF),
    ("faktura.2026-03", PDF_BYTES, PDF),
    ("lista.txt", "Köp mjölk 🥛\r\n\toch bröd".encode(), TEXT),
    ("lista.csv", "\ufeffnamn;tid".encode(), TEXT),
    ("lista", "BM börjar som en bild".encode(), TEXT),
    ("brev.docx", office("word/document.xml"), next(k for k in SUFFIXES if "wordproc" in k)),
    ("tabell.xlsx", office("xl/workbook.xml"), next(k for k in SUFFIXES if "spreadsheetml" in k)),
    (
        "visa.pptx",
        office("ppt/presentation.xml"),
        next(k for k in SUFFIXES if "presentationml" in k),
    ),
    ("brev.odt", opendocument("text"), "application/vnd.oasis.opendocument.text"),
    ("tabell.ods", opendocument("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
    ("foto.png", saved(halves()), "image/jpeg"),
    ("foto", saved(halves(), "PNG"), "image/png"),
    ("foto.exe", saved(halves(), "WEBP"), "image/webp"),
    ("foto.gif", saved(halves(), "GIF"), "image/gif"),
]


@pytest.mark.parametrize(("name", "raw", "kind"), TAKEN)
def test_taken_by_its_content_whatever_its_name(name: str, raw: bytes, kind: str) -> None:
    assert kind_of(raw, name) == kind
    assert is_still(raw, kind)
    assert not is_still(raw, "application/zip")
    assert not is_still(HTML, kind)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
REFUSED = [
    ("sida.html", HTML, KIND_NOT_TAKEN),
    ("sida", b"\n <html><body>", KIND_NOT_TAKEN),
    ("sida.xhtml", b"<?xml version='1.0'?><html/>", KIND_NOT_TAKEN),
    ("bild.svg", SVG, KIND_NOT_TAKEN),
    ("bild", b"\xef\xbb\xbf" + SVG, KIND_NOT_TAKEN),
    ("program.exe", b"MZ\x90\x00" + bytes(200), KIND_NOT_TAKEN),
    ("program", b"\x7fELF" + bytes(200), KIND_NOT_TAKEN),
    ("kommando.bat", b"del *.*", KIND_NOT_TAKEN),
    ("kommando", b"#!/bin/sh\nrm -r /", KIND_NOT_TAKEN),
    ("skript.js", b"alert(1)", KIND_NOT_TAKEN),
    ("brev.rtf", b"{\\rtf1 hej}", KIND_NOT_TAKEN),
    ("arkiv.zip", archive(a=b"b"), KIND_NOT_TAKEN),
    ("arkiv.gz", b"\x1f\x8b\x08\x00" + bytes(20), KIND_NOT_TAKEN),
    ("arkiv.7z", b"7z\xbc\xaf'\x1c" + bytes(30), KIND_NOT_TAKEN),
    ("film.mp4", b"\0\0\0\x20ftypisom" + bytes(40), KIND_NOT_TAKEN),
    ("ljud.mp3", b"ID3\x04" + bytes(40), KIND_NOT_TAKEN),
    ("gammalt.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), KIND_NOT_TAKEN),
    ("okänt", bytes(range(256)), KIND_NOT_TAKEN),
    ("noll.txt", b"text\x00mer", NOT_WHAT_IT_SAYS),
    ("latin.txt", "Köp".encode("latin-1"), NOT_WHAT_IT_SAYS),
    ("foto.jpg", b"Det var en text.", NOT_WHAT_IT_SAYS),
    ("foto.jpg", PDF_BYTES, NOT_WHAT_IT_SAYS),
    ("foto.jpg", HTML, NOT_WHAT_IT_SAYS),
    ("brev.pdf", b"Det var en text.", NOT_WHAT_IT_SAYS),
    ("brev.pdf", office("word/document.xml"), NOT_WHAT_IT_SAYS),
    ("brev.docx", office("xl/workbook.xml"), NOT_WHAT_IT_SAYS),
    ("brev.docx", office("word/document.xml", b"macroEnabled.main+xml"), NOT_WHAT_IT_SAYS),
    ("brev.docm", office("word/document.xml", word__vbaProject_DOT_bin=b"x"), KIND_NOT_TAKEN),
    ("brev", opendocument("text", Basic__x=b"x"), KIND_NOT_TAKEN),
    ("brev", opendocument("formula"), KIND_NOT_TAKEN),
    ("foto.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(90), PHOTO_KIND),
    ("foto.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(90), PHOTO_KIND),
    ("foto.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + bytes(90), PHOTO_KIND),
    ("foto.tif", saved(halves(), "TIFF"), PHOTO_KIND),
    ("foto.bmp", saved(halves(), "BMP"), PHOTO_KIND),
    ("tom.pdf", b"", EMPTY_FILE),
    ("stor.pdf", PDF_BYTES + b" " * MAX_BLOB_BYTES, FILE_TOO_LARGE),
    ("stor.jpg", b"\xff\xd8\xff\xe0" + bytes(MAX_PICKED_BYTES), FILE_TOO_LARGE),
]


@pytest.mark.parametrize(
    ("name", "raw", "problem"), REFUSED, ids=[f"{n} {p}" for n, _, p in REFUSED]
)
def test_not_taken_and_told_why(name: str, raw: bytes, problem: str) -> None:
    with pytest.raises(Unfit) as caught:
        kind_of(raw, name)
    assert caught.value.name == problem


def test_a_broken_archive_is_no_document() -> None:
    whole = office("word/document.xml")
    for at in range(4, len(whole), 7):
        raw = whole[:at] + b"\xff" + whole[at + 1 :]
        try:
            assert "wordprocessing" in kind_of(raw, "x")
        except Unfit:
            continue
    with pytest.raises(Unfit):
        kind_of(whole[:40], "x")


def test_an_archive_is_not_unpacked_to_be_looked_at() -> None:
    bomb = archive(**{"[Content_Types]_DOT_xml": bytes(50_000_000), "word__document_DOT_xml": b"x"})
    assert len(bomb) < 100_000
    assert "wordprocessing" in kind_of(bomb, "brev.docx")
    with pytest.raises(Unfit):
        kind_of(archive(**{f"part{n}": b"" for n in range(6000)}), "brev.docx")


@given(st.binary(max_size=300), st.text(max_size=30))
def test_whatever_comes_is_a_known_kind_or_unfit(raw: bytes, name: str) -> None:
    try:
        assert kind_of(raw, name) in SUFFIXES
    except Unfit:
        return
