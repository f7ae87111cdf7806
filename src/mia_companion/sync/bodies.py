"""What a push says, put together from bytes that were written once and are sent as they are for ever."""

from mia_companion.wire.sync import MAX_PUSH_BYTES


def push_of(epoch: str, name: str, raw: list[bytes]) -> bytes:
    """A `wire.sync.Push` in that epoch, its list `name` with as many of these as may be, from the first.

    Always at least one. An empty epoch is not named.
    """
    named = f'"epoch":"{epoch}",' if epoch else ""
    return f'{{{named}"{name}":['.encode() + b",".join(_within(raw)) + b"]}"


def _within(raw: list[bytes]) -> list[bytes]:
    size = 0
    for count, one in enumerate(raw):
        size += len(one)
        if size > MAX_PUSH_BYTES // 2 and count:
            return raw[:count]
    return raw
