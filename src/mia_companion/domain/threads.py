"""What is asked of the messages in one picture. A thread's newest messages are always live."""

from collections.abc import Iterable

from mia_companion.domain.layers import live, shelf_of
from mia_companion.domain.messages import Message, place, read_key
from mia_companion.domain.picture import Picture
from mia_companion.domain.shelf import Shelf

Thread = tuple[Message, ...]


def whole_thread(picture: Picture, thread_id: str) -> Thread:
    """A thread's messages in the journal's order, what waits last."""
    return _in_order(
        {**_settled(picture, thread_id).fetched, **live(picture.messages)}.values(), thread_id
    )


def newest_of(picture: Picture, thread_id: str, count: int) -> Thread:
    """The last `count` of them, at least one. Of what is settled, only as much is fetched as they need."""
    messages = live(picture.messages)
    newest = _in_order(messages.values(), thread_id)[-count:]
    if count == 1:
        return newest
    for chunk in sorted(
        _settled(picture, thread_id).chunks, key=lambda one: one.upto, reverse=True
    ):
        if len(newest) == count and place(newest[0]) > chunk.upto:
            break
        messages = {**chunk.fetched, **messages}  # a message is never changed
        newest = _in_order(messages.values(), thread_id)[-count:]
    return newest


def latest_by_thread(picture: Picture) -> dict[str, Message]:
    """The last message of each thread in which anybody wrote, in one walk through what is live."""
    last: dict[str, Message] = {}
    for message in live(picture.messages).values():
        held = last.get(message.thread_id)
        if held is None or place(message) >= place(held):
            last[message.thread_id] = message
    return last


def all_threads(picture: Picture) -> tuple[str, ...]:
    """The ids of all threads in which anybody wrote, the one written in last first."""
    last = latest_by_thread(picture)
    return tuple(sorted(last, key=lambda thread: place(last[thread]), reverse=True))


def unread_of(picture: Picture, reader: str, thread_id: str | None = None) -> list[Message]:
    """Messages by others that `reader` has not marked as read, in one thread or in all."""
    messages, shelf = live(picture.messages), shelf_of(picture.messages)
    threads = {thread_id} if thread_id else {m.thread_id for m in messages.values()}
    reads = live(picture.reads)  # they never settle
    upto = {one: reads.get(read_key(reader, one), 0) for one in threads}
    for thread in threads:
        if upto[thread] < shelf.upto and upto[thread] < (settled := shelf.about(thread)).upto:
            messages = {**settled.fetched, **messages}
    return [
        m
        for m in messages.values()
        if m.by.author != reader
        and m.by.seq is not None
        and m.thread_id in threads
        and m.by.seq > upto[m.thread_id]
    ]


def _settled(picture: Picture, thread_id: str) -> Shelf[Message]:
    return shelf_of(picture.messages).about(thread_id)


def _in_order(messages: Iterable[Message], thread_id: str) -> Thread:
    return tuple(sorted((m for m in messages if m.thread_id == thread_id), key=place))
