"""Two words on Today of a phone that has just come in: asked once, in the way of nothing."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from mia_companion.app.choices import kept_here
from mia_companion.app.pairing import AGREED, LEFT, Pairing, keep_pairing
from mia_companion.ui import places
from mia_companion.ui.participant.today import pair
from mia_companion.wire import problems
from tests.ui.home import Home, a_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with a_home(tmp_path) as made:
        yield made


@pytest.fixture(autouse=True)
def no_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """One look, and then nobody waits."""
    monkeypatch.setattr(pair, "pause", lambda _: asyncio.sleep(3600))


def _came_in(home: Home, *, watched: bool = True, said: str = "asked") -> None:
    asked = Pairing(pair=(0, 10), watched=watched, said=said)
    keep_pairing(home.companion.store.kept, asked)
    home.companion.show(pairing=asked)


async def test_the_words_are_asked_of_beside_everything_else(home: Home) -> None:
    _came_in(home)
    async with home.screen() as screen:
        assert screen.shows("sun · door")
        assert screen.shows("Are they the same on your coordinator's screen?")
        assert screen.shows("Gå ut en stund")


async def test_where_nobody_watched_it_is_one_line_that_opens(home: Home) -> None:
    _came_in(home, watched=False)
    async with home.screen() as screen:
        assert not screen.shows("sun · door")
        await screen.click("Two words for your coordinator")
        assert screen.shows("sun · door")


async def test_without_words_there_is_nothing(home: Home) -> None:
    async with home.screen() as screen:
        assert not screen.shows("two words")
        assert not screen.shows("Two words")


async def test_an_answer_that_did_not_get_through_is_told(home: Home) -> None:
    _came_in(home)
    async with home.screen() as screen:
        await screen.click("They are the same")
        assert screen.shows("That did not get through. Nothing has changed.")
        home.clock.pass_by(seconds=2)
        await screen.click("Not the same")
        assert screen.shows("Tell your coordinator, who can close this phone.")
        assert screen.shows("Gå ut en stund")


@pytest.mark.parametrize("said", ["asked", AGREED])
@pytest.mark.parametrize("route", [places.TODAY, places.MESSAGES, places.ME])
async def test_a_phone_that_was_put_out_says_so_and_shows_nothing_else(
    home: Home, said: str, route: str
) -> None:
    _came_in(home, said=said)
    async with home.screen(route) as screen:
        home.companion.failed(problems.SIGNED_OUT)
        await screen.settle()
        assert screen.shows("This phone is closed")
        assert screen.shows("nobody has done anything wrong")
        assert screen.shows("Tell your coordinator.")
        assert screen.shows("Help now")
        for hidden in ("Gå ut en stund", "Hur går det?", "Sign in again"):
            assert not screen.shows(hidden)
        await screen.click("I have a new code")
        assert screen.shows("The code from your coordinator")
        assert not screen.shows("Gå ut en stund")


async def test_whoever_said_no_is_told_that_it_was_right(home: Home) -> None:
    home.companion.client.session.drop()
    _came_in(home, said=LEFT)
    home.companion.reload()
    async with home.screen() as screen:
        assert screen.shows("That was right to say.")
        await screen.click("I have a new code")
        assert screen.shows("Welcome")


async def test_signed_out_for_another_reason_is_as_ever(home: Home) -> None:
    home.companion.failed(problems.SIGNED_OUT)
    async with home.screen() as screen:
        assert screen.shows("Sign in again")
        assert not screen.shows("This phone is closed")


@pytest.mark.parametrize("kept", ["{", '{"pair": [1]}', '{"pair": [1, 99]}'])
async def test_what_is_kept_and_cannot_be_read_asks_nothing(home: Home, kept: str) -> None:
    home.companion.store.kept.set("pairing", kept)
    home.companion.show(**kept_here(home.companion.store.kept.get))
    assert home.companion.view.pairing is None
    async with home.screen() as screen:
        assert screen.shows("Gå ut en stund")
