"""What is settled, and so may lie on the shelf.

live ──settled──▶ shelf        changed again, its new version is live; settled again, it is shelved anew

Settled is what nothing but looking back needs. It is a place and never a meaning: a picture and the same
picture shelved are equal, and answer alike. In doubt an item stays live, as do all of the maps that are
not named here. Only the server's clock is asked how long ago something was.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from types import NoneType
from typing import Any

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.layers import Layers, live, shelf_of
from mia_companion.domain.long_marks import Long
from mia_companion.domain.messages import Message, place, read_by_others
from mia_companion.domain.openings import Opening
from mia_companion.domain.picture import Picture
from mia_companion.domain.preparations import Prepared
from mia_companion.domain.reminders import Reminder
from mia_companion.domain.shelf import Chunk, labels_of
from mia_companion.domain.steps import NOT_NOW, PLANNED, Step
from mia_companion.domain.suggestions import Suggestion
from mia_companion.domain.undisturbed import Undisturbed

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long things stay live. `quiet`: until so many entries came that say nothing of it; `newest`: so
    many messages of each thread; the rest by the server's clock."""

    quiet: int = 50
    newest: int = 50
    been: timedelta = timedelta(days=1)
    lately: timedelta = timedelta(days=14)
    long_ago: timedelta = timedelta(days=60)


PATIENCE = Patience()


def shelve(picture: Picture, patience: Patience = PATIENCE) -> Picture:
    """The same picture, with what is settled on the shelf."""
    with Undisturbed():
        maps: dict[str, Any] = {
            name: _shelved(getattr(picture, name), ids)
            for name, ids in settled(picture, patience).items()
            if ids
        }
    return replace(picture, **maps) if maps else picture


def settled(picture: Picture, patience: Patience = PATIENCE) -> dict[str, frozenset[str]]:
    """By the name of a map: the keys of what is live there and settled."""
    judge = _Judge(picture, patience)
    return {
        name: frozenset(
            key
            for key, item in live(getattr(picture, name)).items()
            if judge.is_quiet(item) and rule(judge, key, item)
        )
        for name, rule in _RULES.items()
    }


def _shelved(items: Mapping[str, Any], ids: frozenset[str]) -> Layers[Any]:
    now = live(items)
    going = {key: item for key, item in now.items() if key in ids}
    staying = {key: item for key, item in now.items() if key not in ids}
    return Layers(staying, {}, shelf_of(items).with_chunk(chunk_of(going, lambda: going)))


def chunk_of(
    items: Mapping[str, Any], fetch: Callable[[], Mapping[str, Any]], *, place: int | None = None
) -> Chunk[Any]:
    """A chunk that says of these items what can be said unfetched; `fetch` gives them."""
    said = [by for item in items.values() for by in _bylines(item)]
    return Chunk(
        labels_of(items),
        fetch,
        about=labels_of(one.thread_id for one in items.values() if isinstance(one, Message)),
        upto=max((by.seq or 0 for by in said), default=0),
        latest=max((by.at for by in said), default=None),
        place=place,
    )


class _Judge:
    """One picture, and what it takes to judge its items."""

    def __init__(self, picture: Picture, patience: Patience) -> None:
        self.picture = picture
        self.patience = patience
        self.newest = frozenset(_newest(picture, patience.newest))

    def is_quiet(self, item: object) -> bool:
        upto = self.picture.seq - self.patience.quiet
        said = _bylines(item, lately=True)
        return all(by.seq is not None and by.seq <= upto for by in said)

    def before(self, back: timedelta) -> datetime:
        """That long before the server was last heard of; before all time when it never was."""
        return self.picture.as_of - back if self.picture.as_of else _NEVER


def _newest(picture: Picture, count: int) -> Iterator[str]:
    threads: dict[str, list[Message]] = {}
    for message in live(picture.messages).values():
        threads.setdefault(message.thread_id, []).append(message)
    for thread in threads.values():
        thread.sort(key=place, reverse=True)
        yield from (message.id for message in islice(thread, count))


def _bylines(item: object, *, lately: bool = False) -> Iterator[By]:
    """Every byline in an item, or enough of them to know when it was last spoken of."""
    kind = type(item)
    if kind is By:
        yield item  # type: ignore[misc]
    elif kind is tuple:
        for part in item:  # type: ignore[attr-defined]
            if type(part) not in _PLAIN:
                yield from _bylines(part, lately=lately)
    elif isinstance(item, Frozen):
        for part in vars(item).values():
            if type(part) not in _PLAIN:
                yield from _bylines(part, lately=lately)
    elif isinstance(item, Long):
        for part in item.newest if lately else item:
            yield from _bylines(part, lately=lately)


_PLAIN = frozenset((str, int, bool, NoneType, date, datetime, dict))
"""In these no byline lies. Asking of each whether it is a value would take most of the time."""


def _step(judge: _Judge, key: str, step: Step) -> bool:
    """Marked for good, or taken back. One that was suggested can then be taken anew, and is looked for."""
    if step.gone:
        return key not in judge.picture.suggestions
    return step.state not in (PLANNED, NOT_NOW)


def _suggestion(judge: _Judge, key: str, suggestion: Suggestion) -> bool:
    """Answered, or taken back."""
    if suggestion.gone or suggestion.declined_by is not None:
        return True
    step = judge.picture.steps.get(key)
    return step is not None and not step.gone


def _checkin(judge: _Judge, _: str, checkin: CheckIn) -> bool:
    return checkin.gone or checkin.by.at < judge.before(judge.patience.lately)


def _appointment(judge: _Judge, _: str, appointment: Appointment) -> bool:
    return appointment.gone or appointment.now.over_at < judge.before(judge.patience.been)


def _prepared(judge: _Judge, _: str, prepared: Prepared) -> bool:
    """The appointment may be in another journal, so only time tells. It is asked for by its key alone."""
    return all(by.at < judge.before(judge.patience.long_ago) for by in _bylines(prepared))


def _reminder(judge: _Judge, _: str, reminder: Reminder) -> bool:
    """Likewise. One that still reminds is seen again and again."""
    long_ago = judge.before(judge.patience.long_ago)
    return all(at < long_ago for at in (reminder.by.at, *reminder.seen))


def _message(judge: _Judge, key: str, message: Message) -> bool:
    """Read, and no longer among the newest of its thread."""
    return key not in judge.newest and read_by_others(judge.picture.reads, message)


def _opening(judge: _Judge, _: str, opening: Opening) -> bool:
    """A day that is over: only who looks back asks for it."""
    return opening.day < judge.before(judge.patience.lately).date()


_RULES: dict[str, Callable[[_Judge, str, Any], bool]] = {
    "steps": _step,
    "suggestions": _suggestion,
    "checkins": _checkin,
    "appointments": _appointment,
    "preparations": _prepared,
    "reminders": _reminder,
    "messages": _message,
    "notes": lambda *_: True,
    "openings": _opening,
}
