"""Whether a screen has room for what stands on it: nothing beside the page, nothing cut, no word broken.

    watch(page)            before the page is opened
    spilled(page)          of the screen that is there, all of it that is drawn: also beneath the fold
    small_targets(page)    what a finger is to hit, and is too small for it

Seen: text beside the page or past the edge of what clips it, text left out ("…" or lines beyond the most),
words broken in the middle, text over text, text that sticks out of its button, a bar or a button beside the
page, what scrolls sideways, and bars that leave less than a third of the page to read in.
Not seen: a shape without words and without a name that is cut, and rows of a long list that have not been
drawn yet (scroll, and ask again).
"""

from itertools import combinations
from typing import Any

from playwright.sync_api import Page

from tests.journeys.drawn import BOXES, DRAWN, WATCH

_SLACK = 1.5
"""Pixels: a letter's edge is drawn softly."""
_HAIR = 0.1
_ADDRESS = "://"
"""In what is one word and longer than any page, and may be broken anywhere."""
_LEAST = 6
"""What is lower than this is not text to see."""
_OVER = 4
"""Lines' boxes touch; where letters lie over letters, it is by more than this."""
_READ_IN = 1 / 3
"""Of a page's height: what bars, a heading that stays and a box to write in have to leave."""
_TARGET = 48
_PRIVATE_USE = range(0xE000, 0xF900)
"""Icons are letters of a face of their own, up to 0xFFFFD in the second range."""

Box = tuple[float, float, float, float]


def watch(page: Page) -> None:
    """Listen to what is drawn from the next opening on."""
    page.add_init_script(WATCH)


def spilled(page: Page) -> list[str]:
    """One line each; none when all has room. AssertionError where nothing listened when it was opened."""
    texts, boxes = page.evaluate(DRAWN), page.evaluate(BOXES)
    assert texts, "watch(page) has to come before the page is opened"
    width, height = page.evaluate("[innerWidth, innerHeight]")
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    return [
        *(["the page scrolls sideways"] if sideways else []),
        *faults(texts, boxes, width, height),
    ]


def faults(
    texts: list[dict[str, Any]], boxes: list[dict[str, Any]], width: float, height: float
) -> list[str]:
    """The same of what `DRAWN` and `BOXES` told of a page of that size."""
    words = [one for one in texts if _is_text(one)]
    lists = [_box(one) for one in boxes if one["scrolls"]]
    return [
        *(said for one in words for said in _of_text(one, width, boxes)),
        *_over_each_other(words),
        *_out_of_their_buttons(words, boxes),
        *(said for one in boxes for said in _of_box(one, width)),
        *_little_room(lists, height),
    ]


def small_targets(page: Page) -> list[str]:
    """What can be tapped and is less than 48 pixels wide or high, unless a list's edge cuts it just now."""
    boxes = page.evaluate(BOXES)
    lists = [_box(one) for one in boxes if one["scrolls"]]
    small = []
    for one in boxes:
        left, top, right, bottom = box = _box(one)
        if not one["taps"] or (right - left >= _TARGET - 0.5 and bottom - top >= _TARGET - 0.5):
            continue
        if right > left and bottom > top and not any(_cuts(edge, box) for edge in lists):
            small.append(f"small: {one['name']!r} {right - left:.0f} x {bottom - top:.0f}")
    return small


def _cuts(edge: Box, box: Box) -> bool:
    return any(abs(edge[side] - box[side]) < 2 for side in (1, 3))


def _is_text(one: dict[str, Any]) -> bool:
    said = one["words"].strip("\u2066\u2067\u2068\u2069\u200e\u200f ")
    icon = len(said) == 1 and (ord(said) in _PRIVATE_USE or ord(said) >= 0xF0000)
    tall = any(bottom - top >= _LEAST for _, top, _, bottom in one["lines"])
    return bool(said) and not icon and tall


