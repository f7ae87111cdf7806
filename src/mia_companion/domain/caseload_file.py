"""A list of participants in a CSV file of another system: from bytes to lines with named cells. Pure.

bytes ─▶ text ─▶ columns by their headings ─▶ lines
  └────────┴──────────────┴─────────────────────┴──▶ FileWrong: nothing of it is taken
"""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MOST_BYTES, MOST_LINES, MOST_COLUMNS = 1024 * 1024, 500, 100

EMPTY, TOO_LARGE, EXCEL, NOT_TEXT = "list-empty", "list-too-large", "list-excel", "list-not-text"
NO_NAME, COLUMN_TWICE, MANY_COLUMNS = "list-no-name", "list-column-twice", "list-many-columns"
MANY_LINES, BROKEN_LINE = "list-many-lines", "list-broken-line"

NAME, LANGUAGE, START, PROTECTED = "name", "language", "start", "protected"
COLUMNS = (NAME, LANGUAGE, START, PROTECTED)

_HEADINGS = {
    NAME: "name namn participant deltagare deltagarensnamn fullname fullstandigtnamn",
    LANGUAGE: "language sprak languages readslanguage lasersprak",
    START: "start startdate startday startdatum startdag started borjade begun inskriven",
    PROTECTED: (
        "protected protectedidentity skyddad skyddadidentitet skydd skyddade skyddadepersonuppgifter"
        " sekretess sekretessmarkerad"
    ),
}
_COLUMN_BY_HEADING = {one: name for name, said in _HEADINGS.items() for one in said.split()}

_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How Excel's files begin, the new ones and the old."""

_SEPARATORS = ";,\t"


class FileWrong(Exception):
    """Why a file is not read: one of the names above, and which line or heading, if that is known."""

    def __init__(self, name: str, what: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.what = what


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it begins in the file, its cells by column, and whether it has more than headings."""

    number: int
    cells: Mapping[str, str]
    is_longer: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """What is in a file. `ignored` are headings that say nothing here."""

    lines: tuple[Line, ...]
    ignored: tuple[str, ...] = ()


def read_list(raw: bytes) -> Listed:
    """Read a whole file: UTF-8, UTF-16 or Windows' letters; `;`, `,` or tabs. Raises FileWrong."""
    if len(raw) > MOST_BYTES:
        raise FileWrong(TOO_LARGE)
    if raw.startswith(_ARCHIVES):
        raise FileWrong(EXCEL)
    text, separator = _without_hint(_text(raw))
    if not text.strip():
        raise FileWrong(EMPTY)
    rows = _rows(text, separator or _separator(text))
    _, headings = next(rows, (0, []))
    places = _places(headings)
    lines: list[Line] = []
    for number, row in rows:
        if len(lines) == MOST_LINES:
            raise FileWrong(MANY_LINES)
        cells = {name: row[at].strip() for name, at in places.items() if at < len(row)}
        longer = any(cell.strip() for cell in row[len(headings) :])
        lines.append(Line(number, cells, longer))
    if not lines:
        raise FileWrong(EMPTY)
    known = set(places.values())
    ignored = [h.strip() for at, h in enumerate(headings) if at not in known and h.strip()]
    return Listed(tuple(lines), tuple(ignored))


def folded(words: str) -> str:
    """Letters and digits alone: without case, accents, spaces and signs."""
    bare = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in bare if c.isalnum())


def _text(raw: bytes) -> str:
    encodings: tuple[str, ...] = ("utf-8-sig", "cp1252")  # which has all of Latin-1's letters
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ("utf-16",)
    elif b"\0" in raw[:4]:
        encodings = ("utf-16-be",) if raw.startswith(b"\0") else ("utf-16-le",)
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(unicodedata.category(c) == "Cc" and c not in "\t\r\n" for c in set(text)):
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise FileWrong(NOT_TEXT)


def _without_hint(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, taken off, and what it says."""
    first, _, rest = text.partition("\n")
    hint = first.strip().lower()
    if hint.startswith("sep=") and hint[4:] in (";", ",", ""):
        return "\n" + rest, hint[4:] or "\t"
    return text, ""


def _separator(text: str) -> str:
    """The one that finds most headings that are known, or else most headings."""

    def found(separator: str) -> tuple[int, int]:
        try:
            _, headings = next(_rows(text, separator), (0, []))
        except FileWrong:
            return -1, 0
        return sum(1 for h in headings if folded(h) in _COLUMN_BY_HEADING), len(headings)

    return max(_SEPARATORS, key=found)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that has something in it, with the number at which it begins. Raises FileWrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            raise FileWrong(BROKEN_LINE, str(begins)) from wrong
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = reader.line_num + 1


def _places(headings: list[str]) -> dict[str, int]:
    """Where each column that is known stands. Raises FileWrong."""
    if len(headings) > MOST_COLUMNS:
        raise FileWrong(MANY_COLUMNS)
    places: dict[str, int] = {}
    for at, heading in enumerate(headings):
        name = _COLUMN_BY_HEADING.get(folded(heading))
        if name in places:
            raise FileWrong(COLUMN_TWICE, heading.strip())
        if name is not None:
            places[name] = at
    if NAME not in places:
        raise FileWrong(NO_NAME)
    return places
