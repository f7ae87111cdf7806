"""What everyone at a site may read, offline too: the site, its coordinators and who covers for them, opening
hours, contacts and help numbers."""

from collections.abc import MutableMapping
from datetime import date, time
from typing import Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.steps import Weekday
from mia_companion.domain.words import Id, Note, Short


class SiteNamed(Frozen):
    """What the site is called."""

    kind: Literal["SiteNamed"] = "SiteNamed"
    name: Short

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return "site"


class CoordinatorListed(Frozen):
    """A coordinator works at the site, and can be reached so; with `ended` no longer.

    The name stays known: it stands beside what they wrote.
    """

    kind: Literal["CoordinatorListed"] = "CoordinatorListed"
    coordinator_id: Id
    name: Short
    phone: Note = ""
    ended: bool = False

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return f"coordinator/{self.coordinator_id}"


class ContactListed(Frozen):
    """A named person at a party. An empty name takes the contact off the list."""

    kind: Literal["ContactListed"] = "ContactListed"
    contact_id: Id
    name: Note
    party: Id
    role: Note = ""
    phone: Note = ""
    email: Note = ""
    address: Note = ""

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return f"contact/{self.contact_id}"


class HelpNumberListed(Frozen):
    """A number to call in a crisis. An empty number takes it off the list."""

    kind: Literal["HelpNumberListed"] = "HelpNumberListed"
    help_id: Id
    name: Short
    number: Note
    about: Note = ""

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return f"help/{self.help_id}"


class HoursListed(Frozen):
    """When the team answers on that weekday (1 is Monday); without times it does not."""

    kind: Literal["HoursListed"] = "HoursListed"
    weekday: Weekday
    opens: time | None = None
    closes: time | None = None

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return f"hours/{self.weekday}"


class ClosedListed(Frozen):
    """A day on which the team does not answer, beside public holidays; `open` takes that back."""

    kind: Literal["ClosedListed"] = "ClosedListed"
    day: date
    open: bool = False

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return f"closed/{self.day}"


class CoverListed(Frozen):
    """A coordinator is away, these days included, and who answers meanwhile. An empty one ends it.

    With a `cover_id` a coordinator may have several, each a line of its own.
    """

    kind: Literal["CoverListed"] = "CoverListed"
    cover_id: str = Field(default="", max_length=64)
    coordinator_id: Id
    covered_by: str = Field(default="", max_length=64)
    first_day: date
    last_day: date

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        of_them = f"cover/{self.coordinator_id}"
        return f"{of_them}/{self.cover_id}" if self.cover_id else of_them


class MessageTemplateListed(Frozen):
    """Words that are often written to participants. An empty title takes them off the list."""

    kind: Literal["MessageTemplateListed"] = "MessageTemplateListed"
    template_id: Id
    title: Note
    words: Note = ""

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return f"message-template/{self.template_id}"


class MeetingTemplateListed(Frozen):
    """A kind of meeting that is often booked. An empty title takes it off the list.

    The fields are those of `AppointmentBooked`; `minutes` is how long it takes, when that is known.
    """

    kind: Literal["MeetingTemplateListed"] = "MeetingTemplateListed"
    template_id: Id
    title: Note
    party: Id
    minutes: int | None = Field(default=None, ge=1, le=24 * 60)
    way: Id = "in_person"
    place: Note = ""
    contact: Note = ""
    bring: Note = ""
    directions: Note = ""
    phone: Note = ""
    link: Note = ""
    first_time: Note = ""

    @property
    def line(self) -> str:
        """Which line of the directory it is about."""
        return f"meeting-template/{self.template_id}"


Listed = (
    SiteNamed
    | CoordinatorListed
    | ContactListed
    | HelpNumberListed
    | HoursListed
    | ClosedListed
    | CoverListed
    | MessageTemplateListed
    | MeetingTemplateListed
)


class Listing(Frozen):
    """One line of the directory; `fact` is the last that was said of it."""

    id: str
    by: By
    fact: Listed = Field(discriminator="kind")


Listings = MutableMapping[str, Listing]


def fold_listed(listings: Listings, by: By, fact: Listed) -> None:
    """The last that was said of a line wins."""
    listings[fact.line] = Listing(id=fact.line, by=by, fact=fact)
