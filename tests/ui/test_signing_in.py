"""A coordinator signs in, and may tap before everything has come."""

import asyncio
from pathlib import Path

import flet as ft
import httpx
import pytest

from tests.ui.office import TOKENS, Office


@pytest.mark.parametrize("width", [390, 1280])
async def test_signing_in(tmp_path: Path, width: int) -> None:
    office = Office(tmp_path)
    try:
        async with office.screen(route="/sign-in", width=width) as screen:
            await screen.click("Sign in")
            assert screen.shows("Write something first.")
            await screen.type("E-mail", "karin@site.example")
            await screen.type("Password", "wrong")
            await screen.click("Sign in")
            for _ in range(20):
                await screen.settle()
            assert screen.shows("No connection.")

            def welcome(_: httpx.Request) -> httpx.Response:
                return httpx.Response(200, content=TOKENS.model_dump_json())

            office.answers["/sign-in"] = welcome
            await screen.type("Password", "right")
            await screen.fire(screen.find("Password", ft.TextField), "submit", "right")
            for _ in range(20):
                await screen.settle()
            assert screen.shows("Nobody yet. Invite the first.")
    finally:
        await office.companion.close()


async def test_a_tap_before_the_first_sync_is_over_leads_where_it_leads(tmp_path: Path) -> None:
    office = Office(tmp_path)
    synced = asyncio.Event()

    async def slowly() -> None:
        await synced.wait()

    office.companion.engine.sync = slowly  # type: ignore[method-assign,assignment]
    welcome = httpx.Response(200, content=TOKENS.model_dump_json())
    office.answers["/sign-in"] = lambda _: welcome
    try:
        async with office.screen(route="/sign-in", width=1280) as screen:
            await screen.type("E-mail", "karin@site.example")
            await screen.type("Password", "right")
            signing = asyncio.create_task(screen.click("Sign in"))
            for _ in range(20):
                await screen.settle()
            await screen.click("Invite someone")
            assert screen.page.route == "/invite"
            synced.set()
            await signing
            for _ in range(20):
                await screen.settle()
            assert screen.page.route == "/invite"
            assert screen.shows("Make a code")
    finally:
        await office.companion.close()
