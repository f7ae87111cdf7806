"""A network that loses, repeats, cuts and replaces, as told, and later heals."""

import asyncio
from collections.abc import Callable, Iterable, Iterator

import httpx

FAULTS = (
    "lost request",
    "lost answer",
    "repeated",
    "truncated",
    "old answer",
    "html",
    "html after",
    "html 401",
    "error",
    "busy",
    "redirect",
    "late",
    "overtaken",
)
"""What can befall one request. `fine` befalls it otherwise."""

_HTML = b"<!doctype html><title>Logga in</title><p>Gratis wifi"
_BUSY = b'{"type":"urn:mia-companion:problem:unavailable","title":"x","status":503}'
_INSTEAD: dict[str, tuple[int, dict[bytes, bytes], bytes]] = {
    "html": (200, {b"content-type": b"text/html"}, _HTML),
    "html 401": (401, {b"content-type": b"text/html"}, _HTML),
    "redirect": (302, {b"location": b"http://login.test/"}, b""),
    "error": (502, {}, _HTML),
    "busy": (503, {b"retry-after": "²".encode("latin-1")}, _BUSY),
}
"""What somebody on the way answers, and the request never arrives."""


class Faults(httpx.AsyncBaseTransport):
    """Carries each request with the next fault of `plan`; once that has run out all is fine."""

    def __init__(self, network: httpx.AsyncBaseTransport, plan: Iterable[str] = ()) -> None:
        self._network = network
        self._plan: Iterator[str] = iter(plan)
        self._answers: dict[str, httpx.Response] = {}
        self._on_its_way: list[httpx.Request] = []
        self.met: list[str] = []
        self.meanwhile: Callable[[], None] | None = None
        """What a person does once, while an answer is on its way."""

    def heal(self) -> None:
        """Nothing goes wrong any more."""
        self._plan = iter(())

    def plan(self, *faults: str) -> None:
        """What the next requests meet."""
        self._plan = iter(faults)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request and what becomes of it."""
        await request.aread()  # so that it can be sent twice
        fault = next(self._plan, "fine")
        self.met.append(fault)
        if fault in _INSTEAD:
            status, headers, content = _INSTEAD[fault]
            return httpx.Response(status, headers=headers, content=content)
        if fault == "old answer" and request.url.path in self._answers:
            return self._answers[request.url.path]
        if fault == "lost request":
            raise httpx.ConnectTimeout("lost", request=request)
        if fault == "overtaken":  # it arrives after the next one, and nobody waits for its answer
            self._on_its_way.append(request)
            raise httpx.ReadTimeout("lost", request=request)
        if fault == "late":
            await asyncio.sleep(0.001)
        if fault == "repeated":
            await self._carry(request)
        answer = await self._carry(request)
        if self.meanwhile is not None:
            tapped, self.meanwhile = self.meanwhile, None
            tapped()
        if fault == "lost answer":
            raise httpx.ReadTimeout("lost", request=request)
        if fault == "truncated":
            return httpx.Response(answer.status_code, content=answer.content[:-7])
        return httpx.Response(200, content=_HTML) if fault == "html after" else answer

    async def _carry(self, request: httpx.Request) -> httpx.Response:
        answer = await self._network.handle_async_request(request)
        while self._on_its_way:
            await self._network.handle_async_request(self._on_its_way.pop(0))
        content = await answer.aread()
        kept = ("content-type", "upload-offset", "upload-length")
        headers = {name: answer.headers[name] for name in kept if name in answer.headers}
        said = httpx.Response(answer.status_code, headers=headers, content=content)
        if answer.is_success:
            self._answers[request.url.path] = said
        return said
