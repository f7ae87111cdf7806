"""Two browsers in one process read the same journal once; one who may not read it never meets it."""

import json
import random
from pathlib import Path
from typing import Any

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain import rights
from mia_companion.server import operations
from mia_companion.store.commons import Commons
from tests.example_data import seeded
from tests.world import EMAIL, PASSWORD, SERVER, World, a_world

OTHER = "jonas@example.org"


class _Watched(httpx.AsyncBaseTransport):
    """Notes what each pull was answered."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.pages: list[dict[str, Any]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._world.network.handle_async_request(request)
        if request.url.path == "/v1/pull":
            body = await answer.aread()
            self.pages += json.loads(body)["pages"]
        return answer

    @property
    def entries(self) -> int:
        return sum(len(page["entries"]) for page in self.pages)


async def _browser(
    world: World, commons: Commons, name: str, email: str = EMAIL
) -> tuple[Companion, _Watched]:
    watched = _Watched(world)
    companion = open_companion(
        world.folder / name, seeded(len(name))(32), SERVER, clock=world.clock,
        random=random.Random(name).randbytes, uniform=lambda a, b: b,
        transport=watched, commons=commons,
    )  # fmt: skip
    assert await Actions(companion).access.sign_in(email, PASSWORD) == ""
    companion.runner.stop()
    return companion, watched


async def test_the_second_browser_fetches_only_what_is_new(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        _, phone, _ = await world.people()
        for n in range(60):
            phone.do.path.record_good(f"Steg {n}")
        await phone.sync()
        commons = Commons()
        first, whole = await _browser(world, commons, "first")
        first.upkeep.now()
        for n in range(3):
            phone.do.path.record_good(f"Nytt {n}")
        await phone.sync()
        second, rest = await _browser(world, commons, "second")
        shared = first.view.journal(rights.SHARED, phone.participant)
        assert whole.entries > 60
        assert sum(len(p["entries"]) for p in rest.pages if p["journal"]["id"] == shared) == 3
        await first.engine.sync()
        shown = [c.view.picture(rights.SHARED, phone.participant) for c in (first, second)]
        assert shown[0] == shown[1]
        assert shown[0].steps == phone.shared().steps
        await first.close()
        await second.close()


async def test_who_may_not_read_it_gets_nothing_of_it(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        desktop, phone, _ = await world.people()
        for n in range(60):
            phone.do.path.record_good(f"Steg {n}")
        await phone.sync()
        assert world.backend
        site = desktop.companion.view.account
        assert site
        await operations.create_coordinator(world.backend, site.site, "Jonas", OTHER, PASSWORD)
        commons = Commons()
        first, _ = await _browser(world, commons, "first")
        other, watched = await _browser(world, commons, "other", OTHER)
        assert first.view.participants == (phone.participant,)
        assert other.view.participants == ()
        assert {page["journal"]["role"] for page in watched.pages} == {rights.DIRECTORY}
        await first.close()
        await other.close()
