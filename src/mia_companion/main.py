"""Puts the app together: natively on a device, and for browsers that `serving` serves.

`python -m mia_companion.main` is what a phone or a desktop starts.
"""

import os
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic

import flet as ft

from mia_companion.app.companion import Companion
from mia_companion.app.companions import Companions
from mia_companion.app.lock.door import Make
from mia_companion.app.lock.one_browser import OneBrowser
from mia_companion.app.lock.one_device import OneDevice, one_device
from mia_companion.app.opening import open_companion
from mia_companion.device.backups import keep_out_of_backups
from mia_companion.device.browser.address import browser_address, browser_network
from mia_companion.device.browser.cookie import browser_key, file_name, store_key
from mia_companion.device.browser.home import browser_home
from mia_companion.device.browser.leftovers import take_away
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.uploads import BrowserFiles, Uploads
from mia_companion.device.browser.voices import browser_voices
from mia_companion.device.flet_languages import device_languages
from mia_companion.device.flet_local_auth import FletLocalAuth
from mia_companion.device.flet_notifications import FletNotifications
from mia_companion.device.flet_secrets import FletSecrets
from mia_companion.device.folders import data_folder
from mia_companion.device.logs import keep_words_out
from mia_companion.domain.ids import Clock, system_clock
from mia_companion.environment.said import Said
from mia_companion.store.commons import Commons
from mia_companion.sync.address import checked_address, given_address
from mia_companion.ui.start import Screens


def assets_folder() -> Path:
    """Beside the code in a built app, at the top of the repository otherwise."""
    here = Path(__file__).resolve().parent
    places = (here / "assets", here.parents[1] / "assets")
    return next((place for place in places if place.is_dir()), places[0])


DEFAULT_SERVER = given_address(Said().text("MIA_SERVER"), assets_folder().parent)


def native(server: str) -> Callable[[ft.Page], Awaitable[None]]:
    """The app on a phone or a desktop. The store is opened once a process, screens once a session."""
    devices: list[OneDevice] = []

    def make(path: Path, key: bytes) -> Companion:
        return _open(path, key, server)

    async def main(page: ft.Page) -> None:
        begins = not devices
        if begins:
            devices.append(_device(make))
        device = devices[0]
        device.on_page(FletSecrets(), FletLocalAuth(page))
        if begins:
            await device.begin()
        await device.came(page)
        screens = Screens(
            page,
            device.companion,
            notifications=FletNotifications(page),
            address=server,
            lock=device,
        )
        screens.state.languages = await _languages(page, device.companion)
        device.moved.append(screens.move)

        def close(_: object) -> None:
            device.moved.remove(screens.move)
            screens.close()

        page.on_close = close
        screens.show()

    return main


def browser(
    server: str,
    sessions: Path,
    uploads: Uploads,
    letters: Letters,
    forgotten: set[bytes],
    *,
    clock: Clock = system_clock,
) -> tuple[Callable[[ft.Page], Awaitable[None]], Companions]:
    """The app for browsers: `sessions` is where what they have not yet sent lies, sealed. The keys of
    browsers that were told to forget everything are put into `forgotten`."""

    commons = Commons()
    locks: dict[bytes, OneBrowser] = {}

    def make(key: bytes) -> Companion:
        return _open(sessions / file_name(key), store_key(key), server, commons, clock)

    companions = Companions(make)

    async def main(page: ft.Page) -> None:
        key = browser_key.get() or os.urandom(32)
        companion = companions.enter(key)
        if key not in locks:
            lock = locks[key] = OneBrowser(
                companion, os.urandom, monotonic, lambda: forgotten.add(key)
            )
            await lock.begin()
        await locks[key].came(page)
        companion.client.comes_from = browser_network.get()
        screens = Screens(
            page,
            companion,
            BrowserFiles(uploads, key),
            address=browser_address.get(),
            voices=browser_voices.get(),
            home=browser_home.get(),
            lock=locks[key],
            # Browsers say from where a page opens its line; whatever else opens one never tells.
            expect=letters.of(key) if browser_address.get() else None,
        )
        screens.state.languages = await _languages(page, companion)

        async def close(_: object) -> None:
            screens.close()
            await companions.leave(key)
            if not companions.is_open(key) and key in locks:
                await locks.pop(key).close()
                if key in forgotten:
                    take_away(sessions / file_name(key))

        page.on_close = close
        screens.show()

    return main, companions


async def _languages(page: ft.Page, companion: Companion) -> tuple[str, ...]:
    """Asked while none is chosen: no later start waits for the answer."""
    return () if companion.view.choices.language else await device_languages(page)


def _device(make: Make) -> OneDevice:
    folder = data_folder()
    keep_out_of_backups(folder)
    return one_device(folder, make, clock=system_clock, monotonic=monotonic, random=os.urandom)


def _open(
    path: Path,
    key: bytes,
    server: str,
    commons: Commons | None = None,
    clock: Clock = system_clock,
) -> Companion:
    return open_companion(
        path,
        key,
        server,
        clock=clock,
        random=os.urandom,
        uniform=random.uniform,
        commons=commons,
    )


def open_window(server: str = DEFAULT_SERVER) -> None:
    """The native app, until it is closed."""
    keep_words_out()
    ft.run(native(checked_address(server)), assets_dir=str(assets_folder()))


if __name__ == "__main__":
    open_window()
