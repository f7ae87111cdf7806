"""Push, pull and live: how entries travel.

push   entries up       each is accepted, held or refused
pull   cursors up       entries after each cursor, in pages; perhaps a picture first
live   nothing up       "journal J is at seq N", and never any content
"""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import Confirmed, Entry, Frozen
from mia_companion.domain.rights import JournalInfo

MAX_PUSH = 200
"""Entries in one push."""
MAX_PAGE = 1_000
"""Entries in one answer to a pull, over all journals."""
MAX_PUSH_BYTES = 4 * 1024 * 1024
MAX_CURSORS = 500
"""Journals in one pull."""


class Push(Frozen):
    """Entries to store, in the order in which they were written.

    `returned` are entries that a server restored from a backup has lost, brought back with the
    receipt that it once gave for them; they may be anybody's.

    A server in another epoch than the `epoch` named takes nothing: what was written after something it
    has lost would come before it. The device pulls first, and learns what to bring back.
    """

    epoch: str = Field(default="", max_length=64)
    entries: tuple[Entry, ...] = Field(default=(), max_length=MAX_PUSH)
    returned: tuple[Confirmed, ...] = Field(default=(), max_length=MAX_PUSH)


class Accepted(Frozen):
    """The entry has its place in the journal for good."""

    answer: Literal["accepted"] = "accepted"
    id: str
    seq: int
    received_at: AwareDatetime
    receipt: str
    epoch: str


class Held(Frozen):
    """This server is too old to know the kind, or lacks what the author has read: keep it, and send it
    again after an upgrade or a `rebase`."""

    answer: Literal["held"] = "held"
    id: str


class Refused(Frozen):
    """Not stored. `reason` is one of `problems.REASONS`; those behind it are not blocked."""

    answer: Literal["refused"] = "refused"
    id: str
    reason: str


PushResult = Annotated[Accepted | Held | Refused, Field(discriminator="answer")]


class PushAnswer(Frozen):
    """One answer for each entry of the push, in its order, the returned ones first.

    `epoch` is the server's where it is not the push's; then nothing was taken.
    """

    results: tuple[PushResult, ...]
    epoch: str = ""


class Pull(Frozen):
    """How far the caller has read each journal, and in which epoch. A journal left out is at 0."""

    epoch: str | None = None
    cursors: dict[str, int] = Field(default_factory=dict, max_length=MAX_CURSORS)
    limit: int = Field(default=MAX_PAGE, ge=1, le=MAX_PAGE)
    fold_version: int = 0
    """The caller's fold: a picture is sent only to a device that folds alike."""
    heads_only: bool = False
    """Only which journals there are and how far each reaches: neither pictures nor entries."""
    only: tuple[str, ...] | None = Field(default=None, max_length=MAX_CURSORS)
    """Only these journals, of which the caller has heard that they are new. In another epoch, all."""


class PictureAt(Frozen):
    """The journal folded up to `seq`: `picture` is what `domain.picture.save_picture` wrote."""

    seq: int
    fold_version: int
    picture: str


class JournalPage(Frozen):
    """What comes after the caller's cursor in one journal.

    `reached` is how far each account's devices have pulled, for "arrived". `coordinators` are those who
    are assigned to the participant now, in the order in which they were.
    """

    journal: JournalInfo
    head: int
    picture: PictureAt | None = None
    entries: tuple[Confirmed, ...] = ()
    reached: dict[str, int] = Field(default_factory=dict)
    coordinators: tuple[str, ...] = ()


class Gone(Frozen):
    """The server's word that a journal must leave the device: a removed access or an erasure.

    `proof` is a MAC that the device checks with its own leave key, so that nothing but this server
    can make it forget.
    """

    journal: str
    reason: Literal["access-ended", "journal-erased"]
    proof: str


class PullAnswer(Frozen):
    """A page of everything the caller may read.

    `epoch` differs from the caller's when the server was restored from a backup: `rebase` then
    says, for each journal, up to which seq both still agree, and no pages are sent until the caller
    asks in the new epoch. What it holds after that seq it brings back as `Push.returned`. In the
    caller's own epoch it is sent when a cursor lies beyond the head: by what comes back the server
    finds out that it was restored.
    """

    epoch: str
    now: AwareDatetime
    pages: tuple[JournalPage, ...] = ()
    gone: tuple[Gone, ...] = ()
    rebase: dict[str, int] | None = None
    more: bool = False


class Nudge(Frozen):
    """Journal `journal` is at `seq`. Losing one loses nothing."""

    journal: str
    seq: int


class History(Frozen):
    """Older entries of one journal, oldest first, for someone who looks back past a picture."""

    entries: tuple[Confirmed, ...]
