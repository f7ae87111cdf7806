"""What everyone at a site may read, offline too: the site, its coordinators, contacts and help numbers."""

from collections.abc import MutableMapping
from typing import Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, Short


class SiteNamed(Frozen):
    """What the site is called."""

    kind: Literal["SiteNamed"] = "SiteNamed"
    name: Short


class CoordinatorListed(Frozen):
    """A coordinator works at the site, and can be reached so."""

    kind: Literal["CoordinatorListed"] = "CoordinatorListed"
    coordinator_id: Id
    name: Short
    phone: Note = ""


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


class HelpNumberListed(Frozen):
    """A number to call in a crisis. An empty number takes it off the list."""

    kind: Literal["HelpNumberListed"] = "HelpNumberListed"
    help_id: Id
    name: Short
    number: Note
    about: Note = ""


Listed = SiteNamed | CoordinatorListed | ContactListed | HelpNumberListed


class Listing(Frozen):
    """One line of the directory; `fact` is the last that was said of it."""

    id: str
    by: By
    fact: Listed = Field(discriminator="kind")


Listings = MutableMapping[str, Listing]


def fold_listed(listings: Listings, by: By, fact: Listed) -> None:
    """The last that was said of a line wins."""
    key = _line(fact)
    listings[key] = Listing(id=key, by=by, fact=fact)


def _line(fact: Listed) -> str:
    match fact:
        case SiteNamed():
            return "site"
        case CoordinatorListed():
            return f"coordinator/{fact.coordinator_id}"
        case ContactListed():
            return f"contact/{fact.contact_id}"
        case HelpNumberListed():
            return f"help/{fact.help_id}"
