"""What a pull is answered with, as bytes: entries go out as they were sealed, and are not read in between."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pydantic_core import to_json

from mia_companion.domain.rights import JournalInfo
from mia_companion.wire.sync import Gone, PictureAt


def confirmed(entry: bytes, seq: int, received_at: datetime, receipt: str, epoch: str) -> bytes:
    """A `Confirmed` around an entry's own JSON."""
    rest = to_json({"seq": seq, "received_at": received_at, "receipt": receipt, "epoch": epoch})
    return b'{"entry":' + entry + b"," + rest[1:]


def journal_page(
    journal: JournalInfo,
    head: int,
    *,
    picture: PictureAt | None,
    entries: Iterable[bytes],
    reached: Mapping[str, int],
    coordinators: tuple[str, ...],
) -> bytes:
    """A `JournalPage`."""
    rest = {
        "journal": journal.__dict__,
        "head": head,
        "picture": dict(picture) if picture else None,
        "reached": reached,
        "coordinators": coordinators,
    }
    return b'{"entries":[' + b",".join(entries) + b"]," + to_json(rest)[1:]


def answer(
    epoch: str,
    now: datetime,
    *,
    pages: Iterable[bytes] = (),
    gone: tuple[Gone, ...] = (),
    rebase: dict[str, int] | None = None,
    more: bool = False,
) -> bytes:
    """A `PullAnswer`."""
    said = [dict(one) for one in gone]
    rest = {"epoch": epoch, "now": now, "gone": said, "rebase": rebase, "more": more}
    return b'{"pages":[' + b",".join(pages) + b"]," + to_json(rest)[1:]
