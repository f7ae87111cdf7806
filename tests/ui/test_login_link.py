"""An administrator connects somebody's electronic identity, and is asked first whether it is they."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.server.login.settings import LoginSettings
from tests.server.login.authenticator import ORIGIN, RP_ID
from tests.server.login.forging import OURS
from tests.ui.at_work import add, at_work
from tests.world import PASSWORD, World


async def test_a_link_is_made_once_it_was_shown_who_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(World, "login", LoginSettings(ORIGIN, RP_ID, OURS, idle=timedelta()))
    async with at_work(tmp_path) as work:
        given = await add(work, "Eva Ek", "eva@example.org")
        work.world.clock.now += timedelta(minutes=6)
        async with work.screen(route=f"/sites/{work.site}/staff/{given.account}") as screen:
            await screen.clicks("Connect an electronic identity")
            await screen.sees("Eva Ek opens the link once")
            await screen.sees("Make a link")
            waiting = asyncio.create_task(screen.click("Make a link"))
            await screen.sees("Is it you?")
            assert not screen.shows(f"{ORIGIN}/v1/login/at/")
            await screen.type("Your password", PASSWORD)
            await screen.click("It is me")
            await waiting
            await screen.sees("A link for Eva Ek", f"{ORIGIN}/v1/login/at/")
            await screen.clicks("I have handed it over")
            await screen.sees("Has had an account since")


async def test_without_a_provider_there_is_nothing_to_connect(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        given = await add(work, "Eva Ek", "eva@example.org")
        async with work.screen(route=f"/sites/{work.site}/staff/{given.account}") as screen:
            await screen.sees("Has had an account since")
            assert not screen.shows("Connect an electronic identity")
