"""What `everything.json` says. A later version only adds; what changes its meaning has another number.

Archive
├ around      who followed, which devices, who looked and did what: from the authority only
├ journals    one audience each, and in it every entry as it was written
├ files       photos and files that the entries name, and where each lies beside this
└ left_out    what is not here, by the names in `LEFT_OUT`
"""

from typing import Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from mia_companion.domain.entries import Frozen

VERSION: Literal[1] = 1
NAME, SCHEMA_NAME, PAGE_NAME = "everything.json", "everything.schema.json", "everything.html"

BY_APP, BY_AUTHORITY = "app", "authority"

TEAM_NOTES, OWN_JOURNAL, OLDER, SOME_FILES = "team-notes", "own-journal", "older", "some-files"
LEFT_OUT = (TEAM_NOTES, OWN_JOURNAL, OLDER, SOME_FILES)
"""What coordinators write among themselves; what only the participant reads; entries from before this device
began to read; photos and files that could not be fetched."""

WAITING, REFUSED, TOO_LATE = "waiting", "refused", "too-late"
"""How an entry stands that has no place in the journal's order: not sent yet, not taken by the server, or
written by somebody whose access had ended."""


class _Written(Frozen):
    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)


class SaidEntry(_Written):
    """One entry. `said` is the fact as its author wrote it; text where it is none that this version reads."""

    id: str
    seq: int | None = None
    at: AwareDatetime
    received_at: AwareDatetime | None = None
    author: str
    by: str
    kind: str
    said: dict[str, Any] | str
    state: str = ""


class SaidJournal(_Written):
    """Entries in their order. `since` is the `seq` of the first; `owner` whose own it is."""

    role: str
    owner: str = ""
    since: int = 1
    entries: tuple[SaidEntry, ...] = ()


class SaidFile(_Written):
    """A photo or a file that an entry names. `path` is where it lies here; None when it could not be had."""

    blob_id: str
    entry: str
    name: str = ""
    media_type: str
    size: int
    sha256: str
    path: str | None = None


class Followed(_Written):
    """Who followed the participant, from when until when."""

    who: str
    since: AwareDatetime | None = Field(default=None, alias="from")
    until: AwareDatetime | None = None


class OwnDevice(_Written):
    """A device of the participant's."""

    added: AwareDatetime | None = None
    last_seen: AwareDatetime | None = None
    removed: AwareDatetime | None = None


class Deed(_Written):
    """A line of the authority's audit: who did what with what is kept."""

    at: AwareDatetime | None = None
    by: str
    what: str


class Around(_Written):
    """What the tables beside the journals keep."""

    since: AwareDatetime | None = None
    followed_by: tuple[Followed, ...] = ()
    devices: tuple[OwnDevice, ...] = ()
    done: tuple[Deed, ...] = ()
    looked: tuple[Deed, ...] = ()


class Archive(_Written):
    """Everything."""

    schema_name: Literal["everything.schema.json"] = Field(
        default="everything.schema.json", alias="$schema"
    )
    version: Literal[1] = 1
    made_at: AwareDatetime
    made_by: str
    language: str
    participant: str
    name: str = ""
    around: Around | None = None
    journals: tuple[SaidJournal, ...] = ()
    files: tuple[SaidFile, ...] = ()
    left_out: tuple[str, ...] = ()
