"""Who needs me now: the caseload by hand and by keyboard, with three participants at once."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

from mia_companion.demo.tellers import Teller
from mia_companion.domain.areas import REGION
from tests.journeys.cast import found
from tests.journeys.person import DESKTOP, Person, person
from tests.journeys.stage import Stage
from tests.journeys.ways import SWEDISH

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
sv = SWEDISH.t

_FOCUSED = """() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  return at ? (at.getAttribute('aria-label') || at.innerText || '') : '';
}"""


@pytest.mark.long
def test_the_caseload_tells_who_needs_me_and_is_walked_by_keyboard(
    browser: Browser, stage: Stage
) -> None:
    company = found(browser, stage)
    amir, bea, cleo = (company.invited(name) for name in ("Amir Ask", "Bea Björk", "Cleo Cask"))
    company.office(lambda anna: _booked(anna, bea.participant))
    company.phone(amir.code, lambda app: app.do.messages.write("Hinner du ringa?"))
    company.phone(bea.code, _asks)
    company.phone(cleo.code, lambda app: app.do.wellbeing.check_in(1, private=False))

    with person(browser, stage.coordinator, DESKTOP, state=company.anna) as anna:
        anna.open()
        anna.sees("Hinner du ringa?")
        anna.sees(_filter("Waits for an answer"))
        anna.sees(_filter("A hard day"))
        assert _in_order(anna, "Amir Ask", "Bea Björk", "Cleo Cask")
        anna.clean()

        anna.tap(_filter("Asks for another time"))
        anna.sees(SWEDISH.n("{count} person", "{count} people", 1))
        anna.sees_not("Amir Ask")
        anna.tap(sv("All"))
        anna.sees("Amir Ask")

        walked = _walk(anna.page, 36)
        first = next(n for n, said in enumerate(walked) if sv("Search by name") in said)
        rows = [
            next(n for n, said in enumerate(walked) if n > first and name in said)
            for name in _NAMES
        ]
        assert rows == sorted(rows), walked
        _stand_on(anna, "Bea Björk")
        anna.page.keyboard.press("Enter")
        anna.sees(sv("Asks for another time"))
        anna.page.wait_for_url(f"**/person/{bea.participant}")
        anna.clean()


_NAMES = ("Amir Ask", "Bea Björk", "Cleo Cask")


def _filter(what: str) -> str:
    return sv("{what} ({count})", what=sv(what), count=1)


async def _booked(anna: Teller, participant: str) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    anna.do.appointments.book("Läkarbesök", REGION, tomorrow, participant=participant)


def _asks(app: Teller) -> None:
    [booked] = app.companion.view.plan().appointments
    app.do.appointments.ask_move(booked, "Hellre på eftermiddagen")


def _in_order(anna: Person, *names: str) -> bool:
    told = anna.tells()
    return sorted(names, key=told.index) == list(names)


def _walk(page: Page, steps: int) -> list[str]:
    """What the keyboard stands on, step by step from the top."""
    page.keyboard.press("Control+Home")
    walked = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)
        walked.append(str(page.evaluate(_FOCUSED)))
    return walked


def _stand_on(anna: Person, name: str) -> None:
    for _ in range(40):
        if name in str(anna.page.evaluate(_FOCUSED)):
            return
        anna.page.keyboard.press("Tab")
        anna.page.wait_for_timeout(60)
    raise AssertionError(f"the keyboard does not come to {name}")
