"""Which fonts a page has: the app's own face, and what its language is written with.

    chosen ──the page is given the fonts──▶ they come ──▶ the screens are drawn in the language

What people write themselves in another script comes by itself: a browser's client asks our host for it
(`device/browser/fonts.py`), and phones have it. A browser's fonts are packed and in parts; theirs are not.
"""

from collections.abc import Awaitable, Callable, Iterable

import flet as ft

from mia_companion.i18n.languages import language
from mia_companion.ui.theme import FACE, FACE_BOLD, MARKS, NAMES

Expect = Callable[[Iterable[str]], Awaitable[None]]
"""Begin to look out for files; await what is given back until they are in the browser."""

_OF_SCRIPT = {
    "Arab": ("Noto Sans Arabic", "NotoSansArabic"),
    "Cyrl": ("Noto Sans", "NotoSans"),
    "Ethi": ("Noto Sans Ethiopic", "NotoSansEthiopic"),
}
_WEB_FILE = {"NotoSans": "Cyrillic"}
_FOR_NAMES = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")


def fonts_for(tag: str, *, web: bool) -> dict[str, str]:
    """Families and where their files lie, for a language; empty for one that is not chosen yet."""
    script = _OF_SCRIPT.get(language(tag).script)
    files = {FACE: "AtkinsonHyperlegible-Regular", FACE_BOLD: "AtkinsonHyperlegible-Bold"}
    if script is not None:
        family, file = script
        file = _WEB_FILE.get(file, file) if web else file
        files |= {family: f"{file}-Regular", f"{family} Bold": f"{file}-Bold"}
    if not web:
        return {family: f"/fonts/{file}.ttf" for family, file in files.items()}
    files |= {MARKS: "Marks-Regular"}
    files |= dict(zip(NAMES, (f"Names-{name}" for name in _FOR_NAMES), strict=True))
    return {family: f"/fonts/web/{file}.woff2" for family, file in files.items()}


class Lettering:
    """One page's fonts: those of every language that it was in."""

    def __init__(self, page: ft.Page, expect: Expect | None) -> None:
        self._page = page
        self._expect = expect

    def lacks(self, tag: str) -> bool:
        """Whether screens in the language have to wait for its letters."""
        return self._expect is not None and bool(self._missing(tag))

    def give(self, tag: str) -> None:
        """The fonts of the language to the page, which need not wait for them."""
        if missing := self._missing(tag):
            self._page.fonts = {**(self._page.fonts or {}), **missing}

    def expect(self, tag: str) -> Awaitable[None] | None:
        """To be asked before they are given: what to await then, if anything."""
        if self._expect is None or not (missing := self._missing(tag)):
            return None
        return self._expect(missing.values())

    def _missing(self, tag: str) -> dict[str, str]:
        there = self._page.fonts or {}
        wanted = fonts_for(tag, web=bool(self._page.web))
        return {family: file for family, file in wanted.items() if family not in there}
