"""Nobody has to be quick: what can be undone waits for the person, and words alone go by themselves."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.store.outbox import REFUSED
from mia_companion.ui import places
from mia_companion.ui.components import undo
from mia_companion.wire import problems
from tests.example_data import JOURNAL, consent
from tests.ui.home import a_home


async def test_undo_waits_on_its_screen_and_is_gone_from_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "_SHOWN_SECONDS", 0.01)
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Done")
            await asyncio.sleep(0.05)
            home.clock.now += timedelta(hours=1)
            await screen.settle()
            assert screen.shows("Undo")
            await screen.go(places.MESSAGES)
            assert not screen.shows("Undo")


async def test_who_goes_on_at_once_has_it_there_too(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Done")
            await screen.go(places.PATH)
            assert screen.shows("Undo")
            await screen.click("Undo")
            assert not screen.shows("Undo")


async def test_words_with_nothing_to_undo_go_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "_SHOWN_SECONDS", 0.01)
    with a_home(tmp_path) as home:
        home.tell(consent())
        async with home.screen(places.CONSENTS) as screen:
            await screen.click("Take it back")
            await asyncio.sleep(0.05)
            await screen.settle()
            assert not screen.shows("From now on nothing more may be passed on under it.")


async def test_what_the_server_would_not_take_is_not_said_to_be_done(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Done")
            assert screen.shows("Undo")
            (waiting,) = home.companion.store.outbox.all()
            home.companion.store.outbox.mark([(REFUSED, problems.NOT_ALLOWED, waiting.entry.id)])
            home.companion.outbox_changed()
            await screen.settle()
            assert not screen.shows("Undo")
            home.do.choices.discard(waiting.entry.id)
            await screen.settle()
            assert not screen.shows("Undo"), "it is no truer once that was put away"


async def test_of_whom_nothing_is_here_any_more_nothing_is_said(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Done")
            home.companion.left(JOURNAL, problems.JOURNAL_ERASED)
            home.companion.synced()
            await screen.settle()
            assert screen.shows("Welcome")
            assert not screen.shows("Undo")
