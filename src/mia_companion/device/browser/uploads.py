"""Addresses of our own at which a browser may put one file, once and soon.

    offered ──PUT by the same browser──▶ coming ──all of it──▶ arrived ──▶ the page that waits
       │                                   │
       └── nobody came for two minutes     └── too large · broken off · stalled ──▶ told to that page

A photo of 25 MB would cut the line that carries the screens, and Flet's own upload would lay it on the
server's disk in the clear. Here it is in memory until the page has it, and nowhere else. Whatever is
wrong with an address, a key or a method is answered alike.
"""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any

from mia_companion.device.browser.policy import HEADERS, file_policy
from mia_companion.device.kinds import MAX_PICKED_BYTES
from mia_companion.device.picking import PickedFile
from mia_companion.device.unfit import FILE_TOO_LARGE, NOT_READ, Unfit

PREFIX = "/uploads/"

BEGIN_SECONDS, STALLED_SECONDS, LONGEST_SECONDS = 120.0, 30.0, 600.0
AT_ONCE = 4
"""However many browsers there are, so many files are in memory on their way."""
_OFFERS_A_BROWSER = 3

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class Offer:
    """One address for one browser."""

    def __init__(self, path: str, token: str, key: bytes) -> None:
        self.address = path + PREFIX + token
        self.token = token
        self.key = key
        self.begun = asyncio.Event()
        self.arrived: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def end(self, outcome: bytes | Unfit) -> None:
        """The bytes are here, or why they are not. The first word counts."""
        if self.arrived.done():
            return
        if isinstance(outcome, Unfit):
            self.arrived.set_exception(outcome)
            self.arrived.exception()  # it is told to whoever waits, and to nobody else
        else:
            self.arrived.set_result(outcome)


class Uploads:
    """Belongs to the host. `random(count)` makes the tokens; the seconds are those named above; `path` is
    what stands before all of our addresses (`wire.place`)."""

    def __init__(
        self,
        random: Callable[[int], bytes],
        *,
        path: str = "",
        begin: float = BEGIN_SECONDS,
        stalled: float = STALLED_SECONDS,
    ) -> None:
        self._random = random
        self._path = path
        self._begin = begin
        self._stalled = stalled
        self._offers: dict[str, Offer] = {}
        self._room = asyncio.Semaphore(AT_ONCE)

    def offer(self, key: bytes) -> Offer:
        """An address for the browser with that key. Its oldest one goes when it has several."""
        mine = [one for one in self._offers.values() if one.key == key]
        for old in mine[: len(mine) + 1 - _OFFERS_A_BROWSER]:
            self._withdraw(old, NOT_READ)
        made = Offer(self._path, self._random(32).hex(), key)
        self._offers[made.token] = made
        return made

    async def wait(self, offer: Offer) -> bytes:
        """The bytes that are put there. Raises Unfit; after it the address is none."""
        begun = asyncio.ensure_future(offer.begun.wait())
        waits: list[asyncio.Future[Any]] = [begun, offer.arrived]
        try:
            await asyncio.wait(waits, timeout=self._begin, return_when=asyncio.FIRST_COMPLETED)
            if not offer.begun.is_set() and not offer.arrived.done():
                raise Unfit(NOT_READ)
            async with asyncio.timeout(LONGEST_SECONDS):
                return await asyncio.shield(offer.arrived)
        except TimeoutError as wrong:
            raise Unfit(NOT_READ) from wrong
        finally:
            begun.cancel()
            self._withdraw(offer, NOT_READ)

    def _withdraw(self, offer: Offer, why: str) -> None:
        self._offers.pop(offer.token, None)
        offer.end(Unfit(why))

    async def handle(self, key: bytes | None, scope: Message, receive: Receive, send: Send) -> None:
        """ASGI, for paths under PREFIX; `key` is the browser's, if it brought one."""
        offer = self._offers.get(str(scope["path"]).removeprefix(PREFIX))
        known = offer is not None and key is not None and hmac.compare_digest(offer.key, key)
        if offer is None or not known or offer.begun.is_set() or scope["method"] != "PUT":
            await _answer(send, 404)
            return
        offer.begun.set()
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if length.isdigit() and int(length) > MAX_PICKED_BYTES:
            offer.end(Unfit(FILE_TOO_LARGE))
            await _answer(send, 413)
            return
        async with self._room:
            try:
                offer.end(await self._body(offer, receive))
            except Unfit as unfit:
                offer.end(unfit)
                with suppress(OSError):  # whoever broke off does not listen
                    await _answer(send, 413 if unfit.name == FILE_TOO_LARGE else 400)
                return
        await _answer(send, 204)

    async def _body(self, offer: Offer, receive: Receive) -> bytes:
        parts: list[bytes] = []
        size = 0
        while not offer.arrived.done():
            try:
                async with asyncio.timeout(self._stalled):
                    message = await receive()
            except TimeoutError as wrong:
                raise Unfit(NOT_READ) from wrong
            if message["type"] != "http.request":
                raise Unfit(NOT_READ)
            part = message.get("body", b"")
            size += len(part)
            if size > MAX_PICKED_BYTES:
                raise Unfit(FILE_TOO_LARGE)
            parts.append(part)
            if not message.get("more_body"):
                return b"".join(parts)
        raise Unfit(NOT_READ)  # nobody waits for it any more


class BrowserFiles:
    """`Files` of one browser's pages."""

    def __init__(self, uploads: Uploads, key: bytes) -> None:
        self._uploads = uploads
        self._key = key

    async def read(self, picked: PickedFile) -> bytes:
        """All of its bytes, which the browser is asked for. Raises Unfit."""
        if picked.size > MAX_PICKED_BYTES:
            raise Unfit(FILE_TOO_LARGE)
        if picked.send is None:
            raise Unfit(NOT_READ)
        offer = self._uploads.offer(self._key)
        sending = asyncio.ensure_future(picked.send(offer.address))
        sending.add_done_callback(lambda done: _told(offer, done))
        try:
            return await self._uploads.wait(offer)
        finally:
            sending.cancel()


def _told(offer: Offer, sending: "asyncio.Future[None]") -> None:
    """The browser says that it could not: nobody needs to wait for the end of a deadline."""
    if not sending.cancelled() and sending.exception() is not None:
        offer.end(Unfit(NOT_READ))


async def _answer(send: Send, status: int) -> None:
    headers = [
        (b"content-length", b"0"),
        (b"cache-control", b"no-store"),
        file_policy(b""),
        *HEADERS,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
