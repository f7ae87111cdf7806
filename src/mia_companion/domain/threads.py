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
    """The last `count` of them, at least one."""
    newest = _in_order(live(picture.messages).values(), thread_id)[-count:]
    settled = _settled(picture, thread_id)
    if count == 1 or (len(newest) == count and place(newest[0]) > settled.upto):
        return newest
    return whole_thread(picture, thread_id)[-count:] if settled else newest


def all_threads(picture: Picture) -> tuple[str, ...]:
    """The ids of all threads in which anybody wrote, the one written in last first."""
    last: dict[str, int] = {}
    for message in live(picture.messages).values():
        last[message.thread_id] = max(last.get(message.thread_id, 0), place(message))
    return tuple(sorted(last, key=lambda thread: last[thread], reverse=True))


def count_unread(picture: Picture, reader: str, thread_id: str) -> int:
    """How many messages by others `reader` has not marked as read."""
    upto = picture.reads.get(read_key(reader, thread_id), 0)
    messages = live(picture.messages)
    if upto < (settled := _settled(picture, thread_id)).upto:
        messages = {**settled.fetched, **messages}
    return sum(
        m.thread_id == thread_id
        and m.by.author != reader
        and m.by.seq is not None
        and m.by.seq > upto
        for m in messages.values()
    )


def _settled(picture: Picture, thread_id: str) -> Shelf[Message]:
    return shelf_of(picture.messages).about(thread_id)


def _in_order(messages: Iterable[Message], thread_id: str) -> Thread:
    return tuple(sorted((m for m in messages if m.thread_id == thread_id), key=place))
