"""An appointment as it stands, and all that was said of it."""

from collections.abc import Mapping
from datetime import date, datetime

from pydantic import AwareDatetime

from mia_companion.domain.arrangements import Attendance, Details, Interpreter, Minutes
from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import taken_back
from mia_companion.domain.zones import there


class Revision(Frozen):
    """When and where, as one entry said it."""

    by: By
    starts_at: AwareDatetime
    ends_at: AwareDatetime | None
    place: str

    @property
    def id(self) -> str:
        """The entry that made it."""
        return self.by.entry

    @property
    def over_at(self) -> AwareDatetime:
        """When it is over; without a known end, when it begins."""
        return self.ends_at or self.starts_at


class MoveWish(Frozen):
    """Another time than that of `revision` is asked for."""

    by: By
    revision: str
    words: str = ""


class Appointment(Frozen):
    """An appointment with its revisions, details, interpreter and minutes."""

    id: str
    zone: str
    revisions: tuple[Revision, ...]
    details: tuple[Details, ...]
    booking: str | None = None
    attended_by: tuple[str, ...] = ()
    """As it was booked; `attending` is as it stands."""
    attendances: tuple[Attendance, ...] = ()
    proposals: tuple[Revision, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    confirmed_by: By | None = None
    cancelled_by: By | None = None
    wish: MoveWish | None = None
    gone: bool = False
    outside: str = ""
    outside_version: int = 0
    """What a later file from elsewhere about the same is known by, and which it was last."""
    changes: int = 0
    """How often anything was said of it or taken back, so that another calendar hears which is newer."""

    @property
    def now(self) -> Revision:
        """The revision that stands."""
        return self.revisions[-1]

    @property
    def day(self) -> date:
        """The day on which it begins, where it takes place."""
        return there(self.now.starts_at, self.zone).date()

    @property
    def moved(self) -> bool:
        """Whether it has had another time or place before."""
        return len(self.revisions) > 1

    @property
    def open_proposals(self) -> tuple[Revision, ...]:
        """Those that came after the revision that stands: a later move has answered the others."""
        mine = _order(self.now.by)
        return tuple(one for one in self.proposals if _order(one.by) > mine)

    @property
    def move_asked(self) -> MoveWish | None:
        """The wish for another time that nobody has answered."""
        wish = self.wish
        asked = wish is not None and wish.revision == self.now.id and self.cancelled_by is None
        return wish if asked else None

    @property
    def interpreter(self) -> Interpreter | None:
        """How it stands with an interpreter, if anything was said."""
        return next((one for one in reversed(self.interpreters) if not one.undone), None)

    @property
    def attending(self) -> tuple[str, ...]:
        """The coordinators who will be there."""
        said = (one.who for one in reversed(self.attendances) if not one.undone)
        return next(said, self.attended_by)

    @property
    def agreed(self) -> tuple[Minutes, ...]:
        """What was agreed, in the order in which it was written."""
        return tuple(one for one in self.minutes if not one.undone)

    @property
    def title(self) -> str:
        """What it is."""
        return self._detail("title")

    @property
    def party(self) -> str:
        """With whom: one of the parties."""
        return self._detail("party")

    @property
    def way(self) -> str:
        """How people meet."""
        return self._detail("way")

    @property
    def contact(self) -> str:
        """Who is met."""
        return self._detail("contact")

    @property
    def bring(self) -> str:
        """What to bring."""
        return self._detail("bring")

    @property
    def directions(self) -> str:
        """How to get there."""
        return self._detail("directions")

    @property
    def phone(self) -> str:
        """The number to call, or to be called by."""
        return self._detail("phone")

    @property
    def link(self) -> str:
        """Where the video call is."""
        return self._detail("link")

    @property
    def first_time(self) -> str:
        """What it is like there, for one who comes the first time."""
        return self._detail("first_time")

    def _detail(self, name: str) -> str:
        said = (one.said for one in reversed(self.details) if not one.undone)
        return next((one[name] for one in said if name in one), self.details[0].said.get(name, ""))

    def changed(self, update: Mapping[str, object]) -> "Appointment":
        """With that said of it."""
        return self.model_copy(update={**update, "changes": self.changes + 1})

    def without(self, entry: str, author: str) -> "Appointment":
        """The appointment with that author's entry taken back."""
        return self.changed(self._what_goes(entry, author))

    def _what_goes(self, entry: str, author: str) -> dict[str, object]:
        if self.revisions[0].by.wrote(entry, author):
            return {"gone": True}
        if self.cancelled_by and self.cancelled_by.wrote(entry, author):
            return {"cancelled_by": None}
        if self.confirmed_by and self.confirmed_by.wrote(entry, author):
            return {"confirmed_by": None}
        if self.wish and self.wish.by.wrote(entry, author):
            return {"wish": None}
        if self.now.by.wrote(entry, author):
            return {"revisions": self.revisions[:-1], "confirmed_by": None}
        return {
            "proposals": tuple(p for p in self.proposals if not p.by.wrote(entry, author)),
            "details": taken_back(self.details, entry, author),
            "attendances": taken_back(self.attendances, entry, author),
            "interpreters": taken_back(self.interpreters, entry, author),
            "minutes": taken_back(self.minutes, entry, author),
        }


def _order(by: By) -> tuple[int, datetime]:
    """What waits comes after what has its place."""
    return (by.seq or 2**62, by.at)
