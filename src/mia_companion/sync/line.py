"""The line to one server: requests that carry this device's tokens, which are renewed when they are spent."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import cache

import httpx
from pydantic import BaseModel

from mia_companion import __version__
from mia_companion.sync.answers import Answer, checked, fail, read, wants_proof
from mia_companion.sync.errors import NotOurServer, Offline, Removed, SignedOut
from mia_companion.sync.session import Session
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.headers import APP_VERSION

Transport = httpx.AsyncBaseTransport
"""What carries requests; the tests' loses some."""

DEADLINE = httpx.Timeout(20, connect=8)

_GRACE_SECONDS = 30.0
_SLOWEST_BYTES = 512
"""In a second. Whatever comes more slowly, once the grace is over, is not a line but a trap: each of its
bytes would come in time, and the last one never."""

_LONGEST_ANSWER = 64 * 1024 * 1024

_PIECE_BYTES = 16 * 1024
"""Each piece of a file has a whole deadline for itself: a slow line is not a dead one."""

_JSON = {"content-type": "application/json"}

_trust = cache(httpx.create_ssl_context)
"""The certificates trusted, read once a process: 20 ms and 0.8 MiB, too much for each browser's session."""


Prove = Callable[[], Awaitable[bool]]


async def _nobody_asked() -> bool:
    return False


class Line:
    """Speaks to one server as one device. Raises SyncError and nothing else."""

    def __init__(
        self,
        server: str,
        session: Session,
        transport: Transport | None = None,
    ) -> None:
        self._http = httpx.AsyncClient(
            base_url=server,
            headers={APP_VERSION: __version__},
            transport=transport,
            verify=_trust(),
            timeout=DEADLINE,
            follow_redirects=False,
        )
        self.session = session
        self.comes_from = ""
        """The network address of the person, where this process speaks for a browser elsewhere."""
        self.prove: Prove = _nobody_asked
        """Asks whoever is here to show once more who they are; whether they did."""

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def _authorized(
        self, method: str, path: str, body: bytes | None = None
    ) -> httpx.Response:
        answer = await self._asked(method, path, body)
        if wants_proof(answer) and await self.prove():
            answer = await self._asked(method, path, body)
        return checked(answer)

    async def _asked(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str] = _JSON
    ) -> httpx.Response:
        access = await self._access()
        answer = await self._send(method, path, body, access, headers)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            access = await self._refresh()
            answer = await self._send(method, path, body, access, headers)
        return answer

    async def _access(self) -> str:
        return self.session.access() or await self._refresh()

    async def _refresh(self) -> str:
        asked = self.session.refresh()
        if asked is None:
            raise SignedOut
        async with self.session.refreshing:
            if fresh := self.session.access(other_than=asked.refresh):
                return fresh
            try:
                tokens = await self._open("/v1/tokens", asked, Tokens)
            except SignedOut as wrong:
                if self.session.is_removed(asked.refresh, wrong.proof):
                    raise Removed from wrong
                raise
            if (known := self.session.account) and known.id != tokens.account.id:
                raise NotOurServer  # somebody else's tokens would send this person's words as theirs
            return self.session.keep(tokens).access

    async def _open(self, path: str, asked: BaseModel, kind: type[Answer]) -> Answer:
        answer = await self._send("POST", path, asked.model_dump_json().encode(), None)
        return read(checked(answer), kind)

    async def _send(
        self,
        method: str,
        path: str,
        body: bytes | None,
        access: str | None,
        more: Mapping[str, str] = _JSON,
    ) -> httpx.Response:
        headers = {"accept": "application/json"}
        content: bytes | AsyncIterator[bytes] | None = body
        if body is not None:
            headers |= more
            if len(body) > _PIECE_BYTES and more is not _JSON:
                headers["content-length"] = str(len(body))
                content = _pieces(body)
        if access:
            headers["authorization"] = f"Bearer {access}"
        if self.comes_from:
            headers["x-forwarded-for"] = self.comes_from
        patience = _GRACE_SECONDS + len(body or b"") / _SLOWEST_BYTES
        try:
            async with (
                asyncio.timeout(patience) as limit,
                self._http.stream(method, path, content=content, headers=headers) as answer,
            ):
                return await _in_time(answer, limit)
        except (httpx.HTTPError, TimeoutError) as wrong:
            raise Offline from wrong

    async def _whole(self, path: str, longest: int) -> bytes:
        """What is answered, read as it comes, and never more than it may be."""
        access = await self._access()
        for again in (False, True):
            headers = {"authorization": f"Bearer {access}"}
            content = bytearray()
            try:
                async with self._http.stream("GET", path, headers=headers) as answer:
                    if answer.status_code == httpx.codes.UNAUTHORIZED and not again:
                        access = await self._refresh()
                        continue
                    if answer.status_code != httpx.codes.OK:
                        await answer.aread()
                        fail(answer)
                    async for piece in answer.aiter_bytes():
                        content += piece
                        if len(content) > longest:
                            raise NotOurServer
            except httpx.HTTPError as wrong:
                raise Offline from wrong
            return bytes(content)
        raise SignedOut


async def _in_time(answer: httpx.Response, limit: asyncio.Timeout) -> httpx.Response:
    """The answer with all that it says; more time is allowed as more of it comes."""
    began, content = asyncio.get_running_loop().time(), bytearray()
    limit.reschedule(began + _GRACE_SECONDS)
    async for piece in answer.aiter_bytes():
        content += piece
        if len(content) > _LONGEST_ANSWER:
            raise NotOurServer
        limit.reschedule(began + _GRACE_SECONDS + len(content) / _SLOWEST_BYTES)
    headers = [one for one in answer.headers.raw if one[0].lower() != b"content-encoding"]
    return httpx.Response(answer.status_code, headers=headers, content=bytes(content))


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), _PIECE_BYTES):
        yield body[start : start + _PIECE_BYTES]
