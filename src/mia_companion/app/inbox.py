"""The inbox of whoever is signed in, kept from one view to the next: a new message costs one participant."""

from collections.abc import Mapping
from dataclasses import dataclass

from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.domain.inbox import InboxThread, threads_with
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan

Journals = tuple[str, str]
"""A participant's shared journal and the team's about them; an empty string while one is not here."""


@dataclass(frozen=True, slots=True)
class _Found:
    made_of: tuple[object, ...]
    threads: tuple[InboxThread, ...]


class Inbox:
    """Asks anew only where messages, reading or what is settled have changed. Holds nothing of anyone who
    has left the list."""

    def __init__(self) -> None:
        self._reader = ""
        self._found: dict[str, _Found] = {}

    def threads(self, view: View) -> tuple[InboxThread, ...]:
        """All threads of all participants, in no promised order."""
        reader = view.account.id if view.account is not None and view.is_coordinator else ""
        if reader != self._reader:
            self._reader, self._found = reader, {}
        journals = _journals(view) if reader else {}
        self._found = {
            person: self._of(view, person, *both, reader) for person, both in journals.items()
        }
        return tuple(thread for found in self._found.values() for thread in found.threads)

    def _of(self, view: View, person: str, shared: str, team: str, reader: str) -> _Found:
        picture = view.pictures.get(shared, EMPTY)
        settled = view.pictures.get(team, EMPTY).settled
        made_of = (picture.messages, picture.reads, settled)
        before = self._found.get(person)
        if before is not None and all(a is b for a, b in zip(before.made_of, made_of, strict=True)):
            return before
        return _Found(made_of, threads_with(Plan(shared=picture), settled, person, reader))


def _journals(view: View) -> Mapping[str, Journals]:
    shared, team = {}, {}
    for held in view.journals.values():
        if person := held.info.participant:
            if held.info.role == rights.SHARED:
                shared[person] = held.info.id
            elif held.info.role == rights.TEAM:
                team[person] = held.info.id
    return {person: (journal, team.get(person, "")) for person, journal in shared.items()}
