"""The language comes before anything else, and is found again by its sign from wherever one is."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import flet as ft
import pytest

from mia_companion import main
from mia_companion.app.pairing import ASKED, LEFT, Pairing, keep_pairing
from mia_companion.device.flet_languages import device_languages
from mia_companion.device.secrets import MemorySecrets
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.language import UNREAD
from mia_companion.ui.participant.routes import ROUTES
from tests.ui.home import Drawn, a_home
from tests.ui.recording import Screen
from tests.ui.standing import walk, words

SAMPLES = {"step": "step-1", "goal": "goal-1", "appointment": "appointment-1", "thread": "general"}
"""What stands for what at the addresses of things; the rest is not here any more."""


def addresses(routes: tuple[ft.Route, ...] | list[ft.Route], above: str = "") -> Iterator[str]:
    """Every address that a participant can stand at."""
    for one in routes:
        path = one.path or "/"
        here = path if path.startswith("/") else f"{above}/{path}"
        parts = [SAMPLES.get(p[1:], "nothing") if p.startswith(":") else p for p in here.split("/")]
        yield "/".join(parts)
        yield from addresses(one.children or [], "/".join(parts))


PARTICIPANT = tuple(addresses(ROUTES))
ABOVE = (places.BAD_DAYS, places.OTHERS, places.LANGUAGE)


def bar(screen: Drawn) -> list[str]:
    """What the buttons at the top say, from the way back to the edge. Reading aloud may be among them."""
    (top,) = screen.controls(ft.AppBar)
    assert isinstance(top, ft.AppBar)
    buttons = [one for action in top.actions or () for one in walk(action)]
    found = [one for one in buttons if isinstance(one, ft.IconButton | ft.TextButton)]
    return [next(said for inside in walk(one) for said in words(inside)) for one in found]


async def test_help_now_is_at_the_same_place_at_every_address(tmp_path: Path) -> None:
    assert len(PARTICIPANT) > 50
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            for address in (*PARTICIPANT, *ABOVE):
                await screen.go(address)
                assert screen.page.route == address
                assert bar(screen) == ["Hide the app", "Help now"], address
            await screen.go(places.HELP)
            assert bar(screen) == ["Hide the app", "Language"]


WELCOME, LETTER = ("Hide the app", "Language", "Help now"), f"{places.START}/ABCD-EFGH"


@pytest.mark.parametrize("address", ["/", places.SIGN_IN, LETTER])
async def test_before_signing_in_the_languages_stand_beside_it(
    tmp_path: Path, address: str
) -> None:
    with a_home(tmp_path, signed_in=False) as home:
        async with home.screen(address) as screen:
            assert tuple(bar(screen)) == WELCOME


@pytest.mark.parametrize(
    ("said", "title"), [(ASKED, "Almost there"), (LEFT, "This phone is closed")]
)
async def test_and_on_a_phone_that_shows_nothing_yet_or_any_more(
    tmp_path: Path, said: str, title: str
) -> None:
    with a_home(tmp_path) as home:
        pairing = Pairing(pair=(0, 10), said=said, waits=True)
        keep_pairing(home.companion.store.kept, pairing)
        home.companion.show(pairing=pairing)
        async with home.screen(places.ME) as screen:
            assert screen.shows(title)
            assert tuple(bar(screen)) == WELCOME
            await screen.go(places.LANGUAGE)
            await screen.click("Suomi")
            await screen.go(places.TODAY)
            assert screen.shows(words_for("fi").t(title))


async def test_two_taps_from_anywhere_inside(tmp_path: Path) -> None:
    """By signs alone: the ring, and the sign of the languages where it was."""
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_CONSENT) as screen:
            await screen.click("Help now")
            await screen.fire(screen.find("Language", ft.IconButton), "click")
            await screen.click("ትግርኛ")
            assert screen.page.route == places.LANGUAGE
            assert home.companion.view.choices.language == "ti"


async def test_each_name_is_told_to_be_in_its_own_language(tmp_path: Path) -> None:
    with a_home(tmp_path, "") as home:
        async with home.screen() as screen:
            told = {
                one.identifier: [said for inside in walk(one) for said in words(inside)]
                for one in screen.controls(ft.Semantics)
                if one.identifier
            }
            assert told == {f"lang-{one.tag}": [one.own_name] for one in LANGUAGES}


@pytest.mark.parametrize(
    ("device", "speaks", "first"),
    [
        ([("ti", "ER"), ("sv", "SE")], "ti", ["ትግርኛ", "Svenska", "Lättläst svenska"]),
        ([("prs", None)], "fa-AF", ["دری", "فارسی", "Svenska"]),
        ([("tr", "TR")], "sv", ["Svenska", "Lättläst svenska", "English"]),
        (None, "sv", ["Svenska", "Lättläst svenska", "English"]),
    ],
)
async def test_the_first_screens_speak_the_devices_language_and_leave_the_choice(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    device: list[tuple[str, str | None]] | None,
    speaks: str,
    first: list[str],
) -> None:
    monkeypatch.setenv("FLET_APP_STORAGE_DATA", str(tmp_path))
    secrets = MemorySecrets()
    monkeypatch.setattr(main, "FletSecrets", lambda: secrets)
    locales = [ft.Locale(tag, country) for tag, country in device or ()]

    async def says(_: ft.Page) -> object:
        return SimpleNamespace(locales=locales) if device is not None else None

    monkeypatch.setattr(ft.Page, "get_device_info", says)
    own = words_for(speaks)
    async with Screen(_nothing) as screen:
        await main.native("http://server.test")(screen.page)
        await screen.settle()
        named = [one.own_name for one in LANGUAGES]
        assert [said for said in screen.texts() if said in named][:3] == first
        assert screen.page.rtl == own.rtl
        await screen.go(places.HELP)
        assert screen.shows(own.t("You do not have to manage alone. Tap a number to call it."))
        await screen.go(places.TODAY)
        await screen.click("Polski")
        assert screen.shows(words_for("pl").t("Welcome"))
        assert not screen.page.rtl


async def test_a_device_that_says_nothing_of_itself_is_answered_in_swedish() -> None:
    async def fails() -> object:
        raise RuntimeError("no such method")

    page = SimpleNamespace(get_device_info=fails)
    assert await device_languages(cast("ft.Page", page)) == ()


async def test_about_and_the_languages_say_what_nobody_has_read(tmp_path: Path) -> None:
    unread = [one.own_name for one in LANGUAGES if not words_for(one.tag).reviewed]
    with a_home(tmp_path, "so") as home:
        async with home.screen(places.ABOUT) as screen:
            own = words_for("so")
            assert screen.shows(own.t(UNREAD, languages=own.listing(unread)))
            await screen.go(places.LANGUAGE)
            assert screen.shows(own.t(UNREAD, languages="Soomaali"))
            await screen.click("Suomi")
            assert screen.shows(words_for("fi").t(UNREAD, languages="Suomi"))


@ft.component
def _nothing() -> ft.Control:
    return ft.View(controls=[])
