"""What a screen reader is told of a screen, and what is wrong with it, whatever its words are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from playwright.sync_api import Page

from mia_companion.i18n.words import Words
from tests.journeys.in_order import OWN, broken_lines

_STATES = """() => [...document.querySelectorAll('flt-semantics-host *')].flatMap(one => {
  const name = (one.getAttribute('aria-label') || one.innerText || '').trim().replace(/\\s+/g, ' ');
  const said = [];
  if (one.getAttribute('aria-current') === 'true') said.push(['chosen', name]);
  if (one.hasAttribute('aria-live')) said.push(['live', name]);
  if (one.getAttribute('aria-invalid') === 'true') said.push(['wrong', name]);
  if (one.getAttribute('aria-description')) said.push(['also', one.getAttribute('aria-description')]);
  return said;
})"""
"""What a snapshot does not tell, in the order of the page."""

_TWICE = (
    f"() => {{ {OWN}"
    + """
  const host = document.querySelector('flt-semantics-host');
  const named = [...host.querySelectorAll('flt-semantics, h1, h2, h3, h4, h5, h6, input, textarea')]
    .map(one => ({one, name: (one.getAttribute('aria-label') || own(one) || '').trim()}))
    .filter(({name}) => name);
  const leads = (a, b) => a.getAttribute('role') === 'button' && /^H[1-6]$/.test(b.tagName);
  const again = ({one, name}, at) => at && name === named[at - 1].name
    && !name.includes(String.fromCharCode(10)) && !leads(named[at - 1].one, one);
  return named.filter(again).map(({name}) => name);
}"""
)
"""Names that are told twice, one right after the other: of a thing, and of what is in it or beside it.

A button and the heading of the form beside it, to which it has led, are two things; so are two rows of
several lines, such as what was done twice in the same minute.
"""

_UNNAMED = re.compile(
    r"^\s*- (button|link|textbox|img|checkbox|radio|switch|slider|tab|menuitem|combobox)"
    r"(?: \[[^\]]*\])*(?::.*)?$"
)
_HEADING = re.compile(r"^\s*- \'?heading .*\[level=(\d)\]")


def heard(page: Page) -> str:
    """An aria snapshot of the whole page, and beneath it what it leaves out: chosen, live, wrong, also."""
    # What lies behind the page without a connection is inert, which a snapshot does not heed.
    offline = page.locator("#offline")
    said = (offline if offline.is_visible() else page.locator("body")).aria_snapshot()
    states: list[list[str]] = page.evaluate(_STATES)
    return "\n".join([said, *(f"# {what}: {name}" for what, name in states)])


def faults(page: Page, words: Words, reading: str) -> list[str]:
    """One line each; none when all is well."""
    twice = (f"told twice: {name}" for name in page.evaluate(_TWICE))
    return [
        *_of_the_page(page, words),
        *unnamed(reading),
        *twice,
        *headings(reading),
        *broken_lines(page),
    ]


def _of_the_page(page: Page, words: Words) -> Iterator[str]:
    told = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    right = [words.tag, "rtl" if words.rtl else "ltr"]
    if told != right:
        yield f"the page says that it is {told}, not {right}"


def unnamed(reading: str) -> Iterator[str]:
    """Buttons, fields and pictures of which a screen reader can only say what they are."""
    yield from (
        f"without a name: {line.strip()}" for line in reading.splitlines() if _UNNAMED.match(line)
    )


def headings(reading: str) -> Iterator[str]:
    """One of the first level, first, and none that leaves a level out."""
    levels = [int(one.group(1)) for one in map(_HEADING.match, reading.splitlines()) if one]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} beneath one of level {before}"
    if levels and levels[0] != 1:
        yield f"the first heading is of level {levels[0]}"
