"""Our server as `mia-companion serve` runs it; its people and records are made by its own code before."""

import asyncio
import gzip
import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from pydantic_core import from_json, to_json

from bench.peers.load import Client, request
from bench.peers.processes import free_port, serving
from bench.peers.records import Author, Records, fresh_ids, pattern
from bench.peers.sides import BATCH, BEFORE, BEHIND, READERS, WRITERS, wanted
from mia_companion.domain.picture import FOLD_VERSION
from mia_companion.server import operations
from mia_companion.server.api.application import create_app
from mia_companion.server.settings import Settings

_EMAIL, _PASSWORD = "anna@bench.example", "a-long-password"
_AT_ONCE = 200


@contextmanager
def ours(folder: Path, database_url: str = "") -> Iterator["Ours"]:
    """A server on SQLite in that folder, or on another database."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings(folder, database_url, argon2_memory_kib=64)
    world = asyncio.run(_World(settings).furnish())
    port = free_port()
    command = [sys.executable, "-m", "mia_companion.cli", "serve", "--no-web", "--port", str(port)]
    surroundings = {
        "MIA_DATA_DIR": str(folder),
        "MIA_DATABASE_URL": database_url,
        "MIA_REQUESTS_PER_SECOND": "0",  # here one device asks for many
    }
    with serving(command, port, folder, **surroundings) as pid:
        yield Ours(world, port, pid)


class Ours:
    """See `sides.Side`."""

    def __init__(self, world: "_World", port: int, pid: int) -> None:
        self.port, self.pid = port, pid
        self._world = world
        self._records = Records()
        self._salts = (f"{n:08x}" for n in itertools.count(1))

    def writes(self, client: int) -> Client:
        """One entry in each push, each client into a participant's journal of its own."""
        return self._pushes(client, 1)

    def batches(self) -> Client:
        """A hundred in each."""
        return self._pushes(0, BATCH)

    def _pushes(self, client: int, count: int) -> Client:
        author, bearer = self._world.writers[client]
        shape = pattern(self._records.entry(author))
        ids = fresh_ids(next(self._salts))
        size = len(_push([shape.filled(next(ids)) for _ in range(count)]))
        head = _asked("/v1/push", bearer, size)
        while True:
            body = _push([shape.filled(id_) for id_ in itertools.islice(ids, count)])
            said = _plain((yield head + body))
            wanted(said.count(b'"answer":"accepted"'), count)

    def pulls(self, client: int) -> Client:
        """The cursor of the long journal stands ten before its end, all others at theirs."""
        bearer, cursors = self._world.readers[client], dict(self._world.heads)
        cursors[self._world.long] -= BEHIND
        said = {"epoch": self._world.epoch, "cursors": cursors, "fold_version": FOLD_VERSION}
        asked = _request("/v1/pull", bearer, said)
        wanted(_plain((yield asked)).count(b'"receipt":'), BEHIND)
        while True:
            yield asked

    def first_sync(self) -> Client:
        """As a new device does it: a picture, and what came after it."""
        return self._sync(FOLD_VERSION)

    def every_entry(self) -> Client:
        """As a device does it that folds otherwise: every entry, in pages."""
        return self._sync(0)

    def _sync(self, fold_version: int) -> Client:
        epoch, cursors, more = None, dict[str, int](), True
        while more:
            said = {"epoch": epoch, "cursors": cursors, "fold_version": fold_version}
            came = yield _request("/v1/pull", self._world.readers[0], said)
            page: dict[str, Any] = from_json(_plain(came))
            epoch, more = page["epoch"], page["more"]
            for one in page["pages"]:
                upto = one["entries"][-1]["seq"] if one["entries"] else 0
                picture = one["picture"]["seq"] if one["picture"] else 0
                id_ = one["journal"]["id"]
                cursors[id_] = max(cursors.get(id_, 0), upto, picture)
        wanted(cursors[self._world.long], self._world.heads[self._world.long])


class _World:
    """A site with a coordinator, those who write, and one long life that eight devices read."""

    def __init__(self, settings: Settings) -> None:
        self._app = create_app(settings)
        self.writers: list[tuple[Author, str]] = []
        self.readers: list[str] = []
        self.heads: dict[str, int] = {}
        self.long = self.epoch = ""

    async def furnish(self) -> "_World":
        """Everybody, and the ten thousand entries."""
        async with self._app.router.lifespan_context(self._app):
            backend = self._app.state.backend
            association = await operations.create_association(backend, "Bench")
            site = await operations.create_site(backend, association, "Bench")
            await operations.create_coordinator(backend, site, "Anna", _EMAIL, _PASSWORD)
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://bench", timeout=None
            ) as self._http:
                said = {"email": _EMAIL, "password": _PASSWORD, "device": "device-of-anna"}
                anna = (await self._said("/v1/sign-in", "", said))["access"]
                for number in range(WRITERS):
                    who = f"participant-{number:03}"
                    self.writers.append(await self._let_in(anna, who, f"device-{number:06}"))
                for number in range(READERS):
                    reader = await self._let_in(anna, "participant-long", f"reader-{number}")
                    if number == 0:
                        await self._fill(*reader)
                    self.readers.append(reader[1])
        return self

    async def _let_in(self, anna: str, who: str, device: str) -> tuple[Author, str]:
        invited = await self._said("/v1/invitations", anna, {"participant": who})
        said = {"code": invited["code"], "device": device}
        access = (await self._said("/v1/enrolments", "", said))["access"]
        return Author(invited["shared_journal"], who, device), access

    async def _fill(self, author: Author, bearer: str) -> None:
        records = Records()
        for _ in range(BEFORE // _AT_ONCE):
            entries = [records.entry(author).model_dump() for _ in range(_AT_ONCE)]
            answer = await self._said("/v1/push", bearer, {"entries": entries})
            wanted({one["answer"] for one in answer["results"]}, {"accepted"})
        page = await self._said("/v1/pull", bearer, {"heads_only": True})
        self.epoch, self.long = page["epoch"], author.journal
        self.heads = {one["journal"]["id"]: one["head"] for one in page["pages"]}

    async def _said(self, path: str, bearer: str, said: object) -> dict[str, Any]:
        answer = await self._http.post(path, content=to_json(said), headers=_headers(bearer))
        if answer.is_error:
            raise RuntimeError(f"{path}: {answer.text}")
        found: dict[str, Any] = answer.json()
        return found


def _headers(bearer: str) -> dict[str, str]:
    return {"authorization": f"Bearer {bearer}", "content-type": "application/json"}


def _push(entries: list[bytes]) -> bytes:
    return b'{"entries":[' + b",".join(entries) + b"]}"


def _asked(path: str, bearer: str, size: int) -> bytes:
    """The head of a request whose body has that many bytes."""
    whole = request("POST", path, b" " * size, Authorization=f"Bearer {bearer}")
    return whole[: len(whole) - size]


def _request(path: str, bearer: str, said: object) -> bytes:
    return request("POST", path, to_json(said), Authorization=f"Bearer {bearer}")


def _plain(body: bytes) -> bytes:
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
