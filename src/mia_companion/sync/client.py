"""One small function an endpoint, as the server's OpenAPI document describes it."""

from collections.abc import AsyncIterator
from urllib.parse import quote

import httpx
from pydantic import ValidationError

from mia_companion.domain.blobs import BlobRef
from mia_companion.sync.answers import fail, offset_in, read
from mia_companion.sync.calendars import CalendarLine
from mia_companion.sync.enrolment import EnrolmentLine
from mia_companion.sync.errors import NotOurServer, Offline, Rejected
from mia_companion.sync.line import Transport
from mia_companion.sync.looking import LookingLine
from mia_companion.sync.offered import OfferedLine
from mia_companion.sync.rights import RightsLine
from mia_companion.wire import problems
from mia_companion.wire.accounts import (
    ChangePassword,
    Tokens,
)
from mia_companion.wire.files import Export, Import, Imported
from mia_companion.wire.following import CoverAsked, HandOver, LeftBehind
from mia_companion.wire.results import Publications, Publish, SiteResults
from mia_companion.wire.sync import Nudge, Pull, PullAnswer, PushAnswer

__all__ = ["LIVE_DEADLINE", "Client", "Transport"]

LIVE_DEADLINE = httpx.Timeout(45, connect=8)
"""The server says something at least every 15 s; three silences in a row mean a dead line."""


class Client(LookingLine, CalendarLine, OfferedLine, RightsLine, EnrolmentLine):
    """Speaks to one server as one device. Raises SyncError and nothing else."""

    async def change_password(self, asked: ChangePassword) -> Tokens:
        """A password of one's own."""
        raw = asked.model_dump_json().encode()
        return self.session.keep(read(await self._authorized("POST", "/v1/password", raw), Tokens))

    async def sign_out(self) -> None:
        """End this device's access at the server; raises when it cannot be reached."""
        await self._authorized("POST", "/v1/sign-out")
        self.session.drop()

    async def push(self, body: bytes) -> PushAnswer:
        """Send a `wire.sync.Push`, already as bytes."""
        return read(await self._authorized("POST", "/v1/push", body), PushAnswer)

    async def pull(self, asked: Pull) -> PullAnswer:
        """Ask for what comes after the cursors."""
        raw = asked.model_dump_json().encode()
        return read(await self._authorized("POST", "/v1/pull", raw), PullAnswer)

    async def put_blob(
        self, journal: str, ref: BlobRef, entry: str, offset: int, part: bytes
    ) -> int:
        """Send a part from an offset on; where the server stands then. An empty part only announces.

        `entry` names the blob: with it an author may finish even after a handover.
        """
        headers = {
            "upload-offset": str(offset),
            "upload-length": str(ref.size),
            "upload-sha256": ref.sha256,
            "upload-entry": entry,
            "content-type": "application/octet-stream",
        }
        answer = await self._asked("PUT", _blob(journal, ref), part, headers)
        return offset_in(answer, ref.size)

    async def get_blob(self, journal: str, ref: BlobRef) -> bytes:
        """A whole blob, never more of it than was announced. Raises also when it is not there yet."""
        return await self._whole(_blob(journal, ref), ref.size)

    async def hand_over(self, asked: HandOver) -> None:
        """Give a participant another coordinator. The same `id` may be sent again."""
        await self._authorized("POST", "/v1/handovers", asked.model_dump_json().encode())

    async def cover(self, asked: CoverAsked) -> None:
        """Say who answers while one is away. The same `id` may be sent again."""
        await self._authorized("POST", "/v1/covers", asked.model_dump_json().encode())

    async def end_cover(self, cover: str) -> None:
        """Be back, or do not go."""
        await self._authorized("DELETE", f"/v1/covers/{quote(cover, safe='')}")

    async def left_behind(self, journal: str) -> LeftBehind:
        """What came too late from those who wrote there before."""
        path = f"/v1/journals/{quote(journal, safe='')}/left-behind"
        return read(await self._authorized("GET", path), LeftBehind)

    async def looked_at(self, journal: str, entry: str) -> None:
        """It was read, and is shown no more."""
        where, one = (quote(part, safe="") for part in (journal, entry))
        await self._authorized("DELETE", f"/v1/journals/{where}/left-behind/{one}")

    async def bring_in(self, asked: Import) -> Imported:
        """Make room for many new participants, or for none of them."""
        raw = asked.model_dump_json().encode()
        return read(await self._authorized("POST", "/v1/imports", raw), Imported)

    async def take_out(self, told: Export) -> None:
        """Have it written down that these people's data leaves as a file."""
        await self._authorized("POST", "/v1/exports", told.model_dump_json().encode())

    async def results(self, period: str) -> SiteResults:
        """The exact results of the caller's site; the look is written down."""
        return read(await self._authorized("GET", f"/v1/results?period={period}"), SiteResults)

    async def publish(self, asked: Publish) -> None:
        """Publish a half-year for good."""
        await self._authorized("POST", "/v1/publications", asked.model_dump_json().encode())

    async def publications(self) -> Publications:
        """What the sites of the caller's association have published."""
        return read(await self._authorized("GET", "/v1/publications"), Publications)

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
                    fail(answer)
                async for line in answer.aiter_lines():
                    if line.startswith("data:"):
                        yield Nudge.model_validate_json(line[5:])
        except ValidationError as wrong:
            raise NotOurServer from wrong
        except httpx.HTTPError as wrong:
            raise Offline from wrong


def _blob(journal: str, ref: BlobRef) -> str:
    """Ids of other people's making stand in a path: none may lead out of it."""
    if ref.blob_id in (".", ".."):
        raise Rejected(problems.NOT_FOUND)
    return f"/v1/journals/{quote(journal, safe='')}/blobs/{quote(ref.blob_id, safe='')}"
