"""One small function an endpoint. The endpoints are described by the server's OpenAPI document."""

from collections.abc import AsyncIterator
from functools import cache
from typing import NoReturn, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from mia_companion.sync.errors import NotOurServer, Offline, Rejected, SignedOut
from mia_companion.sync.session import Session
from mia_companion.wire import problems
from mia_companion.wire.accounts import Devices, Enrol, Invitation, Invite, SignIn, Tokens
from mia_companion.wire.sync import History, Nudge, Pull, PullAnswer, PushAnswer

Transport = httpx.AsyncBaseTransport
"""What carries requests; the tests' loses some."""

Answer = TypeVar("Answer", bound=BaseModel)

DEADLINE = httpx.Timeout(20, connect=8)
LIVE_DEADLINE = httpx.Timeout(45, connect=8)
"""The server says something at least every 15 s; three silences in a row mean a dead line."""

_trust = cache(httpx.create_ssl_context)
"""The certificates trusted, read once a process: 20 ms and 0.8 MiB, too much for each browser's session."""


class Client:
    """Speaks to one server as one device. Raises SyncError and nothing else."""

    def __init__(
        self,
        server: str,
        session: Session,
        transport: Transport | None = None,
    ) -> None:
        self._http = httpx.AsyncClient(
            base_url=server,
            transport=transport,
            verify=_trust(),
            timeout=DEADLINE,
            follow_redirects=False,
        )
        self.session = session

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def enrol(self, asked: Enrol) -> Tokens:
        """Open the app with a code."""
        return self.session.keep(await self._open("/v1/enrolments", asked, Tokens))

    async def sign_in(self, asked: SignIn) -> Tokens:
        """Sign a coordinator in."""
        return self.session.keep(await self._open("/v1/sign-in", asked, Tokens))

    async def sign_out(self) -> None:
        """End this device's access at the server; raises when it cannot be reached."""
        await self._authorized("POST", "/v1/sign-out")
        self.session.drop()

    async def push(self, body: bytes) -> PushAnswer:
        """Send a `wire.sync.Push`, already as bytes."""
        return _read(await self._authorized("POST", "/v1/push", body), PushAnswer)

    async def pull(self, asked: Pull) -> PullAnswer:
        """Ask for what comes after the cursors."""
        raw = asked.model_dump_json().encode()
        return _read(await self._authorized("POST", "/v1/pull", raw), PullAnswer)

    async def history(self, journal: str, before: int, limit: int) -> History:
        """Older entries, for someone who looks back past a picture."""
        path = f"/v1/journals/{journal}/history?before={before}&limit={limit}"
        return _read(await self._authorized("GET", path), History)

    async def invite(self, asked: Invite) -> Invitation:
        """Make room for a new participant."""
        raw = asked.model_dump_json().encode()
        return _read(await self._authorized("POST", "/v1/invitations", raw), Invitation)

    async def devices(self) -> Devices:
        """The account's devices."""
        return _read(await self._authorized("GET", "/v1/devices"), Devices)

    async def remove_device(self, device: str) -> None:
        """End a device's access, from its next request on."""
        await self._authorized("DELETE", f"/v1/devices/{device}")

    async def live(self) -> AsyncIterator[Nudge]:
        """Nudges for as long as the line holds; pull once it stands, for what happened before."""
        access = await self._access()
        headers = {"authorization": f"Bearer {access}", "accept": "text/event-stream"}
        try:
            async with self._http.stream(
                "GET", "/v1/live", headers=headers, timeout=LIVE_DEADLINE
            ) as answer:
                if answer.status_code == httpx.codes.UNAUTHORIZED:
                    await self._refresh()
                    raise Offline(retry_after=0)
                if answer.status_code != httpx.codes.OK:
                    await answer.aread()
                    _raise(answer)
                async for line in answer.aiter_lines():
                    if line.startswith("data:"):
                        yield Nudge.model_validate_json(line[5:])
        except ValidationError as wrong:
            raise NotOurServer from wrong
        except httpx.HTTPError as wrong:
            raise Offline from wrong

    async def _authorized(
        self, method: str, path: str, body: bytes | None = None
    ) -> httpx.Response:
        access = await self._access()
        answer = await self._send(method, path, body, access)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            access = await self._refresh()
            answer = await self._send(method, path, body, access)
        return _checked(answer)

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
            except Rejected as wrong:
                if wrong.name != problems.SIGNED_OUT:
                    raise
                raise SignedOut from wrong
            return self.session.keep(tokens).access

    async def _open(self, path: str, asked: BaseModel, kind: type[Answer]) -> Answer:
        answer = await self._send("POST", path, asked.model_dump_json().encode(), None)
        return _read(_checked(answer), kind)

    async def _send(
        self, method: str, path: str, body: bytes | None, access: str | None
    ) -> httpx.Response:
        headers = {"accept": "application/json"}
        if body is not None:
            headers["content-type"] = "application/json"
        if access:
            headers["authorization"] = f"Bearer {access}"
        try:
            return await self._http.request(method, path, content=body, headers=headers)
        except httpx.HTTPError as wrong:
            raise Offline from wrong


def _checked(answer: httpx.Response) -> httpx.Response:
    if not answer.is_success:
        _raise(answer)
    return answer


def _raise(answer: httpx.Response) -> NoReturn:
    try:
        problem = problems.Problem.model_validate_json(answer.content)
    except ValidationError as wrong:
        raise NotOurServer from wrong
    after = answer.headers.get("retry-after", "")
    wait = float(after) if after.isdecimal() else None
    server_is_down = httpx.codes.INTERNAL_SERVER_ERROR
    if answer.status_code >= server_is_down:
        raise Offline(problems.UNAVAILABLE, wait)
    if problem.name == problems.TOO_MANY:
        raise Rejected(problem.name, wait)
    raise SignedOut if problem.name == problems.SIGNED_OUT else Rejected(problem.name)


def _read(answer: httpx.Response, kind: type[Answer]) -> Answer:
    try:
        return kind.model_validate_json(answer.content)
    except ValidationError as wrong:
        raise NotOurServer from wrong
