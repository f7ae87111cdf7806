"""A list from another system is read whole or not at all, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain import caseload_file as file
from mia_companion.domain.caseload_file import FileWrong, Listed, folded, read_list

SWEDISH = "Deltagare;Språk;Start Datum;Skyddad identitet\r\nÅsa Öberg;svenska;2026-01-15;nej\r\n"


def cells(listed: Listed) -> list[dict[str, str]]:
    return [dict(line.cells) for line in listed.lines]


ASA = {"name": "Åsa Öberg", "language": "svenska", "start": "2026-01-15", "protected": "nej"}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_swedish_letters_are_right_in_every_encoding_that_programs_write(encoding: str) -> None:
    assert cells(read_list(SWEDISH.encode(encoding))) == [ASA]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_separators_and_line_ends_are_found_out(separator: str, end: str) -> None:
    text = SWEDISH.replace(";", separator).replace("\r\n", end)
    assert cells(read_list(text.encode())) == [ASA]


def test_quotes_a_hint_and_blank_lines_do_no_harm() -> None:
    text = 'sep=;\r\n\r\n"NAMN";"start"\r\n;;;\r\n"Ek; Bo ""Bosse""";2026-02-01\r\n\r\nUlla\r\n'
    listed = read_list(text.encode())
    assert cells(listed) == [
        {"name": 'Ek; Bo "Bosse"', "start": "2026-02-01"},
        {"name": "Ulla"},
    ]
    assert [line.number for line in listed.lines] == [5, 7]


def test_columns_stand_in_any_order_and_others_are_named_and_left_out() -> None:
    listed = read_list(b"personnummer,STARTDATUM , Name\n19900101-0000,2026-01-01,Bo\n")
    assert cells(listed) == [{"start": "2026-01-01", "name": "Bo"}]
    assert listed.ignored == ("personnummer",)


def test_a_line_that_is_longer_than_the_headings_is_known() -> None:
    listed = read_list(b"namn;start\nEk;Bo;2026-01-01\nUlla;;;\n")
    assert [line.is_longer for line in listed.lines] == [True, False]


@pytest.mark.parametrize(
    ("raw", "name", "what"),
    [
        (b"", file.EMPTY, ""),
        (b"\xef\xbb\xbf  \r\n", file.EMPTY, ""),
        (b";;;\n;;", file.NO_NAME, ""),
        (b"namn;start\r\n", file.EMPTY, ""),
        ("Förnamn;Ort\nÅsa;Mölndal".encode("latin-1"), file.NO_NAME, ""),
        (b"namn;Name\nA;B", file.COLUMN_TWICE, "Name"),
        (b"PK\x03\x04" + b"x" * 99, file.EXCEL, ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, file.EXCEL, ""),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", file.NOT_TEXT, ""),
        (b"namn\nAn\0na\n", file.NOT_TEXT, ""),
        (b"\xff\xfen\0a\0m", file.NOT_TEXT, ""),
        (b"namn\n\x81\x8d\n", file.NOT_TEXT, ""),
        (b'namn;start\nBo;2026-01-01\n"Ulla;2026-01-02\nEk;\n', file.BROKEN_LINE, "3"),
        (b'namn\n"Bo" Ek\n', file.BROKEN_LINE, "2"),
        (b"namn\n" + b"x" * 200_000, file.BROKEN_LINE, "2"),
        (b"namn" + b";x" * 100_000 + b"\nBo", file.MANY_COLUMNS, ""),
        (b";" * 100_000, file.NO_NAME, ""),
        (b"namn\n" + b"Bo\n" * 501, file.MANY_LINES, ""),
        (b"x" * (10 * 1024 * 1024), file.TOO_LARGE, ""),
    ],
)
def test_what_cannot_be_read_says_why_and_where(raw: bytes, name: str, what: str) -> None:
    with pytest.raises(FileWrong) as wrong:
        read_list(raw)
    assert (wrong.value.name, wrong.value.what) == (name, what)


def test_five_hundred_lines_are_read() -> None:
    assert len(read_list(b"namn\n" + b"Bo\n" * 500).lines) == 500


@given(st.binary(max_size=2000))
def test_whatever_bytes_come_there_is_a_list_or_a_reason(raw: bytes) -> None:
    for made in (raw, b"namn;start\n" + raw):
        try:
            found = len(read_list(made).lines)
        except FileWrong:
            found = 1
        assert found


def test_names_are_the_same_without_case_accents_and_signs() -> None:
    assert folded(" ÅSA-Lena  Öberg") == folded("asa lena öberg")
    assert folded("Bo Ek") != folded("Bo Eka")
    assert folded("سارة") == "سارة"
    assert folded("—") == ""
