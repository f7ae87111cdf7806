"""What has the focus looks different from what has not, whatever kind of thing it is, by day and night."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.domain.areas import REGION
from mia_companion.ui import places
from mia_companion.ui.coordinator.paths import calendar_booking_path
from tests.journeys.cast import Company
from tests.journeys.keyboard import Keyboard
from tests.journeys.person import DESKTOP, PHONE, person
from tests.journeys.seen import ring_share, small
from tests.journeys.ways import SWEDISH, enter, plan_step

pytestmark = [pytest.mark.journey, pytest.mark.timeout(500), pytest.mark.long]
t, c = SWEDISH.t, SWEDISH.c
STEP, NAME, TITLE = "Gå till biblioteket", "Samira Ring", "Möte på Torget"
LEAST = 1.0
"""Of a line two pixels wide around it, changed by 3:1."""

Kind = tuple[str, str, str, str]
"""What it is; where; how its name begins; its role."""

PARTICIPANT: tuple[Kind, ...] = (
    ("filled button", places.TODAY, t("Done"), "button"),
    ("text button", places.TODAY, t("How did it go?"), "button"),
    ("outlined button", places.TODAY, t("I did something good"), "button"),
    ("icon alone", places.TODAY, t("Hide the app"), "button"),
    ("face", places.TODAY, t("In between"), "button"),
    ("place under the screen", places.TODAY, c("place", "Times"), "tab"),
    ("tonal button", places.RECORD_GOOD, t("I went outside"), "button"),
    ("field", places.RECORD_GOOD, t("What you did"), "textbox"),
    ("photo to attach", places.RECORD_GOOD, t("Add a photo"), "button"),
    ("row", places.PATH, STEP, "button"),
    ("chip", places.NEW_STEP, t("Tomorrow"), "button"),
    ("field of several lines", places.MESSAGES, t("Write a message"), "textbox"),
    ("filled icon", places.MESSAGES, t("Send"), "button"),
    ("line that leads on", places.ME, t("Consents"), "button"),
    ("line to choose", places.LOOKS, t("Larger"), "button"),
    ("switch", places.LOOKS, t("One thing at a time"), "switch"),
    ("box to tick", places.PAPER, "", "checkbox"),
    ("key of the PIN", places.LOCK_PIN, "5", "button"),
    ("number to call", places.HELP, t("Call"), "button"),
)
COORDINATOR: tuple[Kind, ...] = (
    ("place in the rail", places.TODAY, c("desk", "Calendar"), "button"),
    ("row of the caseload", places.TODAY, NAME, "button"),
    ("chip that is chosen", places.CALENDAR, t("Week"), "button"),
    ("time of the calendar", places.CALENDAR, TITLE, "button"),
    ("radio", calendar_booking_path(), "", "radio"),
)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_kind_shows_that_it_has_the_focus(company: Company, dark: bool) -> None:
    invited = company.invited(f"{NAME} {dark}")
    company.office(partial(_book, invited.participant))
    with (
        person(company.browser, company.stage.participant, PHONE, dark=dark) as samira,
        person(
            company.browser, company.stage.coordinator, DESKTOP, dark=dark, state=company.anna
        ) as anna,
    ):
        enter(samira, invited.code, SWEDISH)
        plan_step(samira, STEP)
        anna.open()
        seen = {**_shares(Keyboard(samira), PARTICIPANT), **_shares(Keyboard(anna), COORDINATOR)}
    told = "\n".join(f"{kind:26} {share:5.2f}" for kind, share in seen.items())
    print(f"\n{'dark' if dark else 'light'}\n{told}")
    assert len(seen) == len(PARTICIPANT) + len(COORDINATOR)
    assert min(seen.values()) >= LEAST, told


async def _book(who: str, anna: Teller) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=5)
    anna.do.appointments.book(TITLE, REGION, soon, participant=who)


def _shares(hands: Keyboard, kinds: tuple[Kind, ...]) -> dict[str, float]:
    found, at = {}, ""
    for kind, where, name, role in kinds:
        if where != at:
            hands.who.go(where)
            hands.who.page.wait_for_timeout(900)
            assert not small(hands.who.page), where
        at = where
        found[kind] = ring_share(hands.who.page, hands.at(name, role))
    return found
