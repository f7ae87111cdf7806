"""If others use this phone: found under a name that says little, and nothing happens before it is meant."""

from pathlib import Path

import flet as ft
import httpx
import pytest

from mia_companion.app.pairing import Pairing, keep_pairing
from mia_companion.domain.directory import HelpNumberListed
from mia_companion.ui import places
from tests.ui.home import Home, a_home


def _answers(home: Home, status: int) -> list[tuple[str, str]]:
    """What leaves this phone from now on; each is answered with that."""
    asked: list[tuple[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.method, request.url.path))
        return httpx.Response(status)

    transport = httpx.MockTransport(answer)
    home.companion.client._http._transport = transport
    home.companion.client._http._mounts = {}
    return asked


@pytest.mark.parametrize("place", [places.ME, places.HELP])
async def test_it_is_found_under_a_name_that_says_little(tmp_path: Path, place: str) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(place) as screen:
            for said in ("reads my phone", "violence", "danger to you", "partner", "Kvinnofrid"):
                assert not screen.shows(said)
            await screen.click("If others use this phone")
            assert screen.page.route == places.OTHERS
            assert screen.shows("MIA tells nobody that you have read this page.")


async def test_reading_it_tells_nobody_and_changes_nothing(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        asked = _answers(home, 204)
        before, choices = home.waiting(), home.companion.view.choices
        async with home.screen(places.OTHERS) as screen:
            assert screen.shows("020-50 50 50")
            assert screen.shows("In danger, call 112.")
        assert not asked
        assert (home.waiting(), home.companion.view.choices) == (before, choices)


async def test_the_way_out_stands_there_and_comes_back_to_the_start(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.OTHERS) as screen:
            [out] = screen.controls(ft.FloatingActionButton)
            assert out.content == "Leave quickly"
            await screen.fire(out, "click")
            assert screen.shows("09:00")
            assert not screen.shows("others")
            for _ in range(3):
                await screen.click("09:00")
            assert screen.shows("Gå ut en stund")
            assert not screen.shows("Talk with someone")


async def test_less_is_shown_with_one_tap(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.notices(True)
        async with home.screen(places.OTHERS) as screen:
            await screen.click("Show less on this phone")
            assert screen.shows("It is done.")
        assert home.companion.view.choices.discreet
        assert not home.companion.view.shows_notices


async def test_other_devices_are_signed_out_only_after_what_may_be_noticed_was_said(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        asked = _answers(home, 204)
        async with home.screen(places.OTHERS) as screen:
            await screen.click("Sign out all other devices")
            assert screen.shows("sees that it is signed out. Is that safe for you now?")
            await screen.click("No")
            assert not screen.shows("Is that safe")
            assert not asked
            await screen.click("Sign out all other devices")
            await screen.click("Yes, sign them out")
            assert screen.shows("All your other devices are signed out.")
        assert asked == [("DELETE", "/v1/devices")]


async def test_what_could_not_be_done_is_said(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.OTHERS) as screen:
            await screen.click("Sign out all other devices")
            await screen.click("Yes, sign them out")
            assert screen.shows("No connection. This needs the network")
            assert not screen.shows("devices are signed out.")


async def test_the_site_can_change_a_number_or_take_it_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        anew = HelpNumberListed(help_id="020505050", name="x", number="020-11 22 33")
        gone = HelpNumberListed(help_id="020808080", name="x", number="")
        from tests.ui.test_help import listed  # noqa: PLC0415

        listed(home, anew, gone)
        async with home.screen(places.OTHERS) as screen:
            assert screen.shows("020-11 22 33")
            assert screen.shows("020-55 00 00")
            assert not screen.shows("020-80 80 80")
        async with home.screen(places.HELP) as screen:
            assert not screen.shows("020-11 22 33")


async def test_without_an_account_there_is_nothing_of_an_account(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.client.session.drop()
        home.companion.reload()
        async with home.screen(places.OTHERS) as screen:
            assert screen.shows("020-50 50 50")
            for said in ("Sign out all", "Show less here", "Karin"):
                assert not screen.shows(said)


# --- a phone that came in by letter


def _by_letter(home: Home) -> None:
    asked = Pairing(pair=(0, 10), waits=True)
    keep_pairing(home.companion.store.kept, asked)
    home.companion.show(pairing=asked)


@pytest.mark.parametrize(
    "route",
    [places.TODAY, places.MESSAGES, places.ME, places.BAD_DAYS, f"{places.START}/7KQM2XPA", "/x"],
)
async def test_by_letter_two_words_stand_at_every_address(tmp_path: Path, route: str) -> None:
    with a_home(tmp_path) as home:
        _by_letter(home)
        async with home.screen(route) as screen:
            assert screen.shows("sun · door")
            assert screen.shows("The number is in your letter.")
            assert screen.shows("Help now")
            for hidden in ("Gå ut en stund", "Hur går det?", "Amina", "My plan"):
                assert not screen.shows(hidden)


async def test_help_is_there_meanwhile_and_shows_nothing_of_the_plan(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _by_letter(home)
        async with home.screen(places.HELP) as screen:
            assert screen.shows("90101")
            assert not screen.shows("My plan for bad days")
            assert not screen.shows("Sign out all")


# --- what a picture held


async def test_a_pictures_secret_leaves_the_address_and_waits_sealed(tmp_path: Path) -> None:
    secret = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    with a_home(tmp_path) as home:
        home.companion.client.session.drop()
        home.companion.reload()
        async with home.screen(f"{places.START}/{secret}") as screen:
            assert screen.page.route == places.TODAY
            assert screen.shows("The picture has been read.")
            assert not screen.shows(secret)
        async with home.screen() as screen:  # a reload
            await screen.click("Go on")
            assert screen.shows("No connection.")
            assert screen.shows("The picture has been read.")
        assert secret.encode() not in (tmp_path / "home.sqlite").read_bytes()


async def test_a_device_that_was_removed_says_so_in_words_for_everybody(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.failed("device-removed")
        async with home.screen() as screen:
            assert screen.shows("This device was signed out from another one")
            assert screen.shows("The code from your coordinator")
            assert not screen.shows("Amina")
            assert not screen.shows("had not been sent")
