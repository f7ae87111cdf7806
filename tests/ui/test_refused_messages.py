"""What could not be sent stands where it was written; it can be written again, and is never lost."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.messages import thread_about
from mia_companion.store.errors import StoreFull
from mia_companion.store.outbox import REFUSED
from mia_companion.ui import places
from tests.ui.home import Home, a_home

STEP = thread_about("step", "step-1")


def _refused(home: Home, words: str, thread: str = "general") -> None:
    done = home.do.messages.write(words, thread=thread)
    home.companion.store.outbox.mark([(REFUSED, "entry-too-large", done.entry)])
    home.companion.outbox_changed()


async def test_it_stands_in_its_thread_with_the_reason(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _refused(home, "Viktigt", STEP)
        async with home.screen(places.MESSAGES) as screen:
            assert not screen.shows("Viktigt")
            await screen.go(f"{places.THREAD}/{STEP}")
            assert screen.shows("Viktigt")
            assert screen.shows("Could not be sent")
            assert screen.shows("That is too long to send.")
            await screen.click("Take it away")
            assert not screen.shows("Viktigt")
            assert not home.companion.view.refused


async def test_written_again_it_is_in_the_box_after_what_was_there(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _refused(home, 'Första\n"raden"')
        async with home.screen(places.MESSAGES) as screen:
            await screen.type("Write a message", "Hej")
            await screen.click("Write again")
            assert screen.controls(ft.TextField)[0].value == 'Hej\nFörsta\n"raden"'
            assert not home.companion.view.refused
        async with home.screen(places.MESSAGES) as screen:
            assert screen.controls(ft.TextField)[0].value == 'Hej\nFörsta\n"raden"'
            await screen.click("Send")
            assert home.companion.view.plan().thread()[-1].words == 'Hej\nFörsta\n"raden"'


async def test_two_taps_at_once_lose_neither(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _refused(home, "Ett")
        _refused(home, "Två")
        async with home.screen(places.MESSAGES) as screen:
            again = [b for b in screen.controls(ft.TextButton) if _says(b, "Write again")]
            assert len(again) == 2
            for button in again:  # before anything is drawn anew
                await screen.session.dispatch_event(button._i, "click", None)
            await screen.settle()
            left = [str(one.entry.body) for one in home.companion.view.refused]
            box = str(screen.controls(ft.TextField)[0].value)
            assert all(word in box or any(word in one for one in left) for word in ("Ett", "Två"))


def _says(button: ft.TextButton, text: str) -> bool:
    return isinstance(button.content, ft.Text) and button.content.value == text


async def test_it_stays_where_the_box_cannot_keep_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk the words in the box are on the screen alone."""

    def full(place: str, words: str) -> None:
        raise StoreFull

    with a_home(tmp_path) as home:
        _refused(home, "Viktigt")
        monkeypatch.setattr(home.companion.store.drafts, "set", full)
        async with home.screen(places.MESSAGES) as screen:
            await screen.click("Write again")
            assert screen.controls(ft.TextField)[0].value == "Viktigt"
            assert [one.reason for one in home.companion.view.refused] == ["entry-too-large"]
