"""Everyone around a person: name, party, role, and how to reach them."""

from collections.abc import MutableMapping
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, Short


class ContactAdded(Frozen):
    """A person was written into the network; the same id again is the same person, said anew."""

    kind: Literal["ContactAdded"] = "ContactAdded"
    contact_id: Id
    name: Short
    party: Id
    role: Note = ""
    phone: Note = ""
    email: Note = ""
    address: Note = ""


class ContactRemoved(Frozen):
    """The person is not in the network any more."""

    kind: Literal["ContactRemoved"] = "ContactRemoved"
    contact_id: Id


class Contact(Frozen):
    """A person in the network; `fact` is the last that was said of them, before it what it replaced."""

    id: str
    versions: tuple[tuple[By, ContactAdded], ...]
    removed_by: By | None = None
    gone: bool = False

    @property
    def fact(self) -> ContactAdded:
        """What stands."""
        return self.versions[-1][1]

    @property
    def by(self) -> By:
        """Who said it."""
        return self.versions[-1][0]

    @property
    def is_here(self) -> bool:
        """Whether the person is in the network now."""
        return self.removed_by is None and not self.gone

    def without(self, entry: str, author: str) -> "Contact":
        """The contact with that author's entry taken back."""
        if self.removed_by and self.removed_by.wrote(entry, author):
            return self.model_copy(update={"removed_by": None})
        left = tuple(pair for pair in self.versions if not pair[0].wrote(entry, author))
        return self.model_copy(update={"versions": left} if left else {"gone": True})


Contacts = MutableMapping[str, Contact]


def fold_added(contacts: Contacts, by: By, fact: ContactAdded) -> None:
    """What is said last stands. Written in again, a person is back."""
    held = contacts.get(fact.contact_id)
    before = held.versions if held and not held.gone else ()
    contacts[fact.contact_id] = Contact(id=fact.contact_id, versions=(*before, (by, fact)))


def fold_removed(contacts: Contacts, by: By, fact: ContactRemoved) -> None:
    """Gone from the list; what was said stays in the history."""
    held = contacts.get(fact.contact_id)
    if held is not None and held.removed_by is None:
        contacts[held.id] = held.model_copy(update={"removed_by": by})
