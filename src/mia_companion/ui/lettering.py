"""Which fonts a page has. In a browser: the app's own face, and what its language is written with.

    chosen ──the page is given the fonts──▶ they come ──▶ the screens are drawn in the language

What people write themselves in another script comes by itself there: the client asks our host for it
(`device/browser/fonts.py`). On a phone or a desktop all lie beside the app, and a page has all of them.
"""

from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import urlsplit

import flet as ft

from mia_companion.i18n.languages import language
from mia_companion.ui.theme import FACE, FACE_BOLD, MARKS, NAMES

Expect = Callable[[Iterable[str]], Awaitable[None]]
"""Begin to look out for files; await what is given back until they are in the browser."""

_OF_SCRIPT = {
    "Latn": {FACE: "AtkinsonHyperlegible-Regular", FACE_BOLD: "AtkinsonHyperlegible-Bold"},
    "Cyrl": {"Noto Sans": "NotoSans-Regular", "Noto Sans Bold": "NotoSans-Bold"},
    "Arab": {
        "Noto Sans Arabic": "NotoSansArabic-Regular",
        "Noto Sans Arabic Bold": "NotoSansArabic-Bold",
    },
    "Ethi": {
        "Noto Sans Ethiopic": "NotoSansEthiopic-Regular",
        "Noto Sans Ethiopic Bold": "NotoSansEthiopic-Bold",
    },
}
_BESIDE_THE_APP = {
    family: f"/fonts/{file}.ttf" for files in _OF_SCRIPT.values() for family, file in files.items()
}
_PART = {"NotoSans-Regular": "Cyrillic-Regular", "NotoSans-Bold": "Cyrillic-Bold"}
_IN_EVERY_BROWSER = {
    MARKS: "Marks-Regular",
    **dict(
        zip(
            NAMES, ("Names-NotoSans", "Names-NotoSansArabic", "Names-NotoSansEthiopic"), strict=True
        )
    ),
}


def fonts_for(tag: str, *, web: bool) -> dict[str, str]:
    """Families and where their files lie, for a language; empty for one that is not chosen yet."""
    if not web:
        return _BESIDE_THE_APP
    files = {**_OF_SCRIPT["Latn"], **_OF_SCRIPT[language(tag).script], **_IN_EVERY_BROWSER}
    return {family: f"/fonts/web/{_PART.get(file, file)}.woff2" for family, file in files.items()}


class Lettering:
    """One page's fonts: in a browser those of every language that it was in. There the client asks for them
    at the root of the host, so that they are named with the path of our `address`."""

    def __init__(self, page: ft.Page, expect: Expect | None, address: str = "") -> None:
        self._page = page
        self._path = urlsplit(address).path if page.web else ""
        self._expect = expect

    def lacks(self, tag: str) -> bool:
        """Whether screens in the language have to wait for its letters."""
        return self._expect is not None and bool(self._missing(tag))

    def give(self, tag: str) -> None:
        """The fonts of the language to the page, which need not wait for them."""
        if missing := self._missing(tag):
            named = {family: self._path + file for family, file in missing.items()}
            self._page.fonts = {**(self._page.fonts or {}), **named}

    def expect(self, tag: str) -> Awaitable[None] | None:
        """To be asked before they are given: what to await then, if anything."""
        if self._expect is None or not (missing := self._missing(tag)):
            return None
        return self._expect(missing.values())

    def _missing(self, tag: str) -> dict[str, str]:
        there = self._page.fonts or {}
        wanted = fonts_for(tag, web=bool(self._page.web))
        return {family: file for family, file in wanted.items() if family not in there}
