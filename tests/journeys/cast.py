"""Who is who in the journeys: one company a session, and two people side by side in each journey."""

import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from time import monotonic
from typing import TypeVar

from playwright.sync_api import Browser, StorageState

from mia_companion.demo.people import DemoCoordinator
from mia_companion.demo.story import signed_in
from mia_companion.demo.tellers import StoryClock, Teller
from mia_companion.domain import rights
from mia_companion.domain.areas import REGION
from mia_companion.domain.directory import ContactListed, HoursListed
from mia_companion.i18n.words import Words
from mia_companion.server.login.freshness import FRESH
from mia_companion.wire.accounts import Invitation
from tests.journeys.person import DESKTOP, PHONE, Person, person
from tests.journeys.pocket import Pocket, apart
from tests.journeys.stage import COORDINATOR, EMAIL, PASSWORD, Stage
from tests.journeys.ways import enter, sign_in

NURSE, NURSE_PHONE = "Maria Ek", "0700000123"
OPENS, CLOSES = time(9), time(16)
_ANNA = DemoCoordinator(COORDINATOR, EMAIL, PASSWORD, "")
_RECENT_SECONDS = FRESH.total_seconds() - 180
"""A journey lasts three minutes at most."""
_T = TypeVar("_T")


class _Now(StoryClock):
    """The time it is."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Company:
    """A stage that lasts, on which everybody's cookies are known."""

    browser: Browser
    stage: Stage
    _cookies: StorageState | None = None
    _signed_in: float = 0

    @property
    def anna(self) -> StorageState:
        """Anna's cookies, with which she is not asked again who she is while a journey lasts."""
        if self._cookies is None or monotonic() - self._signed_in > _RECENT_SECONDS:
            self._signed_in = monotonic()
            with person(self.browser, self.stage.coordinator, DESKTOP) as anna:
                sign_in(anna)
                self._cookies = anna.page.context.storage_state()
        return self._cookies

    def office(self, act: Callable[[Teller], Awaitable[_T]]) -> _T:
        """Anna's app without a screen, for what is not what a journey is about."""

        async def acted() -> _T:
            async with signed_in(
                self.stage.backend.address, _Now(datetime.now(UTC)), os.urandom, _ANNA
            ) as anna:
                done = await act(anna)
                await anna.sync()
                return done

        return apart(acted)

    def phone(self, code: str, act: Callable[[Teller], object]) -> Pocket:
        """A participant's app without a screen: opened with the code, and something done in it."""
        held = Pocket(self.stage.backend.address, self.stage.backend.data / f"phone-{code}")
        held.begin(code, act)
        return held

    def invited(self, name: str) -> Invitation:
        """Somebody new, whom Anna follows."""
        return self.office(lambda anna: _invited(anna, name))

    @contextmanager
    def pair(self, words: Words, name: str) -> Iterator["Pair"]:
        """Anna at her desk, in Swedish, and somebody new with a phone in their own language.

        The phone is light in Swedish, and dark where one reads from right to left.
        Afterwards nothing may have left for another host, and every letter had its font.
        """
        invited = self.invited(name)
        with (
            person(self.browser, self.stage.coordinator, DESKTOP, state=self.anna) as anna,
            person(
                self.browser,
                self.stage.participant,
                PHONE,
                dark=words.language.rtl,
                language=words.language.tag,
            ) as samira,
        ):
            enter(samira, invited.code, words)
            anna.open(f"/person/{invited.participant}")
            anna.sees(name)
            yield Pair(self, anna, samira, invited.participant)
            for who in (anna, samira):
                assert not who.left
                assert not who.missing_fonts


@dataclass
class Pair:
    """Two screens side by side; `id` is the participant's."""

    company: Company
    anna: Person
    samira: Person
    id: str


def found(browser: Browser, stage: Stage) -> Company:
    """Anna signs in, so that something arrives with her; the site's hours and one contact are told."""
    company = Company(browser, stage)
    assert company.anna
    company.office(_list_what_is_known)
    return company


async def _invited(anna: Teller, name: str) -> Invitation:
    answer = await anna.do.access.invite(name)
    assert not isinstance(answer, str), answer
    return answer


async def _list_what_is_known(anna: Teller) -> None:
    directory = anna.companion.view.journal(rights.DIRECTORY) or ""
    for weekday in range(1, 6):
        anna.companion.record(directory, HoursListed(weekday=weekday, opens=OPENS, closes=CLOSES))
    anna.companion.record(
        directory,
        ContactListed(
            contact_id=anna.companion.ids.new(),
            name=NURSE,
            party=REGION,
            role="sjuksköterska",
            phone=NURSE_PHONE,
        ),
    )
