"""The picture: what a journal says, folded. Immutable from outside; equal for equal journals."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.bad_days import Call, Part
from mia_companion.domain.beliefs import Belief
from mia_companion.domain.channels import Channels, Proved, Unreached
from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.consents import Consent
from mia_companion.domain.corrections import Correction
from mia_companion.domain.directory import Listing
from mia_companion.domain.disclosures import Disclosure
from mia_companion.domain.enrolments import Enrolment
from mia_companion.domain.erasures import Erasure
from mia_companion.domain.goals import Goal
from mia_companion.domain.handovers import Handover
from mia_companion.domain.interventions import Intervention
from mia_companion.domain.layers import Change
from mia_companion.domain.long_marks import KEPT
from mia_companion.domain.messages import Message
from mia_companion.domain.milestones import Milestone
from mia_companion.domain.network import Contact
from mia_companion.domain.next_version import next_version_of
from mia_companion.domain.openings import Opening
from mia_companion.domain.people import ME, Profile, TeamNote
from mia_companion.domain.preparations import Prepared
from mia_companion.domain.ratings import Rating
from mia_companion.domain.reminders import Reminder
from mia_companion.domain.settled_threads import Settled
from mia_companion.domain.steps import Step
from mia_companion.domain.suggestions import Suggestion
from mia_companion.domain.undisturbed import Undisturbed

FOLD_VERSION = 5
"""Raised whenever the same entries would give another picture; saved pictures are then folded anew."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything one journal says up to `seq`, and what waits on top of it. Keys are item ids.

    `as_of` is the latest time at which the server received anything of it, None when that is not known:
    it says what can be shelved, means nothing, and is not compared.
    """

    seq: int = 0
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    milestones: Mapping[str, Milestone] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    checkins: Mapping[str, CheckIn] = field(default_factory=dict)
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    appointments: Mapping[str, Appointment] = field(default_factory=dict)
    preparations: Mapping[str, Prepared] = field(default_factory=dict)
    reminders: Mapping[str, Reminder] = field(default_factory=dict)
    channels: Mapping[str, Channels] = field(default_factory=dict)
    unreached: Mapping[str, Unreached] = field(default_factory=dict)
    proved: Mapping[str, Proved] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    reads: Mapping[str, int] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    consents: Mapping[str, Consent] = field(default_factory=dict)
    disclosures: Mapping[str, Disclosure] = field(default_factory=dict)
    bad_day_parts: Mapping[str, Part] = field(default_factory=dict)
    bad_day_calls: Mapping[str, Call] = field(default_factory=dict)
    enrolments: Mapping[str, Enrolment] = field(default_factory=dict)
    interventions: Mapping[str, Intervention] = field(default_factory=dict)
    beliefs: Mapping[str, Belief] = field(default_factory=dict)
    handovers: Mapping[str, Handover] = field(default_factory=dict)
    openings: Mapping[str, Opening] = field(default_factory=dict)
    notes: Mapping[str, TeamNote] = field(default_factory=dict)
    settled: Mapping[str, Settled] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    erasures: Mapping[str, Erasure] = field(default_factory=dict)
    listings: Mapping[str, Listing] = field(default_factory=dict)
    active: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    as_of: datetime | None = field(default=None, compare=False)

    @property
    def profile(self) -> Profile:
        """Who the journal is about."""
        return self.profiles.get(ME, Profile())

    def has(self, item: str) -> bool:
        """Whether anything here bears that id."""
        return any(item in getattr(self, name) for name in ITEM_MAPS)


MAPS = tuple(f.name for f in fields(Picture) if f.name not in ("seq", "as_of"))
"""Every map of a picture."""

ITEM_MAPS = tuple(
    name for name in MAPS if name not in ("reads", "active", "openings", "unreached", "proved")
)
"""Every map whose keys are ids of items."""

EMPTY = Picture()

_next = next_version_of(Picture)

_PICTURES: TypeAdapter[Picture] = TypeAdapter(Picture)


def save_picture(picture: Picture) -> bytes:
    """The picture as JSON, for a saved picture or for a new device."""
    maps: dict[str, Any] = {name: dict(getattr(picture, name)) for name in MAPS}
    return _PICTURES.dump_json(replace(picture, **maps))


def load_picture(saved: bytes) -> Picture:
    """The picture that was saved. Raises pydantic's ValidationError on anything else."""
    with Undisturbed():
        return _PICTURES.validate_json(saved)


def save_part(name: str, items: Mapping[str, Any]) -> bytes:
    """Some items of the map of that name for a device to keep: the JSON of a picture with nothing else."""
    maps: dict[str, Any] = {name: dict(items)}
    return _PICTURES.dump_json(replace(EMPTY, **maps), include={name}, context=KEPT)


def load_part(name: str, saved: bytes) -> Mapping[str, Any]:
    """The items that were saved. Raises pydantic's ValidationError on anything else."""
    found: Mapping[str, Any] = getattr(load_picture(saved), name)
    return found


class Draft:
    """A picture under change. What it costs follows what is touched, not what is there."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._touched: dict[str, Change[Any]] = {}
        self.seq = picture.seq
        self.as_of = picture.as_of

    def note(self, received_at: datetime) -> None:
        """The server received something then."""
        if self.as_of is None or received_at >= self.as_of:
            self.as_of = received_at

    def map(self, name: str) -> Change[Any]:
        """The picture's map of that name, to be changed."""
        found = self._touched.get(name)
        if found is None:
            found = self._touched[name] = Change(getattr(self._picture, name))
        return found

    def reads(self, name: str) -> Mapping[str, Any]:
        """The map of that name, to look in only."""
        touched = self._touched.get(name)
        return getattr(self._picture, name) if touched is None else touched

    def done(self) -> Picture:
        """The next picture. Untouched maps are the same objects as before."""
        if not self._touched and self.seq == self._picture.seq:
            return self._picture
        changed = {name: change.done() for name, change in self._touched.items()}
        return _next(self._picture, {"seq": self.seq, "as_of": self.as_of, **changed})
