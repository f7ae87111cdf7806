"""Ways that many journeys begin with. Names are asked of the catalogues, as people read them."""

import re
from contextlib import suppress
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from mia_companion.i18n.words import Words, words_for
from tests.journeys.person import Person
from tests.journeys.stage import EMAIL, PASSWORD

SWEDISH = words_for("sv")


def choose_language(who: Person, words: Words) -> None:
    """The first screen, in everybody's own words."""
    who.tap(words.language.own_name)


def sign_in(
    who: Person, words: Words = SWEDISH, email: str = EMAIL, password: str = PASSWORD
) -> None:
    """A coordinator, from the first screen to the caseload."""
    who.open("/sign-in")
    choose_language(who, words)
    who.write(words.t("E-mail"), email)
    who.write(words.t("Password"), password)
    who.tap(words.t("Sign in"))
    who.sees(words.t("Invite someone"))


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
    coordinator.tap(words.t("Make a code"))
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


def paint(path: Path) -> Path:
    """A small photo of something."""
    Image.new("RGB", (320, 240), (120, 160, 90)).save(path)
    return path
