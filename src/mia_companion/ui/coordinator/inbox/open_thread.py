"""One thread, opened from the inbox: whose, about what, how it stands, and what was said.

    waits ──Send──────────────▶ done ──one tap──▶ the next one that waits
      └─────Needs no answer───▶ done

The next one opens when it is asked for and not by itself: what is opened counts as read.
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.inbox import InboxThread, waiting
from mia_companion.domain.messages import GENERAL
from mia_companion.domain.openings import MESSAGES
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.text_scale import is_tight
from mia_companion.ui.components.texts import heading, live, muted
from mia_companion.ui.components.threads import about, shown_words
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.frame import padded
from mia_companion.ui.coordinator.names import name_of, open_person
from mia_companion.ui.coordinator.opened import use_opened
from mia_companion.ui.coordinator.paths import inbox_path
from mia_companion.ui.coordinator.person.messages import Thread
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import EDGE, GAP


def opened(here: Here, person: str, thread: str, level: int) -> ft.Control:
    """The thread, or kind words where it is not here."""
    gone = ""
    if person not in here.view.participants:
        gone = here.t("That person is not in your list.")
    elif thread != GENERAL and thread not in here.view.plan(person).threads:
        gone = here.t("This is not here any more.")
    if gone:
        back = quiet(here.t("To the messages"), lambda: go(places.INBOX))
        return padded(stack([heading(gone, level), ft.Row([back], wrap=True)]))
    return keyed(f"{person}/{thread}", OpenThread, person, thread, level)


@ft.component
def OpenThread(person: str, thread: str, level: int) -> ft.Control:
    """`level` is that of the heading with the name."""
    here = use_here()
    told = use_undo()
    use_opened(person, MESSAGES)
    threads = here.state.inbox.threads(here.view)
    left = waiting(threads)
    now = next((t for t in threads if (t.participant, t.thread) == (person, thread)), None)

    calm = use_calm()

    def begin() -> None:
        calm()  # the second half of the tap that led here taps nothing here

    ft.use_effect(begin, [])

    def calmly(act: Callable[[], None]) -> Callable[[], None]:
        return lambda: act() if calm() else None

    def settle() -> None:
        here.do.messages.mark_read(thread=thread, participant=person)
        seen = now.latest.id if now else ""  # and not what may have come since it was drawn
        done = here.do.messages.settle(thread, person, upto=seen)
        told(done, here.t("Needs no answer. It is under Done."))

    def let_wait() -> None:
        told(here.do.messages.let_wait(thread, person), here.t("It waits for an answer again."))

    ways: list[ft.Control] = []
    if now is not None and now.waits:
        ways = [secondary(here.t("Needs no answer"), calmly(settle), ft.Icons.CHECK)]
    elif now is not None:
        if left:
            ways = [_next(here, left[0], calmly)]
        if now.is_settled:
            again = here.t("Let it wait again")
            ways.append(quiet(again, calmly(let_wait), ft.Icons.SCHEDULE))

    head = [
        heading(name_of(here, person), level),
        *_matter(here, person, thread),
        *([_state(here, now)] if now else []),
        *([] if left or now is None else [sign(ft.Icons.SPA_OUTLINED, _nobody(here))]),
        ft.Row([*ways, _to_person(here, person)], wrap=True),
    ]
    low = is_tight(here)
    talk = Thread(person, thread, level + 1, low)
    return ft.Column(
        [
            ft.Container(stack(head, 4), padding=_AROUND),
            talk if low else ft.Container(talk, expand=True),
        ],
        expand=True,
        scroll=ft.ScrollMode.AUTO if low else None,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _matter(here: Here, person: str, thread: str) -> list[ft.Control]:
    """What it is about, for those that are about something."""
    if thread == GENERAL:
        return []
    plan = here.view.plan(person)
    return [sign(about(plan, thread).icon, shown_words(here, plan, thread))]


def _state(here: Here, now: InboxThread) -> ft.Control:
    """Said aloud when it changes, also when a colleague was quicker."""
    account = here.view.account
    mine = account is not None and now.done_by == account.id
    name = here.view.coordinator_name(now.done_by) or here.t("A coordinator")
    if now.waits:
        words = here.t("Waits for an answer")
    elif now.is_settled and mine:
        words = here.t("Done: you said that it needs no answer")
    elif now.is_settled:
        words = here.t("Done: {name} said that it needs no answer", name=name)
    elif mine:
        words = here.t("Done: you wrote last")
    else:
        words = here.t("Done: {name} wrote last", name=name)
    return live(muted(words))


def _to_person(here: Here, person: str) -> ft.Control:
    words = here.t("All about this person")
    return quiet(words, lambda: open_person(person), ft.Icons.PERSON_OUTLINE)


def _next(
    here: Here, first: InboxThread, calmly: Callable[[Callable[[], None]], Callable[[], None]]
) -> ft.Control:
    """Away from the box, so that a second tap on Send cannot fall on it."""
    words = here.t("Next one waiting: {name}", name=name_of(here, first.participant))
    there = inbox_path(first.participant, first.thread)
    return tonal(words, calmly(lambda: go(there)), ft.Icons.ARROW_FORWARD)


def _nobody(here: Here) -> str:
    return here.t("Nobody waits for an answer.")


_AROUND = ft.Padding.only(left=EDGE, top=GAP, right=EDGE, bottom=4)
