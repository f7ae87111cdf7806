"""Language, welcome and help: for someone who has just opened the app for the first time."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from mia_companion.ui.help.numbers import BUILT_IN
from mia_companion.wire import problems
from tests.example_data import JOURNAL
from tests.ui.home import a_home


async def test_first_of_all_a_language(tmp_path: Path) -> None:
    with a_home(tmp_path, "", signed_in=False) as home:
        async with home.screen() as screen:
            for name in ("Svenska", "English", "العربية"):
                assert screen.shows(name)
            await screen.click("English")
            assert screen.shows("Welcome")


async def test_a_code_that_is_too_short_is_said_beneath_the_field(tmp_path: Path) -> None:
    with a_home(tmp_path, signed_in=False) as home:
        async with home.screen() as screen:
            await screen.type("The code from your coordinator", "abcd")
            await screen.click("Go on")
            assert (
                screen.find("Some are missing.", ft.TextField).label
                == "The code from your coordinator"
            )
            assert home.do.drafts.read("code") == "abcd"


async def test_without_a_network_the_code_stays(tmp_path: Path) -> None:
    with a_home(tmp_path, signed_in=False) as home:
        async with home.screen() as screen:
            await screen.type("The code from your coordinator", "abcd-efgh")
            await screen.click("Go on")
            assert screen.shows("No connection.")
            assert home.do.drafts.read("code") == "abcd-efgh"


async def test_a_link_brings_its_code(tmp_path: Path) -> None:
    with a_home(tmp_path, signed_in=False) as home:
        async with home.screen(f"{places.START}/ABCD-EFGH") as screen:
            field = screen.find("The code from your coordinator", ft.TextField)
            assert field.value == "ABCD-EFGH"
            await screen.type("The code from your coordinator", "")
            assert screen.find("The code from your coordinator", ft.TextField).value == ""


async def test_help_works_before_signing_in_and_dials(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar", signed_in=False) as home:
        async with home.screen(places.HELP) as screen:
            for one in BUILT_IN:
                assert screen.shows(one.number)
            dialled: list[str] = []
            screen.sent.answers["launch_url"] = lambda args: dialled.append(str(args["url"]))
            await screen.click("90 390")
            assert ["tel:90390" in one for one in dialled] == [True]


async def test_the_sites_own_numbers_come_after(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.HELP) as screen:
            assert screen.shows("Jouren Väster")
            assert screen.shows("010-000 00 99")


async def test_in_a_browser_help_dials_without_the_server(tmp_path: Path) -> None:
    """The client itself opens the number: nothing has to travel."""
    with a_home(tmp_path, "ar", signed_in=False) as home:
        async with home.screen(places.HELP, web=True) as screen:
            found = [one.action for one in screen.controls(ft.Container) if one.action]
            opened = [one.url for one in found if isinstance(one, ft.OpenUrl)]
            assert opened == ["tel:112", "tel:1177", "tel:90101", "tel:90390"]


async def test_without_a_dialler_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise RuntimeError("no activity found")

    monkeypatch.setattr(ft.UrlLauncher, "launch_url", fails)
    with a_home(tmp_path, signed_in=False) as home:
        async with home.screen(places.HELP) as screen:
            await screen.click("90 390")
            assert screen.shows("Nothing on this device could open it.")


async def test_who_is_signed_out_goes_on_reading_until_there_is_a_code(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.failed(problems.SIGNED_OUT)
        async with home.screen(places.PATH) as screen:
            await screen.click("Sign in again")
            assert screen.shows("For this you need a new code from your coordinator.")
            assert screen.shows("Gå ut en stund")
            await screen.click("Not now")
            assert home.companion.view.account is not None
            await screen.click("Sign in again")
            await screen.click("I have a code")
            assert screen.shows("Welcome")
            assert not screen.shows("Gå ut en stund")
            assert not screen.shows("Sign in again")  # nobody is in who was signed out


async def test_without_a_network_nobody_is_asked_to_sign_in_again(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.failed(problems.OFFLINE)
        async with home.screen(places.PATH) as screen:
            assert screen.shows("No connection.")
            assert not screen.shows("Sign in again")


async def test_who_was_erased_is_told_so_and_welcome(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            home.companion.left(JOURNAL, problems.JOURNAL_ERASED)
            home.companion.synced()
            await screen.settle()
            assert screen.shows("Welcome")
            assert screen.shows("All that was kept about you has been erased")
            assert not screen.shows("on its way")
            assert not screen.shows("Could not be sent")
