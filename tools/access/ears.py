"""Listening on one screen: axe-core by day and by night, what is told, and whether that is as it was."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal
from urllib.parse import urlparse

from playwright.sync_api import Page

import mia_companion
from mia_companion.i18n.languages import best_match
from mia_companion.i18n.words import words_for
from tests.journeys.axe import found, version
from tests.journeys.person import Person
from tools.access import readings
from tools.access.hearing import faults, heard
from tools.access.results import Part, Results, spoken
from tools.access.shell import ours, told
from tools.walk.before import FIRST
from tools.walk.going import settle
from tools.walk.stood import Stood

_REST_MS, _COLOURED_MS = 1_600, 120
_STEADY_MS, _STEADY_AT_MOST = 400, 6
MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


_SEEN = """() => document.getElementById('offline')?.checkVisibility()
  ? `${matchMedia('(prefers-color-scheme: dark)').matches}` : document.body.outerHTML"""
"""All that axe-core goes by: of the canvas it sees no colours; our own page without a connection has some."""


@dataclass
class Ears:
    """`wrong` has a line for everything that is; `keep` keeps readings instead of comparing them.

    `after` is called after each screen.
    """

    keep: bool = False
    wrong: list[str] = field(default_factory=list)
    after: Callable[[], None] = lambda: None
    axe: str = ""
    screens: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    violations: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def listen(self, who: Person, stood: Stood) -> None:
        """What is wrong is listened to once more, when what still moves has come to rest."""
        page, tag = who.page, stood.words.tag
        self.axe = self.axe or version(page)
        self.screens.setdefault(tag, {}).setdefault(stood.part, set()).add(stood.name)
        seen = ""
        for mode in MODES:
            page.emulate_media(color_scheme=mode)
            page.wait_for_timeout(_COLOURED_MS)
            before, seen = seen, page.evaluate(_SEEN)
            if before and seen == before:
                continue  # the same elements in the same page: axe-core would see the same
            violations = _twice(page, lambda: _violations(page))
            said = [f"{stood.name} {mode}: {one}" for one in violations]
            self.violations.setdefault((tag, stood.part), []).extend(said)
            self._tell(tag, said)
        page.emulate_media(color_scheme="light")
        self._tell(tag, [f"{stood.name}: {one}" for one in self._heard(page, stood)])
        self.after()

    def _heard(self, page: Page, stood: Stood) -> list[str]:
        wrong = _twice(page, lambda: _told_wrong(page, stood))
        if stood.words.tag != readings.SPOKEN:
            return wrong
        if self.keep:
            _wait(page)  # what was said aloud is gone then
            readings.keep(stood.name, _steady(page))
            return wrong
        reading = _steady(page)
        if readings.differs(stood.name, reading):
            _wait(page)
            wrong = [*wrong, *readings.differs(stood.name, _steady(page))]
        return wrong

    def _tell(self, tag: str, lines: list[str]) -> None:
        for line in lines:
            self.wrong.append(f"{tag} {line}")
            print(f"{tag} {line}", flush=True)

    def _parts(self, tag: str) -> dict[str, Part]:
        return {
            part: Part(screens=len(names), violations=tuple(self.violations.get((tag, part), ())))
            for part, names in self.screens[tag].items()
        }

    def results(self, kept: Path) -> Results:
        """Of what was walked, to be written beside what was walked before."""
        return Results(
            made=f"{datetime.now(UTC):%Y-%m-%d}",
            version=mia_companion.__version__,
            axe=self.axe,
            screens=0,
            languages={tag: spoken(self._parts(tag), MODES) for tag in self.screens},
            shell=told(),
            readings=len(list(kept.glob("*.yml"))),
        )


def stands_there(address: str, route: str) -> bool:
    """Whether an address is one of that route's; `*` is any."""
    if route.startswith("*"):
        return True
    parts, there = route.strip("/").split("/"), urlparse(address).path.strip("/").split("/")
    least = [one for one in parts if not one.endswith("?")]
    if not len(least) <= len(there) <= len(parts):
        return False
    return all(
        fnmatchcase(one, "*" if part.startswith(":") else part)
        for one, part in zip(there, parts, strict=False)
    )


def _violations(page: Page) -> list[str]:
    return [str(one) for one in ours(found(page))]


def _told_wrong(page: Page, stood: Stood) -> list[str]:
    route = stood.screen.route
    lost = [] if stands_there(page.url, route) else [f"stands at {page.url}, not at {route}"]
    # Before anybody has chosen it is the device's, which knows no easy Swedish and no Dari.
    device = words_for(best_match([stood.words.locale.language]).tag)
    words = device if stood.screen is FIRST else stood.words
    return [*lost, *faults(page, words, heard(page))]


def _twice(page: Page, look: Callable[[], list[str]]) -> list[str]:
    """What is still wrong when what moves has come to rest."""
    if not look():
        return []
    _wait(page)
    return look()


def _steady(page: Page) -> str:
    """How it sounds when nothing is on its way to the server any more, which the screen says, too."""
    before, said = "", readings.stable(heard(page))
    for _ in range(_STEADY_AT_MOST):
        if said == before:
            break
        page.wait_for_timeout(_STEADY_MS)
        before, said = said, readings.stable(heard(page))
    return said


def _wait(page: Page) -> None:
    page.wait_for_timeout(_REST_MS)
    settle(page)
