"""From entries to the archive: each as it was written, with the names of those who wrote."""

import mimetypes
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from pydantic_core import from_json

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import KINDS, read_fact
from mia_companion.domain.people import ME
from mia_companion.domain.picture import Picture
from mia_companion.paper.archive.shape import SaidEntry, SaidFile, SaidJournal

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry, and how it stands: one of the states in `shape`, empty for what has its place."""

    entry: Entry
    seq: int | None = None
    received_at: datetime | None = None
    state: str = ""

    @staticmethod
    def of(one: Confirmed) -> "Kept":
        """What has its place."""
        return Kept(one.entry, one.seq, one.received_at)


def said_journal(
    role: str, owner: str, kept: Sequence[Kept], names: Mapping[str, str], *, since: int = 1
) -> SaidJournal:
    """A journal. `names` are those of accounts; `owner` is a name, empty for what is nobody's own."""
    entries = tuple(_said(one, names) for one in kept)
    return SaidJournal(role=role, owner=owner, since=since, entries=entries)


def _said(one: Kept, names: Mapping[str, str]) -> SaidEntry:
    entry = one.entry
    kind, said = _read(entry)
    return SaidEntry(
        id=entry.id,
        seq=one.seq,
        at=entry.happened_at,
        received_at=one.received_at,
        author=entry.author,
        by=names.get(entry.author, ""),
        kind=kind,
        said=said,
        state=one.state,
    )


def _read(entry: Entry) -> tuple[str, dict[str, Any] | str]:
    """The kind and what is said, as it was written: also what this version does not know."""
    try:
        kind = entry.kind
        said = from_json(entry.body, allow_inf_nan=False)
    except (ValueError, RecursionError):
        return "", entry.body
    if not isinstance(said, dict) or (kind in KINDS and read_fact(entry.body) is None):
        return "", entry.body
    return kind, said


def files_of(journals: Iterable[SaidJournal]) -> tuple[SaidFile, ...]:
    """Every photo and file that an entry names, once, each with a place of its own under `files/`."""
    found: dict[str, SaidFile] = {}
    for journal in journals:
        for entry in journal.entries:
            for ref in _refs(entry.said):
                found.setdefault(ref.blob_id, ref.model_copy(update={"entry": entry.id}))
    return tuple(
        one.model_copy(update={"path": f"files/{place:04} {_fit_name(one)}"})
        for place, one in enumerate(found.values(), 1)
    )


def _refs(said: dict[str, Any] | str) -> Iterator[SaidFile]:
    refs = said.get("attachments") if isinstance(said, dict) else None
    for ref in refs if isinstance(refs, list) else ():
        try:
            yield SaidFile.model_validate({**ref, "entry": ""})
        except (TypeError, ValueError):  # by a later version, or none at all: it is told as it is
            continue


def _fit_name(one: SaidFile) -> str:
    """A name that every system takes and that leads nowhere else."""
    ending = mimetypes.guess_extension(one.media_type) or ""
    name = _UNFIT.sub(" ", one.name).strip(" .")
    stem, suffix = (PurePath(name).stem, PurePath(name).suffix) if name else ("file", "")
    return stem[:_LONGEST_NAME].strip(" .") + (suffix[:12] or ending)


def name_in(shared: Picture) -> str:
    """What the person is called."""
    profile = shared.profiles.get(ME)
    return profile.name if profile else ""
