"""An entry: one immutable fact by one author in one journal, and what the server adds to it.

    written on a device      accepted by the server        folded
    Entry ────────────────▶  Confirmed(entry, seq, …) ───▶ Picture

`Entry.body` is the fact's JSON exactly as its author wrote it. It is never re-encoded, so kinds and
fields that this version does not know survive every journey byte for byte.
"""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from pydantic_core import from_json

MAX_BODY_BYTES = 64 * 1024
"""The longest body a server takes, in UTF-8 bytes."""

_LONGEST_OFFLINE = timedelta(days=400)
_SOONEST = -timedelta(minutes=10)
"""A clock may be ahead of the server's by so much."""

_set = object.__setattr__
_NONE_SET: set[str] = set()
"""Which fields were given and which have their defaults: nobody here asks."""


class Frozen(BaseModel):
    """A value: never changed after it was made; fields from later versions are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    @classmethod
    def made(cls, fields: dict[str, Any]) -> Self:
        """One of every field in the order of the class, which is known to be right and not looked at again.

        Half the time of the constructor; the dictionary is the value's own from then on.
        """
        new = cls.__new__(cls)
        _set(new, "__dict__", fields)
        _set(new, "__pydantic_fields_set__", _NONE_SET)
        _set(new, "__pydantic_extra__", None)
        _set(new, "__pydantic_private__", None)
        return new

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's, in a quarter of its time; a deep copy of what nobody changes is itself."""
        return self.made({**self.__dict__, **(update or {})})


class Entry(Frozen):
    """A fact as its author's device wrote it.

    `based_on` is the highest `seq` of this journal that the author's device had read, in `epoch`;
    `happened_at` is the author's clock in UTC, for people to read and never for order.
    """

    id: str = Field(min_length=8, max_length=64)
    journal: str = Field(min_length=1, max_length=64)
    author: str = Field(min_length=1, max_length=64)
    device: str = Field(min_length=1, max_length=64)
    happened_at: AwareDatetime
    based_on: int = Field(ge=0)
    epoch: str = Field(default="", max_length=64)
    body: str

    @property
    def kind(self) -> str:
        """The body's kind, or an empty string when the body is not a fact at all."""
        try:
            said = from_json(self.body)
        except ValueError:
            return ""
        kind = said.get("kind") if isinstance(said, dict) else None
        return kind if isinstance(kind, str) else ""

    def digest(self) -> bytes:
        """SHA-256 over every field, length-prefixed: the same id with another digest is another entry."""
        parts = (
            self.id,
            self.journal,
            self.author,
            self.device,
            self.happened_at.isoformat(),
            str(self.based_on),
            self.epoch,
            self.body,
        )
        sha = hashlib.sha256()
        for part in parts:
            raw = part.encode()
            sha.update(len(raw).to_bytes(4, "big"))
            sha.update(raw)
        return sha.digest()


class Confirmed(Frozen):
    """An entry with its place in the journal's one order, and the server's receipt for it."""

    entry: Entry
    seq: int = Field(ge=1)
    received_at: AwareDatetime
    receipt: str
    epoch: str


class By(Frozen):
    """Who said something and when, as a picture keeps it. `seq` is None while it waits to be sent."""

    entry: str
    author: str
    device: str
    at: AwareDatetime
    based_on: int
    seq: int | None = None

    def wrote(self, entry: str, author: str) -> bool:
        """Whether this is the byline of that entry, and by that author: nobody undoes another's."""
        return (self.entry, self.author) == (entry, author)

    def had_seen(self, other: "By") -> bool:
        """Whether this author's device knew of `other`, which stands before it in the order."""
        if other.device == self.device:
            return True
        return other.seq is not None and other.seq <= self.based_on


def by_of(said: Entry | Confirmed) -> By:
    """The byline of an entry. A clock that is plainly wrong yields to the server's."""
    if isinstance(said, Confirmed):
        entry, seq, received_at = said.entry, said.seq, said.received_at
        at, based_on = entry.happened_at, entry.based_on
        if entry.epoch != said.epoch:
            based_on = 0  # a restored server counted anew: claim nothing that cannot be known
        if not _SOONEST <= received_at - at <= _LONGEST_OFFLINE:
            at = received_at
    else:
        entry, seq = said, None
        at, based_on = entry.happened_at, entry.based_on
    return By.made(
        {
            "entry": entry.id,
            "author": entry.author,
            "device": entry.device,
            "at": at,
            "based_on": based_on,
            "seq": seq,
        }
    )
