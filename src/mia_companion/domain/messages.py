"""Messages in threads, and how far each side has read."""

from collections.abc import Mapping, MutableMapping
from typing import Literal, Self

from pydantic import Field, model_validator

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note

GENERAL = "general"
"""The thread that every participant has with the coordinator."""

_TIED = ("step", "appointment")
"""What a thread can be about."""


def thread_about(what: str, item: str) -> str:
    """The thread tied to a step or an appointment: `step:<id>`, `appointment:<id>`."""
    return f"{what}:{item}"


def what_about(thread_id: str) -> tuple[str, str]:
    """What a thread is tied to and its id; two empty strings for any other."""
    what, _, item = thread_id.partition(":")
    return (what, item) if what in _TIED and item else ("", "")


class MessageWritten(Frozen):
    """Someone wrote in a thread, perhaps with the same words in another language beside them.

    A photo or a file can be all there is.
    """

    kind: Literal["MessageWritten"] = "MessageWritten"
    message_id: Id
    thread_id: Id = GENERAL
    words: Note = ""
    attachments: tuple[BlobRef, ...] = ()
    translation: Note = ""
    translation_language: Id = "und"

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.words and not self.attachments:
            raise ValueError("a message has words or something beside them")
        return self


class ThreadReadUpTo(Frozen):
    """An author has read the thread as far as `seq`. One coalesced mark, never one a message."""

    kind: Literal["ThreadReadUpTo"] = "ThreadReadUpTo"
    thread_id: Id = GENERAL
    seq: int = Field(ge=0)


class Message(Frozen):
    """A message as it stands."""

    id: str
    thread_id: str
    words: str
    by: By
    attachments: tuple[BlobRef, ...] = ()
    translation: str = ""
    translation_language: str = ""


Messages = MutableMapping[str, Message]
Reads = MutableMapping[str, int]
"""How far each author has read each thread: `author/thread` to `seq`."""


def read_key(author: str, thread_id: str) -> str:
    """The key of one author's mark in one thread."""
    return f"{author}/{thread_id}"


def place(message: Message) -> int:
    """The place in the journal's order; what waits comes last, and sorting keeps it as written."""
    return message.by.seq or 2**62


def read_by_others(reads: Mapping[str, int], message: Message) -> bool:
    """Whether anyone but its author has read as far as the message."""
    seq = message.by.seq
    if seq is None:
        return False
    marks = ((key.partition("/"), upto) for key, upto in reads.items() if upto >= seq)
    return any(
        thread == message.thread_id and reader != message.by.author
        for (reader, _, thread), _ in marks
    )


def fold_written(messages: Messages, by: By, fact: MessageWritten) -> None:
    """A message is never changed; the first with its id is the one."""
    if fact.message_id not in messages:
        messages[fact.message_id] = Message(
            id=fact.message_id,
            thread_id=fact.thread_id,
            words=fact.words,
            by=by,
            attachments=fact.attachments,
            translation=fact.translation,
            translation_language=fact.translation_language if fact.translation else "",
        )


def fold_read(reads: Reads, by: By, fact: ThreadReadUpTo) -> None:
    """A mark only ever moves on."""
    key = read_key(by.author, fact.thread_id)
    reads[key] = max(reads.get(key, 0), fact.seq)
