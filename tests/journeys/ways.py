"""Ways that many journeys begin with. Names are asked of the catalogues, as people read them."""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from mia_companion.i18n.words import Words, words_for
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.journeys.person import PATIENCE_MS, PHONE, Person
from tests.journeys.stage import EMAIL, PASSWORD

SWEDISH = words_for("sv")


def choose_language(who: Person, words: Words) -> None:
    """The first screen, in everybody's own words."""
    who.tap(words.language.own_name)


def sign_in(
    who: Person,
    words: Words = SWEDISH,
    email: str = EMAIL,
    password: str = PASSWORD,
    sees: str = "Invite someone",
) -> None:
    """Somebody with an account, from the first screen to what they see first: a coordinator, the caseload."""
    come_in(who, words, email, password)
    who.sees(words.t(sees))
    who.page.wait_for_url(f"{who.home}/")  # the last thing that signing in does


def come_in(who: Person, words: Words, email: str, password: str) -> None:
    """Somebody with an account, whatever they see first."""
    who.open("/sign-in")
    choose_language(who, words)
    who.write(words.t("E-mail"), email)
    who.write(words.t("Password"), password)
    who.tap(words.t("Sign in"))


def _tap_to(who: Person, name: str, box: str) -> None:
    """Tap until the screen with that field is there: a tap into a screen that is being drawn anew, as
    when the first things come from the server, hits what is no longer there."""
    field = who.page.get_by_role("textbox", name=box, exact=True).first
    for _ in range(4):
        who.tap(name)
        with suppress(AssertionError):
            expect(field).to_be_attached(timeout=5_000)
            return
    raise AssertionError(f"{name} led nowhere")


def told_in(who: Person, field: str, words: str) -> None:
    """What a screen reader is told to stand in a field, where nobody stands in it."""
    box = who.page.get_by_role("textbox", name=field, exact=True).first
    expect(box).to_have_value(words, timeout=PATIENCE_MS)


def tap_away(who: Person, name: str) -> None:
    """Tap until the button has done its work and is gone."""
    button = who.page.get_by_role("button", name=name)
    for _ in range(3):
        who.tap(name)
        with suppress(AssertionError):
            expect(button).to_have_count(0, timeout=8_000)
            return
    raise AssertionError(f"{name} is still there")


def invite(coordinator: Person, name: str, words: Words = SWEDISH) -> str:
    """A code for somebody new, as the screen reader spells it."""
    _tap_to(coordinator, words.t("Invite someone"), words.t("Name"))
    coordinator.write(words.t("Name"), name)
    tap_away(coordinator, words.t("Make a code"))
    coordinator.sees(words.t("A code for {name}", name=name))
    told = coordinator.page.locator("flt-semantics-host").first.aria_snapshot()
    found = re.search(r"\b([0-9A-Z]{4})[ -]([0-9A-Z]{4})\b", told)
    spelled = re.search(r"((?:[0-9A-Z][ ,.-]+){7}[0-9A-Z])\b", told)
    if found:
        return "".join(found.groups())
    assert spelled, told
    return re.sub(r"[^0-9A-Z]", "", spelled.group(1))


def enter(participant: Person, code: str, words: Words = SWEDISH) -> None:
    """A participant, from an invitation's link to Today."""
    participant.open(f"/start/{code}")
    choose_language(participant, words)
    participant.tap(words.t("Go on"))
    participant.sees(words.t("I did something good"))
    participant.page.wait_for_url(f"{participant.home}/")


def plan_step(participant: Person, step: str, words: Words = SWEDISH) -> None:
    """Plan a small step, from Today or from My path."""
    participant.stand(words.c("place", "My path"))
    participant.tap(words.t("Plan a small step"))
    participant.write(words.t("What do you want to do?"), step)
    participant.tap(words.t("Plan it"))
    participant.stand(words.c("place", "Today"))
    participant.sees(step)


def write_message(who: Person, said: str, words: Words = SWEDISH) -> None:
    """A participant in Messages, until it is on the server."""
    who.write(words.t("Write a message"), said)
    who.tap(words.t("Send"))
    who.sees(words.t("Arrived"), words.t("Read"))


def a_week_on() -> str:
    """The day a week from today in Sweden, as one writes it: in the week after this one."""
    return f"{datetime.now(UTC).astimezone(ZONE).date() + timedelta(days=7)}"


def book_several(
    coordinator: Person, names: tuple[str, ...], title: str, at: str = "09:00"
) -> None:
    """From the calendar, a week from now."""
    sv = SWEDISH.t
    coordinator.go(places.CALENDAR)
    coordinator.tap(sv("Book a time"))
    for name in names:
        if name != names[0]:
            coordinator.tap(sv("Add someone"))
        coordinator.write(sv("Find someone by name"), name)
        coordinator.tap(name, exact=True)
        coordinator.sees(sv("Not for {name}", name=name))
    coordinator.write(sv("What it is about, in a few words"), title)
    coordinator.write(sv("Day, as year-month-day"), a_week_on())
    coordinator.write(sv("Time, as hours:minutes"), at)
    coordinator.write(sv("Place"), "Torget 3")
    coordinator.clean()
    coordinator.tap(sv("Book the time"))
    coordinator.sees(
        SWEDISH.n(
            "Booked for {count} person, who sees it and can answer.",
            "Booked for {count} people. Each sees it in their own app and can answer.",
            len(names),
        )
    )


def point_at(who: Person, name: str) -> None:
    """With a mouse, at an icon, until its name comes under the pointer; and away, until it is gone."""
    icon = who.page.get_by_role("button", name=name, exact=True).first
    icon.hover(force=True, timeout=PATIENCE_MS)
    shown = who.page.locator("flt-semantics-host span").get_by_text(name, exact=True)
    shown.wait_for(state="attached", timeout=PATIENCE_MS)
    who.page.mouse.move(PHONE[0] / 2, PHONE[1] / 2)
    shown.wait_for(state="detached", timeout=PATIENCE_MS)


def hand_over(coordinator: Person, name: str, to: str) -> None:
    """From the person's screen to the caseload, in which they are no longer."""
    sv = SWEDISH.t
    coordinator.tap(sv("Hand over to a colleague"))
    coordinator.tap_row(to)
    coordinator.tap(sv("Hand over"), exact=True)
    coordinator.clean()
    coordinator.tap(sv("Yes, hand over to {other}", other=to))
    coordinator.sees(sv("{name} is handed over to {other}.", name=name, other=to))
    coordinator.page.wait_for_url(f"{coordinator.home}/")


def paint(path: Path) -> Path:
    """A small photo of something."""
    Image.new("RGB", (320, 240), (120, 160, 90)).save(path)
    return path
