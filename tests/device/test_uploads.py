"""One file, once, soon, by the browser that was asked for it; and nothing of it on any disk."""

import asyncio
import itertools
from collections.abc import MutableMapping
from typing import Any

import pytest

from mia_companion.device.browser import uploads as module
from mia_companion.device.browser.cookie import cookie_for
from mia_companion.device.browser.uploads import AT_ONCE, BrowserFiles, Uploads
from mia_companion.device.kinds import MAX_PICKED_BYTES
from mia_companion.device.picking import PickedFile
from mia_companion.device.unfit import FILE_TOO_LARGE, NOT_READ, Unfit
from mia_companion.wire.place import ANYWHERE
from tests.device.test_browser import host_with

Message = MutableMapping[str, Any]
KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
_tokens = itertools.count()


def _uploads(begin: float = 120, stalled: float = 30) -> Uploads:
    return Uploads(lambda count: next(_tokens).to_bytes(count, "big"), begin=begin, stalled=stalled)


async def _put(
    uploads: Uploads,
    address: str,
    *parts: bytes,
    key: bytes | None = KEY,
    method: str = "PUT",
    end: str = "whole",
    headers: dict[str, str] | None = None,
) -> int:
    """The status of the answer."""
    cookie = {"cookie": cookie_for(key, ANYWHERE).split(";")[0]} if key else {}
    sent: list[Message] = []
    waiting = list(parts)

    async def receive() -> Message:
        if not waiting and end != "whole":
            if end == "stalled":
                await asyncio.Event().wait()
            return {"type": "http.disconnect"}
        body = waiting.pop(0) if waiting else b""
        more = bool(waiting) or end != "whole"
        return {"type": "http.request", "body": body, "more_body": more}

    async def send(message: Message) -> None:
        sent.append(message)

    raw = [(n.encode(), v.encode()) for n, v in {**cookie, **(headers or {})}.items()]
    scope = {"type": "http", "method": method, "path": address, "headers": raw}
    await host_with(uploads)(scope, receive, send)
    return int(sent[0]["status"])


async def _waited(uploads: Uploads, offer: module.Offer) -> bytes | str:
    try:
        return await asyncio.wait_for(uploads.wait(offer), 5)
    except Unfit as unfit:
        return unfit.name


async def test_the_bytes_come_to_the_page_that_waits() -> None:
    uploads = _uploads()
    offer = uploads.offer(KEY)
    waiting = asyncio.create_task(uploads.wait(offer))
    assert await _put(uploads, offer.address, b"one ", b"", b"two") == 204
    assert await waiting == b"one two"
    assert uploads._offers == {}


async def test_only_once() -> None:
    uploads = _uploads()
    offer = uploads.offer(KEY)
    assert await _put(uploads, offer.address, b"first") == 204
    assert await _put(uploads, offer.address, b"second") == 404
    assert await _waited(uploads, offer) == b"first"
    assert await _put(uploads, offer.address, b"third") == 404


@pytest.mark.parametrize("wrong", ["token", "cookie", "no cookie", "method", "origin"])
async def test_whatever_is_wrong_is_answered_alike_and_spoils_nothing(wrong: str) -> None:
    uploads = _uploads()
    offer = uploads.offer(KEY)
    address, method = offer.address, "PUT"
    headers: dict[str, str] = {}
    if wrong == "token":
        address = offer.address[:-1] + "f"
    if wrong == "method":
        method = "POST"
    if wrong == "origin":
        headers = {"host": "mia.example", "origin": "https://evil.example"}
    used = {"cookie": OTHER, "no cookie": None}.get(wrong, KEY)
    assert await _put(uploads, address, b"x", key=used, method=method, headers=headers) == 404
    assert await _put(uploads, offer.address, b"right") == 204
    assert await _waited(uploads, offer) == b"right"


async def test_a_get_says_nothing() -> None:
    uploads = _uploads()
    offer = uploads.offer(KEY)
    assert await _put(uploads, offer.address, b"secret") == 204
    assert await _put(uploads, offer.address, method="GET") == 404


async def test_too_much_is_told_at_once_or_as_it_comes() -> None:
    uploads = _uploads()
    for length in (str(MAX_PICKED_BYTES + 1), "5"):
        offer = uploads.offer(KEY)
        megabyte = bytes(1024 * 1024)
        assert (
            await _put(uploads, offer.address, *[megabyte] * 33, headers={"content-length": length})
            == 413
        )
        assert await _waited(uploads, offer) == FILE_TOO_LARGE


async def test_a_line_that_breaks_or_stalls_is_told() -> None:
    uploads = _uploads(stalled=0.02)
    for end in ("broken", "stalled"):
        offer = uploads.offer(KEY)
        assert await _put(uploads, offer.address, b"half", end=end) == 400
        assert await _waited(uploads, offer) == NOT_READ


async def test_an_address_at_which_nobody_comes_is_soon_none() -> None:
    uploads = _uploads(begin=0.02)
    offer = uploads.offer(KEY)
    assert await _waited(uploads, offer) == NOT_READ
    assert await _put(uploads, offer.address, b"late") == 404


async def test_a_browser_has_few_addresses_and_a_page_that_left_none() -> None:
    uploads = _uploads()
    offers = [uploads.offer(KEY) for _ in range(5)]
    other = uploads.offer(OTHER)
    assert len(uploads._offers) == 4
    assert await _put(uploads, offers[0].address, b"x") == 404
    assert await _waited(uploads, offers[0]) == NOT_READ
    waiting = asyncio.create_task(uploads.wait(other))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert await _put(uploads, other.address, b"x", key=OTHER) == 404


async def test_only_so_many_files_are_in_memory_at_once() -> None:
    uploads = _uploads()
    offers = [uploads.offer(bytes([n]) * 32) for n in range(AT_ONCE + 2)]
    slow = [
        asyncio.create_task(_put(uploads, one.address, b"x", key=one.key, end="stalled"))
        for one in offers[:AT_ONCE]
    ]
    next_one = asyncio.create_task(_put(uploads, offers[-1].address, b"y", key=offers[-1].key))
    await asyncio.sleep(0.02)
    assert not next_one.done()
    uploads._withdraw(offers[0], NOT_READ)
    slow[0].cancel()
    assert await asyncio.wait_for(next_one, 5) == 204
    for task in slow:
        task.cancel()
    await asyncio.gather(*slow, return_exceptions=True)


async def test_a_picked_file_is_asked_of_the_browser() -> None:
    uploads = _uploads()

    async def send(address: str) -> None:
        assert await _put(uploads, address, b"photo") == 204

    files = BrowserFiles(uploads, KEY)
    assert await files.read(PickedFile("a.jpg", 5, send=send)) == b"photo"

    async def fails(address: str) -> None:
        raise Unfit(NOT_READ)

    for picked, problem in (
        (PickedFile("a.jpg", 5, send=fails), NOT_READ),
        (PickedFile("a.jpg", 5), NOT_READ),
        (PickedFile("a.jpg", MAX_PICKED_BYTES + 1, send=send), FILE_TOO_LARGE),
    ):
        with pytest.raises(Unfit) as caught:
            await asyncio.wait_for(files.read(picked), 5)
        assert caught.value.name == problem
    assert uploads._offers == {}
