"""What is inside an app: the files that are meant, and nothing else, and it starts from them alone."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.sync.address import BUILT_FOR
from tests.phones.flet_build import Built
from tests.phones.on_android import App, laid_out
from tests.phones.told import told
from tools.phones import ROOT

_ASKED = """
import main
import asyncio, datetime, json, os, pathlib, tempfile
import flet as ft
import arabic_reshaper, certifi, fpdf, icalendar, recurring_ical_events, segno, xlsxwriter
import flet_charts, flet_local_auth, flet_notifications, flet_secure_storage
from zoneinfo import ZoneInfo, reset_tzpath
from mia_companion import main as app
from mia_companion.app.holidays import is_holiday
from mia_companion.device.files import kind_of
from mia_companion.device.secrets import MemorySecrets
from mia_companion.device.statement.told import statement
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from tests.phones.told import told
from tests.ui.home import a_home
from tests.ui.recording import Screen

@ft.component
def nothing():
    return ft.View(controls=[])

async def start():
    secrets = MemorySecrets()
    app.FletSecrets = lambda: secrets
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FLET_APP_STORAGE_DATA"] = folder
        async with Screen(nothing) as screen:
            await app.native(app.DEFAULT_SERVER)(screen.page)
            await screen.settle()
            await screen.click("English")
            return screen.shows("Welcome")

async def in_languages():
    seen = {}
    for one in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder, a_home(pathlib.Path(folder), one.tag) as home:
            async with home.screen() as screen:
                name = words_for(one.tag).t("Today")
                seen[one.tag] = [screen.shows("Gå ut en stund"), screen.shows(name)]
    return seen

reset_tzpath(())
print(json.dumps({
    "starts": asyncio.run(start()),
    "screens": asyncio.run(in_languages()),
    "server": app.DEFAULT_SERVER,
    "places": [app.__file__, str(app.assets_folder()), fpdf.__file__],
    "told": told(),
    "holiday": [is_holiday(datetime.date(2026, 6, day)) for day in (6, 8)],
    "kind": kind_of("Hej då, en rad text.".encode(), "brev.txt"),
    "zone": str(ZoneInfo("Europe/Stockholm")),
    "statement": statement().long["sv"][0].words,
    "today": words_for("sv").t("Today"),
}))
"""


@pytest.fixture(scope="module")
def app(built: dict[str, Built], tmp_path_factory: pytest.TempPathFactory) -> App:
    """Packaged for Android."""
    return laid_out(built["apk"], tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="module")
def answers(app: App) -> dict[str, Any]:
    """What it says, run by a Python that knows of nothing but the app, its libraries and, last of all, what
    tests look at screens with."""
    paths = [str(one) for one in (app.own, app.beside, app.archive)]
    begin = f"import sys; sys.path[:0] = {paths!r}; sys.path.append({str(ROOT)!r})\n"
    (app.own / BUILT_FOR).write_text("https://mia.example.se\n")
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", begin + _ASKED],
        cwd=app.own,
        capture_output=True,
        text=True,
        check=False,
    )
    (app.own / BUILT_FOR).unlink()
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_there_is_what_is_meant_and_nothing_else(app: App) -> None:
    assert {one.name for one in app.own.iterdir()} == {
        "LICENSE",
        "assets",
        "locales",
        "main.pyc",
        "src",
    }
    rooms = {one.name for one in (app.own / "src" / "mia_companion").iterdir()}
    assert rooms & {"server", "demo", "cli.pyc", "serving.pyc"} == set()
    assert rooms >= {
        "ui",
        "app",
        "store",
        "sync",
        "domain",
        "device",
        "paper",
        "calendars",
        "main.pyc",
    }
    assert {one.name for one in (app.own / "assets").iterdir()} == {"fonts"}
    assert {one.suffix for one in (app.own / "assets" / "fonts").iterdir()} == {".ttf", ".txt"}
    kinds = {one.suffix for one in app.own.rglob("*") if one.is_file()}
    assert kinds <= {".pyc", ".mo", ".ttf", ".txt", ".json", ".sql", ""}, kinds
    for one in LANGUAGES:
        catalogue = app.own / "locales" / one.tag / "LC_MESSAGES" / "messages.mo"
        assert one.tag == "en" or catalogue.stat().st_size > 10_000, one.tag


def test_locale_data_is_what_the_languages_read(app: App) -> None:
    data = app.beside / "babel" / "locale-data"
    names = {one.stem for one in data.glob("*.dat")}
    assert names == {
        *("root", "sv", "en", "en_001", "en_150", "en_SE", "fi"),
        *("ar", "fa", "fa_AF", "so", "ti", "uk", "pl", "ckb"),
    }
    assert sum(one.stat().st_size for one in data.iterdir()) < 2_500_000  # of 33 MB


def test_every_language_says_what_it_says_with_all_the_data(answers: dict[str, Any]) -> None:
    assert answers["told"] == told()
    assert set(answers["told"]) == {one.tag for one in LANGUAGES}


def test_it_starts_from_its_package_alone_and_every_language_has_its_screen(
    app: App, answers: dict[str, Any]
) -> None:
    assert answers["starts"]
    assert answers["screens"] == {one.tag: [True, True] for one in LANGUAGES}
    file, assets, library = map(Path, answers["places"])
    assert file.is_relative_to(app.own)
    assert assets == app.own / "assets"
    assert library.is_relative_to(app.archive)
    assert answers["server"] == "https://mia.example.se"


def test_what_reads_files_of_its_own_finds_them(answers: dict[str, Any]) -> None:
    """Each of these has a library that looks for files: in the archive there is no folder to look in."""
    assert answers["holiday"] == [True, False]
    assert answers["kind"] == "text/plain"
    assert answers["zone"] == "Europe/Stockholm"
    assert answers["statement"] == "Tillgänglighetsredogörelse för MIA"
    assert answers["today"] == "I dag"
