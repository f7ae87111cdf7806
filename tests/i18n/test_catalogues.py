"""Catalogues are found wherever the app may lie, and a missing or broken one stops nobody."""

import shutil
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from mia_companion.i18n import catalogues
from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words, is_reviewed
from tools.catalogues.files import headed

ROOT = Path(__file__).parent.parent.parent
ASK = "from mia_companion.i18n.words import words_for; print(ascii(words_for('sv').c('day', 'today')))"


def asked(folder: Path, *path: Path) -> str:
    """What a fresh Python in that folder says, with the package found at that path only."""
    code = f"import sys; sys.path[:0] = {[str(p) for p in path]!r}; {ASK}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def app_in(folder: Path) -> Path:
    """A copy of what i18n needs of the package."""
    package = folder / "mia_companion"
    shutil.copytree(ROOT / "src" / "mia_companion" / "i18n", package / "i18n")
    (package / "__init__.py").write_text("")
    return package


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_offered_language_has_a_catalogue(language: Language) -> None:
    assert catalogues.load(language.tag).info()["x-reviewed"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_one_sentence_at_a_glance_is_that_of_the_catalogue(language: Language) -> None:
    whole = catalogues.load(language.tag)
    assert isinstance(whole, GNUTranslations)
    plain = [key for key in whole._catalog if isinstance(key, str)]  # type: ignore[attr-defined]
    assert len(plain) > 1500
    for msgid in ["", "Language", "not in any of them", *plain[::40]]:
        assert catalogues.glance(language.tag, msgid) == whole.gettext(msgid)
    assert is_reviewed(language.tag) is Words(language, whole).reviewed


def test_at_a_glance_a_reviewed_catalogue_says_so_and_none_is_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Catalog()
    read.add("Today", "I dag")
    file = tmp_path / "locales" / "sv" / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, headed(read, LANGUAGES[0], {"X-Reviewed": "yes, Sara, 2027-01-01"}))
    monkeypatch.setattr(catalogues, "_places", lambda: iter([tmp_path]))
    catalogues.glance.cache_clear()
    assert is_reviewed("sv")
    assert catalogues.glance("sv", "Today") == "I dag"
    assert catalogues.glance("fi", "Today") == "Today"
    assert not is_reviewed("fi")
    catalogues.glance.cache_clear()


def test_in_the_package_as_a_wheel_has_it(tmp_path: Path) -> None:
    package = app_in(tmp_path)
    shutil.copytree(ROOT / "locales", package / "locales")
    assert asked(tmp_path, tmp_path) == "'i dag'"


def test_above_the_package_as_in_the_repository(tmp_path: Path) -> None:
    app_in(tmp_path / "src")
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    assert asked(tmp_path, tmp_path / "src") == "'i dag'"


def test_beside_the_file_that_was_started_as_on_a_phone(tmp_path: Path) -> None:
    app_in(tmp_path / "a" / "b" / "site")
    app = tmp_path / "app"
    shutil.copytree(ROOT / "locales", app / "locales")
    main = app / "main.py"
    main.write_text(f"import sys; sys.path[:0] = [{str(tmp_path / 'a' / 'b' / 'site')!r}]; {ASK}")
    done = subprocess.run(
        [sys.executable, str(main)], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "'i dag'"


def test_in_an_archive(tmp_path: Path) -> None:
    package = app_in(tmp_path / "app")
    shutil.copytree(ROOT / "locales", package / "locales")
    shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path / "app")
    assert asked(tmp_path, tmp_path / "packed.zip") == "'i dag'"


def test_nowhere_means_english(tmp_path: Path) -> None:
    app_in(tmp_path / "a" / "b")
    assert asked(tmp_path, tmp_path / "a" / "b") == "'today'"


@pytest.mark.parametrize(
    "content", [b"", b"not a catalogue at all", b"\xde\x12\x04\x95\0\0\0\0\x09"]
)
def test_a_broken_catalogue_means_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    file = tmp_path / "locales" / "sv" / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    monkeypatch.setattr(catalogues, "_places", lambda: iter([tmp_path]))
    assert catalogues.load("sv").gettext("Today") == "Today"
