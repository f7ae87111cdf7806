"""The lock in a browser: for all its tabs, on the screens alone, and everything off it at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flet as ft

from mia_companion.app.lock.one_browser import OneBrowser
from mia_companion.app.lock.shown import before_the_lock
from mia_companion.app.lock.tried import WAITS, WRONG
from mia_companion.device.browser.cookie import browser_key
from mia_companion.device.browser.leftovers import take_away
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.uploads import Uploads
from mia_companion.device.pin import Cost
from mia_companion.main import browser
from tests.example_data import seeded
from tests.lock.pocket import INSIDE, PIN
from tests.ui.home import Home, a_home
from tests.ui.recording import Screen


def _left(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@contextmanager
def _browser(folder: Path) -> Iterator[tuple[Home, OneBrowser, list[str]]]:
    with a_home(folder) as home:
        told: list[str] = []
        yield home, _lock(home, told), told


def _lock(home: Home, told: list[str]) -> OneBrowser:
    return OneBrowser(
        home.companion,
        seeded(8),
        lambda: home.clock().timestamp(),
        lambda: told.append("forgotten"),
        Cost(memory=64, passes=1),
    )


async def test_locked_the_store_stays_open_and_the_screens_are_shown_nothing(
    tmp_path: Path,
) -> None:
    with _browser(tmp_path) as (home, lock, _):
        await lock.begin()
        assert not lock.state.is_locked
        assert await lock.choose(PIN)
        await lock.lock()
        assert home.companion.view.account is not None  # it goes on syncing
        assert not any(word in repr(before_the_lock(home.companion.view)) for word in INSIDE)
        assert (await lock.open("1111")).problem == WRONG
        assert await lock.open(PIN)
        assert not lock.state.is_locked


async def test_the_count_and_the_pin_are_there_after_a_restart_and_in_every_tab(
    tmp_path: Path,
) -> None:
    with _browser(tmp_path) as (home, lock, told):
        await lock.choose(PIN)
        await lock.lock()
        for _ in range(5):
            await lock.open("1111")
        again = _lock(home, told)
        await again.begin()
        assert again.state.is_locked
        assert (await again.open(PIN)).problem == WAITS


async def test_another_tab_in_sight_keeps_it_open(tmp_path: Path) -> None:
    with _browser(tmp_path) as (home, lock, _):
        await lock.choose(PIN)
        home.do.choices.lock_after("0")
        one, other = object(), object()
        await lock.came(one)
        await lock.came(other)
        await lock.left(one)
        assert not lock.state.is_locked
        await lock.left(other)
        assert lock.state.is_locked


async def test_forgotten_one_is_out_and_what_was_not_sent_waits_for_the_same_person(
    tmp_path: Path,
) -> None:
    with _browser(tmp_path) as (home, lock, _):
        home.do.messages.write("osänt")
        await lock.choose(PIN)
        await lock.lock()
        assert await lock.begin_anew()
        view = home.companion.view
        assert (view.account, lock.state.is_locked, lock.state.has_pin) == (None, False, False)
        async with home.screen("/messages") as screen:
            assert not any(screen.shows(word) for word in (*INSIDE, "osänt"))
        home.sign_in()
        home.companion.claim()
        assert [one.entry.kind for one in home.companion.view.to_send] == ["MessageWritten"]


async def test_everything_is_taken_off_it_and_its_key_opens_nothing_any_more(
    tmp_path: Path,
) -> None:
    with _browser(tmp_path) as (home, lock, told):
        home.do.messages.write("osänt")
        home.do.choices.discreet(True)
        await lock.choose(PIN)
        await lock.forget()
        store = home.companion.store
        assert told == ["forgotten"]
        assert not home.companion.view.pictures
        assert home.companion.view.account is None
        assert home.companion.view.choices.language == ""
        assert set(store.kept.all()) == {"seal"}
        for table in ("outbox", "drafts", "blobs", "blob_bytes", "journals", "entries", "pictures"):
            assert store._database.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
        assert not lock.state.has_pin
    take_away(tmp_path / "home.sqlite")
    assert _left(tmp_path) == []


async def test_not_its_key_while_another_person_has_something_unsent_there(tmp_path: Path) -> None:
    with _browser(tmp_path) as (home, lock, told):
        home.do.messages.write("osänt")
        home.companion.store.outbox.park_others("ali")
        await lock.forget()
        assert told == []
        assert home.companion.store.outbox.holds_others()


@ft.component
def _nothing() -> ft.Control:
    return ft.View(controls=[])


async def test_a_browser_that_forgets_leaves_no_file_once_its_last_tab_is_closed(
    tmp_path: Path,
) -> None:
    key, forgotten = bytes(range(32)), set[bytes]()
    main, companions = browser(
        "http://server.test", tmp_path, Uploads(seeded(1)), Letters(), forgotten
    )
    browser_key.set(key)
    async with Screen(_nothing) as tab, Screen(_nothing) as other:
        for one in (tab, other):
            await main(one.page)
            await one.settle()
        await tab.click("English")
        lock = tab.page.data.lock
        assert lock is other.page.data.lock
        assert await lock.choose(PIN)
        await lock.lock()
        for one in (tab, other):
            await one.settle()
            assert one.shows("Your PIN")
        assert await lock.open(PIN)
        await lock.forget()
        assert forgotten == {key}
        await tab.session.dispatch_event(tab.page._i, "close", None)
        assert len(_left(tmp_path)) > 0
        await other.session.dispatch_event(other.page._i, "close", None)
        assert _left(tmp_path) == []
    await companions.close()
