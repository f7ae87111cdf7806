"""Me: what waits is shown in its own words, and nothing is left behind by leaving."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.store.outbox import REFUSED
from mia_companion.ui import places, stumbling
from mia_companion.wire import problems
from tests.ui.home import a_home
from tests.words_out import words_kept_out


async def test_what_waits_has_its_words(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.path.plan_step("Öppna brevet")
        async with home.screen(places.WAITING) as screen:
            assert screen.shows("A planned step")
            assert screen.shows("Öppna brevet")


async def test_what_was_refused_says_why_and_can_be_taken_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        kept = home.do.messages.write("Hej")
        home.companion.store.outbox.mark([(REFUSED, problems.NOT_ALLOWED, kept.entry)])
        home.companion.outbox_changed()
        async with home.screen(places.WAITING) as screen:
            assert screen.shows("Hej")
            assert screen.shows("Could not be sent")
            await screen.click("Take it away")
            assert not home.waiting()
            assert screen.shows("Everything has been sent.")


async def test_one_does_not_leave_while_something_waits(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.messages.write("Hej")
        async with home.screen(places.LEAVE) as screen:
            assert screen.shows("Something you recorded is still only on this device.")
            assert not screen.shows("you need a new code")


async def test_without_a_network_leaving_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.LEAVE) as screen:
            await screen.fire(screen.controls(ft.OutlinedButton)[0], "click")
            assert screen.shows("No connection.")
            assert home.companion.view.account is not None


async def test_devices_need_the_network_and_say_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.DEVICES) as screen:
            assert screen.shows("No connection.")
            assert screen.shows("Try again")


async def test_the_theme_is_kept(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.LOOKS) as screen:
            await screen.click("Dark")
            assert home.companion.store.kept.get("theme") == "dark"


async def test_language_changes_at_once(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.LANGUAGE) as screen:
            await screen.click("Svenska")
            assert home.companion.view.choices.language == "sv"
            assert screen.shows("Svenska")


async def test_stumbling_is_told_kindly_and_put_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            screen.state.stumbled = True
            await screen.settle()
            assert screen.shows("What you have recorded is safe.")
            await screen.click("Go on")
            assert not screen.shows("What you have recorded is safe.")


async def test_what_failed_is_logged_by_its_kind_and_where_and_not_by_its_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Öppna brevet"

    def fails(_: object) -> None:
        raise KeyError(words)

    with words_kept_out(), a_home(tmp_path) as home:
        async with home.screen() as screen:
            stumbling.notice_stumbling(screen.page, screen.state)
            monkeypatch.setattr(type(home.do.choices), "hide", fails)
            await screen.click("Hide the app")
            assert screen.shows("What you have recorded is safe.")
    (said,) = [one.getMessage() for one in caplog.records if one.name == stumbling.__name__]
    assert said.startswith("a screen failed · KeyError at ")
    assert f" {fails.__name__} < " in said
    assert words not in caplog.text
