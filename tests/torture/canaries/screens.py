"""The screens of both, headless: the window's title, where they go, and what they ask of the platform."""

from typing import Any

from flet.messaging.protocol import MessageAction

from mia_companion.app.companion import Companion
from mia_companion.app.lock.lock import Lock
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.start import Screens
from tests.lock.hand import Hand
from tests.torture.canaries.people import People

OF_PARTICIPANT = (
    places.TODAY, places.PATH, places.APPOINTMENTS, places.THREAD, places.ME, places.NETWORK,
    places.CONSENTS, places.PASSED_ON, places.BAD_DAYS, places.HELP, places.MOVEMENT,
    f"{places.STEP}/step-000001", f"{places.GOAL}/goal-000001",
    f"{places.APPOINTMENT}/appointment-000001", places.NEW_STEP, places.WAITING,
)  # fmt: skip
OF_COORDINATOR = (
    places.TODAY, places.INBOX, places.CALENDAR, places.SITE_CONTACTS, places.SITE_NUMBERS,
    places.MEETING_TEMPLATES, places.MESSAGE_TEMPLATES, "PERSON",
)  # fmt: skip

SEARCHED = {places.INBOX: "Search by name or words"}
"""Where somebody may search, and what the field is called."""


async def look_at_screens(people: People) -> None:
    """Each of them once. All that leaves a page but its drawing is searched."""
    pocket = people.pocket
    shown = await _tour(people, pocket.companion, OF_PARTICIPANT, pocket.device)
    assert people.flock.found_in(shown), "the screens are those of people who have written"
    person = f"{places.PERSON}/{people.who}"
    routes = [person if one == "PERSON" else one for one in OF_COORDINATOR]
    shown = await _tour(people, people.desk.companion, routes, None)
    assert people.flock.found_in(shown), shown[:900]


async def _tour(people: People, companion: Companion, routes: Any, lock: Lock | None) -> str:
    """What was on the screens, which is where the words may be."""
    shown: list[str] = []
    async with Hand("/") as hand:
        screens = Screens(hand.page, companion, lock=lock)
        screens.show()
        await hand.settle()
        for route in routes:
            await hand.go(route)
            shown += hand.texts()
            if route in SEARCHED:
                label = words_for("sv").t(SEARCHED[route])
                await hand.type(label, people.flock.word(f"searched for at {route}"))
            people.watch.note("window's title", hand.page.title)
            people.watch.note("route", hand.page.route)
        screens.close()
        for message in hand.sent.messages:
            if message.action == MessageAction.INVOKE_METHOD:
                people.watch.note(f"platform: {message.body.name}", repr(message.body.args))
            elif message.action == MessageAction.SESSION_CRASHED:
                people.watch.note("crash of a page", message.body.message)
    return "\n".join(shown)
