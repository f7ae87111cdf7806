"""How a phone or a desktop puts the app together: the store once a process, screens once a session."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion import main
from mia_companion.app.state import AppState
from mia_companion.device.secrets import MemorySecrets
from tests.ui.recording import Screen


@ft.component
def _nothing() -> ft.Control:
    return ft.View(controls=[])


async def test_the_app_starts_twice_in_one_process_on_one_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLET_APP_STORAGE_DATA", str(tmp_path))
    secrets = MemorySecrets()
    monkeypatch.setattr(main, "FletSecrets", lambda: secrets)
    start = main.native("http://server.test")
    async with Screen(_nothing) as first:
        await start(first.page)
        await first.settle()
        assert first.shows("Svenska")
        await first.click("English")
        assert first.shows("Welcome")
    assert (tmp_path / "companion.sqlite").exists()
    async with Screen(_nothing) as second:  # Android may end the screens and not the process
        await start(second.page)
        await second.settle()
        assert second.shows("Welcome")
    key = await secrets.get("store-key")
    assert key is not None
    assert key not in (tmp_path / "companion.sqlite").read_bytes().hex()


@pytest.mark.parametrize(
    ("platform", "can"), [(ft.PagePlatform.ANDROID, True), (ft.PagePlatform.LINUX, False)]
)
async def test_only_a_phone_is_offered_reminders_on_its_lock_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: ft.PagePlatform, can: bool
) -> None:
    monkeypatch.setenv("FLET_APP_STORAGE_DATA", str(tmp_path))
    secrets = MemorySecrets()
    monkeypatch.setattr(main, "FletSecrets", lambda: secrets)
    async with Screen(_nothing) as screen:
        screen.page.platform = platform
        await main.native("http://server.test")(screen.page)
        await screen.settle()
        state = screen.page.data
        assert isinstance(state, AppState)
        assert state.reminding is not None
        assert state.reminding.can is can
        state.reminding.close()


async def test_with_a_pin_it_starts_locked_and_each_session_can_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLET_APP_STORAGE_DATA", str(tmp_path))
    secrets = MemorySecrets()
    monkeypatch.setattr(main, "FletSecrets", lambda: secrets)
    start = main.native("http://server.test")
    async with Screen(_nothing) as first:
        await start(first.page)
        await first.settle()
        await first.click("English")
        lock = first.page.data.lock
        assert await lock.choose("270519")
        await lock.lock()
        await first.settle()
        assert first.shows("Your PIN")
        await first.session.dispatch_event(first.page._i, "close", None)
    async with Screen(_nothing) as second:  # the process lives, and locked it stays
        await start(second.page)
        await second.settle()
        assert second.shows("Your PIN")
        assert await second.page.data.lock.open("270519")
        await second.settle()
        assert second.shows("Welcome")
    await lock.companion.close()
    async with Screen(_nothing) as third:
        await main.native("http://server.test")(third.page)
        await third.settle()
        assert third.shows("Your PIN")
        await third.page.data.lock.companion.close()
