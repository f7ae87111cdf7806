"""A name is a name: no path, no trick, and never lost for being long."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.device.names import LONGEST, clean_name, given_name, named, suffix_of

CLEANED = [
    ("Beslut.pdf", "Beslut.pdf"),
    ("/etc/passwd", "passwd"),
    ("..\\..\\Windows\\system.ini", "system.ini"),
    ("C:\\Users\\Amina\\brev.docx", "brev.docx"),
    ("..", ""),
    (".hemlig", "hemlig"),
    ("brev\u202efdp.exe", "brevfdp.exe"),
    ("a\x00b\nc\x7f.txt", "abc.txt"),
    ("  två   ord .pdf ", "två ord .pdf"),
    ('vem "då" <x>?.txt', "vem _då_ _x__.txt"),
    ("CON.txt", "_CON.txt"),
    ("رسالة.pdf", "رسالة.pdf"),
    ("e\u0301.txt", "\u00e9.txt"),
    ("😀.png", "😀.png"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "clean"), CLEANED)
def test_cleaned(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_long_name_keeps_its_end() -> None:
    name = clean_name("å" * 500 + ".pdf")
    assert len(name) == LONGEST
    assert name.endswith("å.pdf")


@given(st.text(max_size=400))
def test_whatever_it_was_called_it_is_a_name(name: str) -> None:
    clean = clean_name(name)
    assert len(clean) <= LONGEST
    assert not set(clean) & set('/\\<>:"|?*\n\r\x00')
    assert all(unicodedata.category(c)[0] != "C" for c in clean)
    assert clean_name(clean) == clean
    full = named(name, (".pdf",), "File")
    assert suffix_of(full) == ".pdf"
    assert 4 < len(full) <= LONGEST


def test_a_saved_file_ends_as_its_content_says() -> None:
    assert named("faktura.exe", (".pdf",), "File") == "faktura.exe.pdf"
    assert named("faktura.PDF", (".pdf",), "File") == "faktura.PDF"
    assert named("foto.jpeg", (".jpg", ".jpeg"), "Photo") == "foto.jpeg"
    assert named("", (".jpg",), "Foto") == "Foto.jpg"


@pytest.mark.parametrize(
    "name",
    [
        "IMG_1234.JPG",
        "IMG_20260302_141516.jpg",
        "PXL_20260302_141516.MP.jpg",
        "DSC_0042.JPG",
        "3F2504E0-4F89-41D3-9A0C-0305E82C3301.jpeg",
        "image.jpg",
        "image (2).png",
        "Screenshot 2026-03-02 at 14.15.16.png",
        "WhatsApp Image 2026-03-02 at 14.15.16.jpeg",
        "20260302_141516.jpg",
        "1000004321.jpg",
        "Foto.jpg",
        "a.jpg",
        "IMG_12.jpg",
        "",
    ],
)
def test_what_a_camera_called_a_photo_is_no_name(name: str) -> None:
    assert given_name(name) == ""


BY_HAND = [
    ("Min balkong.jpg", "Min balkong"),
    ("kvitto hyra mars.png", "kvitto hyra mars"),
    ("fotografering.jpg", "fotografering"),
    ("حديقتي.jpg", "حديقتي"),
]


@pytest.mark.parametrize(("name", "given"), BY_HAND)
def test_what_a_person_called_it_is(name: str, given: str) -> None:
    assert given_name(name) == given
