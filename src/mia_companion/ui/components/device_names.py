"""What a device is called by those who know it: what it is, and since when it is in."""

import flet as ft

from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.context import Here
from mia_companion.wire.accounts import Device, DeviceGone

_BROWSER = "web/"

_NAMES = {
    "android": later("Android phone or tablet"),
    "ios": later("iPhone or iPad"),
    "windows": later("Windows computer"),
    "macos": later("Mac computer"),
    "linux": later("Linux computer"),
}


def sort_of(page: ft.Page) -> str:
    """What this page's device is, as `wire.accounts.DeviceSort` says it; empty where it is not known."""
    platform = page.platform.value if page.platform else ""
    return f"{_BROWSER}{platform}" if page.web else platform


def device_name(words: Words, sort: str) -> str:
    """In the person's language; a plain one for what another version calls by another name."""
    in_browser, sort = sort.startswith(_BROWSER), sort.removeprefix(_BROWSER)
    name = words.t(_NAMES[sort]) if sort in _NAMES else ""
    if in_browser:
        return words.t("{device}, in a browser", device=name) if name else words.t("A browser")
    return name or words.t("Phone or computer")


def device_lines(here: Here, one: Device | DeviceGone, name: str = "") -> list[ft.Control]:
    """Its name, when it came in and when it was used."""
    t, words, now = here.t, here.words, here.now()
    return [
        strong(name or device_name(words, one.sort)),
        muted(t("Opened MIA {time}", time=words.ago(one.enrolled_at, now))),
        muted(t("Last used {time}", time=words.ago(one.seen_at, now))),
    ]
