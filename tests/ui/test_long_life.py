"""A long life behind one: Today opens nothing of it, and whoever looks back finds all of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import flet as ft

from mia_companion.domain.facts import Fact
from mia_companion.domain.messages import MessageWritten, ThreadReadUpTo
from mia_companion.domain.people import ParticipantNamed
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.suggestions import StepSuggested
from mia_companion.sync.listener import Came
from mia_companion.ui import places
from tests.example_data import (
    COORDINATOR,
    JOURNAL,
    NOW,
    OWN_JOURNAL,
    PARTICIPANT,
    booking,
    confirmed,
    entry,
    goal,
    held,
    message,
    step,
)
from tests.sync.scripted import TOKENS
from tests.ui.home import Home

BEHIND = 100


def _shared() -> Iterator[tuple[str, Fact]]:
    yield COORDINATOR, ParticipantNamed(name="Amina")
    yield PARTICIPANT, goal()
    yield PARTICIPANT, step("step-open", "Öppna brevet")
    for n in range(BEHIND):
        yield COORDINATOR, StepSuggested(suggestion_id=f"step-{n}", words="Gå ut")
        yield PARTICIPANT, step(f"step-{n}", f"Gå ut gång {n}")
        yield PARTICIPANT, StepDone(step_id=f"step-{n}")
        yield PARTICIPANT, MessageWritten(message_id=f"m-{n}", words=f"Hej nummer {n}")
        yield COORDINATOR, ThreadReadUpTo(seq=6 * n + 7)
        yield PARTICIPANT, ThreadReadUpTo(seq=6 * n + 7)
    for n in range(10):
        yield COORDINATOR, booking(f"been-{n}", NOW - timedelta(days=10 + n))
    yield COORDINATOR, booking("ahead")
    yield COORDINATOR, message("new", "Hur går det?")


def _own() -> Iterator[tuple[str, Fact]]:
    for n in range(BEHIND):
        yield PARTICIPANT, step(f"own-{n}")
        yield PARTICIPANT, StepDone(step_id=f"own-{n}")


@contextmanager
def long_home(folder: Path) -> Iterator[tuple[Home, list[str]]]:
    """The app started anew after all that, and each statement that opens something settled."""
    home = Home(folder, "en")
    home.companion.client.session.keep(TOKENS)
    for journal, role, said in ((JOURNAL, "shared", _shared()), (OWN_JOURNAL, "own", _own())):
        entries = [
            confirmed(
                entry(
                    fact, f"{journal}-{seq:04}", journal=journal, author=author,
                    at=NOW - timedelta(hours=1), based_on=seq - 1,
                ),
                seq,
            )
            for seq, (author, fact) in enumerate(said, 1)
        ]  # fmt: skip
        home.companion.store.journals.add(held(journal, role), entries)
        home.companion.came([Came(held(journal, role), entries)])
    home.companion.upkeep.now()
    home.companion.store.close()
    home = Home(folder, "en")
    opened: list[str] = []
    home.companion.store._database._db.set_trace_callback(
        lambda sql: opened.append(sql) if "FROM shelves" in sql else None
    )
    try:
        yield home, opened
    finally:
        home.companion.store.close()


async def test_today_and_its_taps_open_nothing_settled(tmp_path: Path) -> None:
    with long_home(tmp_path) as (home, opened):
        async with home.screen() as screen:
            for shown in ("Amina", "Öppna brevet", "Hur går det?", "Läkarbesök"):
                assert screen.shows(shown)
            await screen.click("Done")
            assert screen.shows("Well done")
            await screen.fire(screen.find("Undo", ft.TextButton), "click")
            assert screen.shows("Öppna brevet")
            await screen.click("I did something good")
            await screen.click("I went outside")
            assert screen.page.route == places.TODAY
        assert opened == []


async def test_who_looks_back_finds_all_of_it(tmp_path: Path) -> None:
    with long_home(tmp_path) as (home, opened):
        assert len(list(home.companion.view.plan().steps)) == 2 * BEHIND + 1
        assert opened
        async with home.screen(places.PATH) as screen:
            assert screen.shows("Öppna brevet")
        async with home.screen(f"{places.STEP}/step-7") as screen:
            assert screen.shows("Gå ut gång 7")
        async with home.screen(places.MESSAGES) as screen:
            while not screen.shows("Hej nummer 0"):
                await screen.click("Show earlier")


async def test_what_is_broken_is_told_kindly_and_can_be_put_away(tmp_path: Path) -> None:
    with long_home(tmp_path) as (home, _):
        async with home.screen() as screen:
            home.companion.store.damage.remember()
            await screen.settle()
            assert screen.shows("Everything that has been sent is safe.")
            await screen.click("I have read this")
            assert not screen.shows("Everything that has been sent is safe.")
            assert screen.shows("Öppna brevet")
