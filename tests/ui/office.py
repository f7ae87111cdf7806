"""A coordinator's companion without a network, into which participants' journals can be told."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import flet as ft
import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.opening import open_companion
from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.domain.directory import ContactListed, CoordinatorListed, SiteNamed
from mia_companion.domain.facts import Fact
from mia_companion.domain.people import LanguageChosen, ParticipantNamed
from mia_companion.store.journals import Held
from mia_companion.sync.listener import Came
from mia_companion.ui.app import App
from mia_companion.wire.accounts import Account, Tokens
from tests.example_data import COORDINATOR, DESKTOP, KEY, NOW, FixedClock, confirmed, entry, seeded
from tests.ui.recording import Screen

SITE = "site-west"


class Office:
    """`screen()` draws what Karin sees. Nothing leaves the machine."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.clock = FixedClock()
        self.companion = open_companion(
            folder / "office.sqlite",
            KEY,
            "http://server.test",
            clock=self.clock,
            random=seeded(7),
            uniform=lambda a, b: b,
            transport=httpx.MockTransport(self._answer),
        )
        self.answers: dict[str, Any] = {}
        self.do = Actions(self.companion)
        self.do.choices.language(language)
        self.followed_by: dict[str, tuple[str, ...]] = {}
        """Who follows a participant, where it is not Karin alone."""
        self._seq: dict[str, int] = {}

    def sign_in(self) -> None:
        """Karin is at her desk, and the site has its directory."""
        self.companion.client.session.keep(TOKENS)
        self.companion.reload()
        self.do.choices.language(self.companion.view.choices.language)
        directory = (
            SiteNamed(name="MIA Vidare Väster"),
            CoordinatorListed(coordinator_id=COORDINATOR, name="Karin Berg"),
            ContactListed(
                contact_id="contact-1", name="Lena Åkesson", party="region", address="Storgatan 4"
            ),
        )
        for fact in directory:
            self.tell(rights.DIRECTORY, None, fact, COORDINATOR)

    def person(self, person: str, name: str, language: str = "sv") -> None:
        """A participant whom Karin works with."""
        self.tell(rights.SHARED, person, ParticipantNamed(name=name), COORDINATOR)
        self.tell(rights.SHARED, person, LanguageChosen(language=language), person)
        self.hold(rights.TEAM, person)

    def says(self, person: str, fact: Fact, *, at: datetime = NOW) -> None:
        """The participant's device told the server something, and it came here."""
        self.tell(rights.SHARED, person, fact, person, at)

    def tell(
        self, role: str, person: str | None, fact: Fact, author: str, at: datetime = NOW
    ) -> None:
        """One confirmed entry came."""
        journal = f"{role}-{person or 'site'}"
        seq = self._seq[journal] = self._seq.get(journal, 0) + 1
        device = DESKTOP if author == COORDINATOR else f"device-{author}"
        said = entry(
            fact,
            f"{journal}-{seq:06}",
            journal=journal,
            author=author,
            device=device,
            at=at,
            based_on=seq - 1,
        )
        one = confirmed(said, seq, at=self.clock.now)
        self.companion.came([Came(self._held(role, person), [one])])

    def hold(self, role: str, person: str) -> None:
        """A journal with nothing in it yet."""
        self.companion.came([Came(self._held(role, person), [])])

    def _held(self, role: str, person: str | None) -> Held:
        info = rights.JournalInfo(
            id=f"{role}-{person or 'site'}", role=role, site=SITE, participant=person
        )
        follows = self.followed_by.get(person or "", (COORDINATOR,))
        return Held(info=info, coordinators=follows if role == rights.SHARED else ())

    def screen(self, *, route: str = "/", width: int = 1280, height: int = 800) -> "Drawn":
        """The app on a page of that width."""
        return Drawn(self, route, width, height)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        for end, answer in self.answers.items():
            if request.url.path.endswith(end):
                found: httpx.Response = answer(request)
                return found
        raise httpx.ConnectError("no network", request=request)


class Drawn(Screen):
    """The app over an office, redrawn with each new view as on a real page."""

    def __init__(self, office: Office, route: str, width: int, height: int) -> None:
        view = office.companion.view
        self.state = AppState(
            view=view, do=office.do, clock=office.clock, width=width, height=height
        )
        super().__init__(
            App, self.state, route=route, width=width, height=height, prepare=self._hold
        )
        self._office = office

    def _hold(self, page: ft.Page) -> None:
        page.data = self.state
        self._stop = self._office.companion.subscribe(self._show)

    def _show(self, view: View) -> None:
        self.state.view = view

    async def __aexit__(self, *wrong: object) -> None:
        self._stop()
        await super().__aexit__(*wrong)


TOKENS = Tokens(
    account=Account(
        id=COORDINATOR,
        role=rights.COORDINATOR,
        site=SITE,
        association="west",
        name="Karin Berg",
    ),
    access="access",
    access_until=NOW + timedelta(days=365),
    refresh="r" * 32,
    leave_key="ab" * 32,
)


@contextmanager
def an_office(folder: Path, language: str = "en") -> Iterator[Office]:
    """Open, signed in; the store is let go of afterwards."""
    office = Office(folder, language)
    office.sign_in()
    try:
        yield office
    finally:
        office.companion.store.close()
