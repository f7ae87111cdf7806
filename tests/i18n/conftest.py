"""A small program and its complete catalogues, to be spoiled."""

from pathlib import Path

import pytest

from mia_companion.i18n.languages import LANGUAGES
from tools.catalogues import check, files
from tools.catalogues.files import compile_all, extract, update

CODE = """
def screen(words, done, later):
    # Translators: on a button
    words.t("Done")
    words.t("Hello {name}", name="x")
    words.n("{count} step", "{count} steps", 3)
    words.c("state", "Open")
    return later("Yes") if done else words.t("Maybe" if done else "No")
"""
SWEDISH = {
    'msgid "Done"\nmsgstr ""': 'msgid "Done"\nmsgstr "Klart"',
    'msgid "Hello {name}"\nmsgstr ""': 'msgid "Hello {name}"\nmsgstr "Hej {name}"',
    'msgstr[0] ""\nmsgstr[1] ""': 'msgstr[0] "ett steg"\nmsgstr[1] "{count} steg"',
    'msgid "Open"\nmsgstr ""': 'msgid "Open"\nmsgstr "Öppen"',
    'msgid "Yes"\nmsgstr ""': 'msgid "Yes"\nmsgstr "Ja"',
    'msgid "Maybe"\nmsgstr ""': 'msgid "Maybe"\nmsgstr "Kanske"',
    'msgid "No"\nmsgstr ""': 'msgid "No"\nmsgstr "Nej"',
}
ARABIC = {
    old: new for old, new in SWEDISH.items() if "[" not in old
} | {
    "".join(f'msgstr[{i}] ""\n' for i in range(6)): "".join(
        f'msgstr[{i}] "{text}"\n'
        for i, text in enumerate(["0", "1", "2", "{count} a", "{count} b", "{count} c"])
    )
}  # fmt: skip


THREE = tuple(one for one in LANGUAGES if one.tag in ("sv", "en", "ar"))
"""Enough for what the tool does to each."""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(files, "LANGUAGES", THREE)
    monkeypatch.setattr(check, "LANGUAGES", THREE)
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "screen.py").write_text(CODE)
    return folder


@pytest.fixture
def locales(tmp_path: Path, source: Path) -> Path:
    """Complete catalogues of the code above."""
    folder = tmp_path / "locales"
    assert not extract(source, folder)
    update(source, folder)
    for tag, texts in (("sv", SWEDISH), ("ar", ARABIC)):
        for old, new in texts.items():
            _change(folder, old, new, tag)
    compile_all(source, folder)
    return folder


def _change(locales: Path, old: str, new: str, tag: str) -> None:
    path = locales / tag / "LC_MESSAGES" / "messages.po"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
