"""Somebody at a keyboard: no mouse, no script that clicks. What has the focus is what the page says has it.

With the tree of screen readers awake, `document.activeElement` is the thing in it on which Flutter and the
browser stand: a button, a tab, a field. A heading has it on a screen that has just come.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.journeys.person import PATIENCE_MS, Person

_LETTERS_OF_DIRECTION = re.compile("[\u2066-\u2069\u200e\u200f]")
_STEP_MS, _LETTER_MS, _STILL_MS, _STILL = 40, 30, 120, 4
"""Between two presses of Tab, and two letters; how far apart, and how often in a row, the focus is found in
the same place."""
_MOVES = 75
"""Times that long a list may take to be moved on."""

_AT = """() => {
  const one = document.activeElement, host = document.querySelector('flt-semantics-host');
  const ring = document.getElementById('ring');
  const placed = (it) => Object.values(it.getBoundingClientRect().toJSON()).slice(0, 4);
  const box = (it) => it && !it.hidden ? placed(it) : null;
  const in_it = host && host.contains(one) && one !== host;
  const kind = {INPUT: 'textbox', TEXTAREA: 'textbox'}[one.tagName];
  const h1 = host ? Array.from(host.querySelectorAll('h1')).map((it) => it.textContent).join(' / ') : '';
  return {
    id: in_it ? one.id || one.getAttribute('aria-label') + one.tagName : '',
    role: in_it ? one.getAttribute('role') || kind || (/^H[1-6]$/.test(one.tagName) ? 'heading' : '') : '',
    name: in_it ? one.getAttribute('aria-label') || one.textContent : one.tagName.toLowerCase(),
    box: box(one), ring: box(ring), screen: h1,
    first: !!in_it && one === host.querySelector('[tabindex="0"], input, textarea'),
  };
}"""


@dataclass(frozen=True)
class Focus:
    """What has the focus. `box` and `ring` are x, y, width, height in CSS pixels; no `id` when it is lost;
    `first` of all on its screen."""

    id: str
    role: str
    name: str
    box: Sequence[float]
    ring: Sequence[float] | None
    screen: str
    first: bool

    @property
    def lost(self) -> bool:
        """On the page as a whole, or on nothing."""
        return not self.id and not self.role

    @property
    def lines(self) -> list[str]:
        """What it is called, without the marks of direction."""
        return [one.strip() for one in _LETTERS_OF_DIRECTION.sub("", self.name).splitlines()]

    def is_called(self, name: str, role: str) -> bool:
        """A row's name begins with its first line; a place's may begin with how much is unread."""
        name = _LETTERS_OF_DIRECTION.sub("", name)
        return self.role == role and any(one.startswith(name) for one in self.lines)


def focus(page: Page) -> Focus:
    """As it is at this moment."""
    return Focus(**page.evaluate(_AT))


@dataclass
class Keyboard:
    """Wraps a `Person` whose page is open. After each action the focus stands on something of the screen."""

    who: Person
    _pressed: set[str] = field(default_factory=set)

    def at(self, name: str, role: str = "button", *, back: bool = False) -> Focus:
        """Tab to what is called so; the whole way round without it is an error that names what there is."""
        there = self.who.page.get_by_role(role, name=name)  # type: ignore[arg-type]
        expect(there.first).to_be_attached(timeout=PATIENCE_MS)
        passed: list[Focus] = []
        while not (now := focus(self.who.page)).is_called(name, role):
            round_it = [one.id for one in passed[1:]].count(now.id) > 1 and now.id
            if round_it or len(passed) > 200:
                raise AssertionError(f"{role} {name!r} is not reached: {_told(passed)}")
            passed.append(now)
            self.next("Shift+Tab" if back else "Tab")
        return self.settled()

    def next(self, key: str) -> Focus:
        """Tab or Shift+Tab, and where one stands then."""
        page, before = self.who.page, focus(self.who.page)
        page.keyboard.press(key)
        for _ in range(_MOVES):
            page.wait_for_timeout(_STEP_MS)
            if (now := focus(page)).id not in {"", before.id}:
                return now
        return focus(page)

    def press(
        self,
        name: str,
        role: str = "button",
        *,
        key: str = "Enter",
        then: str = "",
        back: bool = False,
    ) -> Focus:
        """Tab there, press, and wait for the words that come `then`."""
        self.at(name, role, back=back)
        return self.key(key, then=then)

    def key(self, key: str, *, then: str = "") -> Focus:
        """A key where the focus is."""
        page, before = self.who.page, focus(self.who.page)
        self._pressed.add(before.lines[0])
        page.keyboard.press(key)
        if then:
            self.who.sees(then)
        after = self.settled()
        if after.screen != before.screen:
            begins = after.role in {"heading", "textbox"} or after.first
            assert begins or after.lines[0] in self._pressed, f"{before} led to {after}"
        return after

    def write(self, label: str, words: str, *, back: bool = False) -> None:
        """Into a field, letter by letter as quick hands do, at once when it has the focus."""
        self.at(label, "textbox", back=back)
        self.who.page.keyboard.press("Control+A")
        self.who.page.keyboard.type(words, delay=_LETTER_MS)
        box = self.who.page.get_by_role("textbox", name=label, exact=True).first
        expect(box).to_have_value(words, timeout=PATIENCE_MS)
        self.who.page.wait_for_timeout(150)  # its way to the app

    def walk(self) -> list[Focus]:
        """From where the focus is to the last thing on the screen, after which the browser's own come."""
        passed = [focus(self.who.page)]
        while not passed[-1].lost:
            assert len(passed) < 200, _told(passed)
            passed.append(self.next("Tab"))
        return passed[:-1]

    def settled(self) -> Focus:
        """Once the focus stands still: not lost, in view, and with a ring around it."""
        page, same, now = self.who.page, 0, focus(self.who.page)
        for _ in range(PATIENCE_MS // _STILL_MS):
            page.wait_for_timeout(_STILL_MS)
            before, now = now, focus(page)
            same = same + 1 if before == now and not now.lost and _is_ringed(now) else 0
            if same >= _STILL:
                return now
        raise AssertionError(f"lost, out of view or without a ring: {now}")


def _is_ringed(now: Focus) -> bool:
    """The ring stands around all of it that is seen, in the window."""
    if now.ring is None:
        return False
    x, y, width, height = now.ring
    left, top, wide, high = now.box
    inside = x >= left - 8 and y >= top - 8 and width <= wide + 16 and height <= high + 16
    return inside and y >= -8 and width >= 8 and height >= 8


def _told(passed: Sequence[Focus]) -> str:
    return " → ".join(f"{one.role} {one.lines[0][:30]}" for one in passed[-60:])
