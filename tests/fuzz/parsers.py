"""What takes bytes that somebody else made. Each may refuse in its own words, and may do nothing else.

a push, a pull          from whoever has a token, or had one
a body, folded          an entry of another's device: one that breaks the fold breaks every device
an answer, a problem    from whatever answers in the server's place
a picture               likewise
a token, a cookie       from anybody
a picked file, a list   a photo, a document, a caseload in a spreadsheet's text
a backup, a key's file  from whoever knows the recipient, or can write there
a link, a number        words that somebody wrote, and that a tap opens
"""

import io
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

from pydantic import ValidationError

from mia_companion.device.browser.cookie import read_key
from mia_companion.device.fitting import fit, to_show
from mia_companion.device.kinds import PHOTO_TYPES
from mia_companion.device.unfit import Unfit
from mia_companion.domain.caseload_file import FileWrong, read_list
from mia_companion.domain.caseload_rows import preview
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import read_fact, write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, load_picture, save_picture
from mia_companion.domain.shelving import shelve
from mia_companion.server.keeping.archive import ArchiveReader, NotABackup
from mia_companion.server.keeping.key_files import read_key_file
from mia_companion.server.keeping.rows_in import rows_of
from mia_companion.server.keys import KeyStore
from mia_companion.server.tokens import Tokens
from mia_companion.ui.components.leads import call, map_of, number_in, safe_link
from mia_companion.wire.place import ANYWHERE
from mia_companion.wire.problems import Problem
from mia_companion.wire.sync import Nudge, Pull, PullAnswer, Push, PushAnswer

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def _shape(raw: bytes) -> None:
    for kind in (Push, Pull, PushAnswer, PullAnswer, Problem, Nudge):
        try:
            read = kind.model_validate_json(raw)
        except ValidationError:
            continue
        assert kind.model_validate_json(read.model_dump_json()) == read


def _bodies(raw: bytes) -> None:
    """Lines are bodies, of two authors in turn; those that are facts fold, shelve, and come back the same."""
    said = []
    for place, line in enumerate(raw.decode(errors="replace").split("\n"), 1):
        fact = read_fact(line)
        if fact is not None:
            assert read_fact(write_fact(fact)) == fact
        said.append(confirmed(line, place))
    whole = fold(EMPTY, said)
    in_steps = EMPTY
    for one in said:
        in_steps = fold(in_steps, (one,))
    assert save_picture(in_steps) == save_picture(whole)
    shelve(whole)


def confirmed(body: str, seq: int) -> Confirmed:
    """The body as one of two people's."""
    at = NOW + timedelta(minutes=seq)
    entry = Entry(
        id=f"entry-{seq:04}", journal="shared", author=f"person-{seq % 2}", device=f"device-{seq % 2}",
        happened_at=at, based_on=max(0, seq - 3), epoch="e", body=body,
    )  # fmt: skip
    return Confirmed(entry=entry, seq=seq, received_at=at, receipt="", epoch="e")


def _picture(raw: bytes) -> None:
    try:
        load_picture(raw)
    except ValidationError:
        return


class _Keys:
    """The same key for everything."""

    def server_key(self, name: str) -> bytes:
        return name.encode().ljust(32, b"\0")

    def server_keys(self, name: str) -> tuple[bytes, ...]:
        return (self.server_key(name),)


KEYS: KeyStore = _Keys()  # type: ignore[assignment]
_TOKENS = Tokens(KEYS)


def _token(raw: bytes) -> None:
    said = raw.decode("latin-1")
    assert _TOKENS.read_access(said, NOW) is None
    assert _TOKENS.read_refresh(said) is None
    read_key(said, ANYWHERE)


def _backup(raw: bytes) -> None:
    rows: Counter[str] = Counter()
    with suppress(NotABackup):
        archive = ArchiveReader(io.BytesIO(raw), KEYS)
        tables = {one.name: one for one in archive.manifest.tables}
        for table, content in archive.members():
            if table in tables:
                rows[table] += len(list(rows_of(tables[table], content)))
        archive.check(dict(rows))


def _key_file(raw: bytes) -> None:
    with suppress(ValueError):
        read_key_file(raw)


def _picked(raw: bytes) -> None:
    try:
        fitted = fit(raw, "picked")
    except Unfit:
        return
    if fitted.media_type in PHOTO_TYPES:
        to_show(fitted.content, fitted.media_type, small=True)  # what was kept can be shown


def _caseload(raw: bytes) -> None:
    try:
        listed = read_list(raw)
    except FileWrong:
        return
    preview(listed, (), {"svenska": "sv"}, date(2026, 11, 27))


def _words(raw: bytes) -> None:
    written = raw.decode(errors="replace")
    link = safe_link(written)
    assert link is None or link.url.startswith("https://")
    number = number_in(written)
    assert number is None or number.url.startswith("tel:")
    assert call(written).startswith("tel:")
    map_of(written, "android")


PARSERS: dict[str, Callable[[bytes], None]] = {
    "shapes": _shape,
    "bodies": _bodies,
    "picture": _picture,
    "token": _token,
    "picked": _picked,
    "backup": _backup,
    "key file": _key_file,
    "caseload": _caseload,
    "words": _words,
}


def _planted(raw: bytes) -> None:
    """A fault that the fuzzer must find: two letters in a row, one comparison after the other."""
    if raw[:1] == b"M":
        if raw[1:2] == b"I":
            raise KeyError("planted")
        return


PLANTED = {"planted": _planted}
