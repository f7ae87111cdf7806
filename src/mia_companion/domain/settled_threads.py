"""Messages that need no answer: a coordinator says so among the coordinators, and the thread is done.

    waiting ──ThreadSettled(up to its last message)──▶ done ──a new message──▶ waiting

Answering makes a thread done as well; that needs no word of its own.
"""

from collections.abc import MutableMapping
from typing import Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id


class ThreadSettled(Frozen):
    """The thread needs no answer up to that message; with an empty one, it waits again."""

    kind: Literal["ThreadSettled"] = "ThreadSettled"
    thread_id: Id
    message_id: str = Field(default="", max_length=64)


class Settled(Frozen):
    """How far a thread is done, and who said so."""

    id: str
    by: By
    message_id: str


SettledThreads = MutableMapping[str, Settled]


def fold_settled(settled: SettledThreads, by: By, fact: ThreadSettled) -> None:
    """What is said last stands."""
    settled[fact.thread_id] = Settled(id=fact.thread_id, by=by, message_id=fact.message_id)