def _is_excerpt(one: dict[str, Any], boxes: list[dict[str, Any]]) -> bool:
    """Two lines or more of something that opens whole with a tap."""
    a, b, c, d = one["lines"][0]
    tapped = [_box(box) for box in boxes if box["taps"]]
    opens = any(w <= (a + c) / 2 <= e and n <= (b + d) / 2 <= s for w, n, e, s in tapped)
    return len(one["lines"]) > 1 and opens


def _is_written(one: dict[str, Any], boxes: list[dict[str, Any]]) -> bool:
    """In a box of one line, in which one's words are drawn along as one writes."""
    _, top, _, bottom = one["lines"][0]
    there = (_box(box) for box in boxes if box["role"] == "textbox")
    return len(one["lines"]) == 1 and any(t <= (top + bottom) / 2 <= b for _, t, _, b in there)


def _of_text(one: dict[str, Any], width: float, boxes: list[dict[str, Any]]) -> list[str]:
    said, found = one["words"][:60], []
    if one["cut"] and not _is_excerpt(one, boxes):
        found.append(f"left out: {said!r}")
    elif one["longest"] > (one["width"] or 0) + _HAIR and _ADDRESS not in said:
        found.append(f"broken word: {said!r} {one['longest']:.0f} in {one['width']:.0f}")
    if _is_written(one, boxes):
        return found
    left = min(line[0] for line in one["lines"])
    right = max(line[2] for line in one["lines"])
    if left < -_SLACK or right > width + _SLACK:
        found.append(f"beside the page: {said!r} {left:.0f} to {right:.0f}")
    elif left < one["clip"][0] - _SLACK or right > one["clip"][2] + _SLACK:
        found.append(f"cut at the side: {said!r} {left:.0f} to {right:.0f}, seen {one['clip']}")
    return found


def _over_each_other(words: list[dict[str, Any]]) -> list[str]:
    return [
        f"over each other: {one['words'][:40]!r} and {other['words'][:40]!r}"
        for one, other in combinations(words, 2)
        if one["clip"] == other["clip"]
        and any(_overlap(a, b) for a in _seen(one) for b in _seen(other))
    ]


def _seen(one: dict[str, Any]) -> list[Box]:
    """The parts of lines that are not clipped away."""
    left, top, right, bottom = one["clip"]
    cut = [
        (max(a, left), max(b, top), min(c, right), min(d, bottom)) for a, b, c, d in one["lines"]
    ]
    return [(a, b, c, d) for a, b, c, d in cut if c > a and d > b]


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > _OVER and high > _OVER


def _out_of_their_buttons(words: list[dict[str, Any]], boxes: list[dict[str, Any]]) -> list[str]:
    """Text taller or wider than the button that it names."""
    found = []
    lists = [_box(one) for one in boxes if one["scrolls"]]
    for button in (one for one in boxes if one["role"] in ("button", "tab")):
        left, top, right, bottom = _box(button)
        if any(_cuts(edge, _box(button)) for edge in lists):
            continue
        for one in words:
            if one["words"] != button["name"]:
                continue
            for a, b, c, d in _seen(one):
                inside = left <= (a + c) / 2 <= right and top <= (b + d) / 2 <= bottom
                if inside and (a < left - 2 or c > right + 2 or d - b > bottom - top + 2):
                    found.append(f"out of its button: {one['words'][:60]!r}")
    return found


def _of_box(one: dict[str, Any], width: float) -> list[str]:
    left, top, right, bottom = _box(one)
    if right - left < 1 or bottom - top < 1:
        return []
    found = []
    if one["sideways"]:
        found.append(f"scrolls sideways: {one['name']!r}")
    if left < -_SLACK or right > width + _SLACK:
        found.append(f"beside the page: {one['role']} {one['name']!r} {left:.0f} to {right:.0f}")
    return found


def _little_room(lists: list[Box], height: float) -> list[str]:
    tallest = max((bottom - top for _, top, _, bottom in lists), default=height)
    if not lists or tallest >= height * _READ_IN:
        return []
    return [f"little room: {tallest:.0f} of {height:.0f} are left to read in"]


def _box(one: dict[str, Any]) -> Box:
    left, top, right, bottom = one["box"]
    return left, top, right, bottom
