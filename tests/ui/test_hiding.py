"""Hidden at once, at every address, also after a restart; and back by three taps on the time."""

from datetime import timedelta
from pathlib import Path

from mia_companion.ui import places
from tests.ui.home import a_home

SECRET = ("Gå ut en stund", "Today", "Amina", "Help now", "MIA")


async def test_one_tap_hides_everything_and_three_bring_it_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("Hide the app")
            assert screen.shows("09:00")
            assert not any(screen.shows(word) for word in SECRET)
            for _ in range(3):
                await screen.click("09:00")
            assert screen.shows("Gå ut en stund")


async def test_slow_taps_do_not_bring_it_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.hide()
        async with home.screen() as screen:
            for _ in range(6):
                await screen.click(home.clock.now.strftime(":%M"))
                home.clock.now += timedelta(seconds=6)
            assert home.companion.view.hidden


async def test_it_stays_hidden_at_every_address_and_after_a_restart(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.hide()
        home.companion.reload()
        for place in (places.TODAY, places.CONSENTS, places.HELP, "/nowhere"):
            async with home.screen(place) as screen:
                assert screen.shows("09:00")
                assert not any(screen.shows(word) for word in SECRET)


async def test_hidden_before_signing_in_too(tmp_path: Path) -> None:
    with a_home(tmp_path, signed_in=False) as home:
        async with home.screen() as screen:
            await screen.click("Hide the app")
            assert not screen.shows("Welcome")
