"""Going through screens: to one, a tap further, into another language, and on when it has settled."""

import re
from contextlib import suppress
from urllib.parse import urlparse

from playwright.sync_api import Error, Locator, Page, expect

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tests.journeys.flutter import GO, SETTLED
from tests.journeys.further_down import go_down
from tests.journeys.person import PATIENCE_MS, Person
from tools.walk.scene import Told
from tools.walk.screens import (
    BREATH,
    Again,
    Choose,
    Deed,
    Key,
    Last,
    Meanwhile,
    Named,
    Narrow,
    Screen,
    Script,
    Whole,
    Write,
    said,
)

NOWHERE = "/there-is-nothing-here"

_COMES_MS, _TAKES_MS = 1_500, 6_000
_MARKS = "[\u2066-\u2069\u200e\u200f]*"
_ESCAPED = {"/": r"\/", "\n": r"\s"}
"""What ends a pattern where a browser reads it, as between two names of a month in Arabic; and a line's end,
which a name has a space for."""
_MOST_TAPS = 9
_FIRST_MS, _QUIET_MS, _MOST_MS = 700, 280, 6_000


def settle(page: Page) -> None:
    """Wait until nothing more is told: it begins within 0.7 s, is quiet for 0.28 s, lasts 6 s at most."""
    page.evaluate(SETTLED, [_FIRST_MS, _QUIET_MS, _MOST_MS])


def stand(
    who: Person,
    screen: Screen,
    words: Words,
    told: Told,
    *,
    wide: bool = False,
) -> None:
    """From wherever one is to that screen. Raises Playwright's Error where the way is not found."""
    path = screen.path.format(**told.ids)
    at = urlparse(who.page.url).path
    if at == path or (path != places.TODAY and at.startswith(path)):
        # What was opened there, the week looked at, and how far it was scrolled, is forgotten.
        move(who, places.TODAY if path != places.TODAY else NOWHERE)
    move(who, path)
    _do(who, screen.taps, words, told, wide=wide)


def step_back(who: Person, screen: Screen, words: Words, told: Told, *, wide: bool = False) -> None:
    """Undo what the way to that screen changed."""
    _do(who, screen.back, words, told, wide=wide)


def speak(who: Person, before: Words | None, words: Words) -> None:
    """Change the language, on its own screen, of somebody who is in; `before` may be unknown."""
    if before is not None and before.tag == words.tag:
        return
    move(who, places.LANGUAGE)
    who.tap(words.language.own_name, exact=True)
    settle(who.page)
    html = who.page.locator("html")
    expect(html).to_have_attribute("lang", words.tag, timeout=PATIENCE_MS)


def move(who: Person, path: str) -> None:
    """To another address, as with a link in the app."""
    who.page.evaluate(GO, path)
    settle(who.page)


def _do(who: Person, deeds: tuple[Deed, ...], words: Words, told: Told, *, wide: bool) -> None:
    for deed in deeds:
        if isinstance(deed, Write):
            typed = deed.typed if isinstance(deed.typed, str) else deed.typed.of(words.tag)
            who.write(said(deed.field, words), typed)
        elif isinstance(deed, Key):
            who.page.keyboard.press(deed.name)
            settle(who.page)
        elif isinstance(deed, Choose):
            with who.page.expect_file_chooser(timeout=PATIENCE_MS) as opened:
                tap_on(who, words.t(deed.button))
            holds = deed.holds.encode() if isinstance(deed.holds, str) else deed.holds
            file = {"name": deed.name, "mimeType": "", "buffer": holds}
            opened.value.set_files(file)  # type: ignore[arg-type]
            settle(who.page)
        elif isinstance(deed, Meanwhile):
            told.let(deed.does)
            settle(who.page)
        elif isinstance(deed, Script):
            who.page.evaluate(deed.does)
            settle(who.page)
        elif isinstance(deed, Again):
            _again(who, words.t(deed.words))
        elif wide and isinstance(deed, Narrow):
            if deed.wide:
                tap_on(who, words.t(deed.wide))
        else:
            one = isinstance(deed, Whole | Named)
            tap_on(who, said(deed, words), exact=one, last=isinstance(deed, Last))


def _again(who: Person, name: str) -> None:
    there = who.page.get_by_role("button", name=name, exact=True)
    for _ in range(_MOST_TAPS):
        if not there.count():
            return
        tap_on(who, name, exact=True)
        who.page.evaluate(BREATH.does)
    raise AssertionError(f"{name} is there for ever")


def tap_on(who: Person, name: str, *, exact: bool = False, last: bool = False) -> None:
    """As a screen reader taps, so that it may lie further down."""
    # A row, whose name begins so, rather than the circle in it that marks it as done. What is called the same
    # has its marks of direction here or there, by what it stands in.
    letters = _MARKS.join(_ESCAPED.get(one, re.escape(one)) for one in re.sub(_MARKS, "", name))
    begins = rf"^{_MARKS}{letters}{_MARKS + '$' if exact else ''}"
    row = _tappable(who.page, begins)
    anywhere = row if exact else _tappable(who.page, letters)
    with suppress(Error):  # then it lies further down
        anywhere.first.wait_for(state="attached", timeout=_COMES_MS)
    go_down(who.page, lambda: bool(row.count() or anywhere.count()), lambda: settle(who.page))
    found = row if row.count() else anywhere
    (found.last if last else found.first).dispatch_event("click", timeout=_TAKES_MS)
    settle(who.page)


def _tappable(page: Page, name: str) -> Locator:
    """Buttons, answers of which one is chosen, and boxes that are ticked."""
    pattern = re.compile(name)
    answers = page.get_by_role("radio", name=pattern).or_(
        page.get_by_role("checkbox", name=pattern)
    )
    return page.get_by_role("button", name=pattern).or_(answers)
