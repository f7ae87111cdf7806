"""A participant's companion without a network, drawn as on a phone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import flet as ft
import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.opening import open_companion
from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.domain.directory import CoordinatorListed, HelpNumberListed
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.facts import Fact
from mia_companion.domain.people import ParticipantNamed
from mia_companion.store.journals import Held
from mia_companion.sync.listener import Came
from mia_companion.ui.app import App
from tests.example_data import (
    COORDINATOR,
    DESKTOP,
    JOURNAL,
    KEY,
    NOW,
    OWN_JOURNAL,
    PARTICIPANT,
    PHONE,
    SITE,
    FixedClock,
    booking,
    confirmed,
    entry,
    goal,
    held,
    message,
    seeded,
    step,
)
from tests.sync.scripted import TOKENS
from tests.ui.recording import Screen

DIRECTORY = "journal-site"


class Home:
    """`screen()` draws what Amina sees. Nothing leaves the machine."""

    def __init__(self, folder: Path, language: str) -> None:
        self.clock = FixedClock()
        self.companion = open_companion(
            folder / "home.sqlite",
            KEY,
            "http://server.test",
            clock=self.clock,
            random=seeded(5),
            uniform=lambda a, b: b,
            transport=httpx.MockTransport(_nobody),
        )
        self.do = Actions(self.companion)
        if language:
            self.do.choices.language(language)
        self._seq: dict[str, int] = {}
        self.told: list[tuple[Held, Confirmed]] = []

    def sign_in(self) -> None:
        """Amina has opened the app with her code; nothing has been written yet."""
        self.companion.client.session.keep(TOKENS)
        self.companion.reload()
        self.tell(ParticipantNamed(name="Amina"), by=COORDINATOR)
        self.companion.came([Came(held(OWN_JOURNAL, "own"), [])])
        site = rights.JournalInfo(id=DIRECTORY, role=rights.DIRECTORY, site=SITE)
        listed: tuple[Fact, ...] = (
            CoordinatorListed(coordinator_id=COORDINATOR, name="Karin Berg"),
            HelpNumberListed(help_id="help-1", name="Jouren Väster", number="010-000 00 99"),
        )
        entries = [
            entry(fact, f"site-{n:05}", journal=DIRECTORY, author=COORDINATOR)
            for n, fact in enumerate(listed)
        ]
        pages = [confirmed(one, n) for n, one in enumerate(entries, 1)]
        self.companion.came([Came(held().model_copy(update={"info": site}), pages)])

    def live_here(self) -> None:
        """A goal with a step, a step that is hers alone, an appointment and a message."""
        self.tell(goal(words="Orka mer"))
        self.tell(step("step-1", "Gå ut en stund", NOW.date()))
        self.tell(step("step-own", "Det jag inte sagt"), private=True)
        self.tell(booking(), by=COORDINATOR)
        self.tell(message(words="Hur går det?"), by=COORDINATOR)

    def tell(self, fact: Fact, *, by: str = PARTICIPANT, private: bool = False) -> None:
        """One confirmed entry came."""
        journal = OWN_JOURNAL if private else JOURNAL
        seq = self._seq[journal] = self._seq.get(journal, 0) + 1
        said = entry(
            fact,
            f"{journal}-{seq:05}",
            journal=journal,
            author=by,
            device=PHONE if by == PARTICIPANT else DESKTOP,
            at=self.clock.now - timedelta(hours=1),
            based_on=seq - 1,
        )
        role = rights.OWN if private else rights.SHARED
        self.told.append((held(journal, role), confirmed(said, seq)))
        self.companion.came([Came(held(journal, role), [confirmed(said, seq)])])

    def waiting(self) -> list[tuple[str, str]]:
        """The journal and kind of everything in the outbox."""
        return [(w.entry.journal, w.entry.kind) for w in self.companion.store.outbox.all()]

    def screen(self, route: str = "/", *, width: int = 360, web: bool = False) -> "Drawn":
        """The app on a page of that width, on a phone or in a browser."""
        return Drawn(self, route, width, web=web)


class Drawn(Screen):
    """The app over a home, redrawn with each new view as on a real page."""

    def __init__(self, home: Home, route: str, width: int, *, web: bool = False) -> None:
        view = home.companion.view
        self.state = AppState(view=view, do=home.do, clock=home.clock, width=width)
        super().__init__(App, self.state, route=route, width=width, height=740, prepare=self._hold)
        self._home = home
        self.first["web"] = web

    def _hold(self, page: ft.Page) -> None:
        page.data = self.state
        self._stop = self._home.companion.subscribe(self._show)

    def _show(self, view: View) -> None:
        self.state.view = view

    async def __aexit__(self, *wrong: object) -> None:
        self._stop()
        await super().__aexit__(*wrong)


def _nobody(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no network", request=request)


@contextmanager
def a_home(
    folder: Path, language: str = "en", *, signed_in: bool = True, lived_in: bool = True
) -> Iterator[Home]:
    """Open, and let go of afterwards."""
    home = Home(folder, language)
    if signed_in:
        home.sign_in()
        if lived_in:
            home.live_here()
    try:
        yield home
    finally:
        home.companion.store.close()
