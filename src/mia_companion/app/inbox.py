"""The inbox of whoever is signed in, kept from one view to the next: a new message costs one participant."""

from dataclasses import dataclass

from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.domain.inbox import InboxThread, threads_with


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
        people = [one for role, one in view.by_role if role == rights.SHARED and one]
        self._found = {one: self._of(view, one) for one in people} if reader else {}
        return tuple(thread for found in self._found.values() for thread in found.threads)

    def _of(self, view: View, person: str) -> _Found:
        picture = view.picture(rights.SHARED, person)
        settled = view.picture(rights.TEAM, person).settled
        made_of = (picture.messages, picture.reads, settled)
        before = self._found.get(person)
        if before is not None and all(a is b for a, b in zip(before.made_of, made_of, strict=True)):
            return before
        return _Found(made_of, threads_with(view.plan(person), settled, person, self._reader))
