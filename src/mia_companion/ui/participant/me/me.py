"""Me: the people around one, how the app is for oneself, and this device. One line a thing."""

from dataclasses import dataclass

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import heading, strong
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.participant.me.home_screen import NAME, can_be_put_there
from mia_companion.ui.participant.shell import shell


@dataclass(frozen=True, slots=True)
class Way:
    """A line that leads to `place`."""

    icon: ft.IconData
    words: str
    about: str
    place: str


PEOPLE = (
    Way(
        ft.Icons.GROUPS_OUTLINED,
        later("My network"),
        later("Everyone around you, and how to reach them."),
        places.NETWORK,
    ),
    Way(
        ft.Icons.HANDSHAKE_OUTLINED,
        later("Consents"),
        later("Who may tell whom what about you."),
        places.CONSENTS,
    ),
    Way(
        ft.Icons.FORWARD_TO_INBOX_OUTLINED,
        later("What was passed on"),
        later("To whom, when, and every word of it."),
        places.PASSED_ON,
    ),
    Way(
        ft.Icons.VISIBILITY_OUTLINED,
        later("Who has opened my pages"),
        later("Which of them, and when."),
        places.OPENED,
    ),
    Way(
        ft.Icons.SPA_OUTLINED,
        later("My plan for bad days"),
        later("Signs, what helps, whom you call."),
        places.BAD_DAYS,
    ),
)
FOR_ME = (
    Way(
        ft.Icons.NOTIFICATIONS_OUTLINED,
        later("Reminders"),
        later("Which ones you have, and how they are shown."),
        places.REMINDERS,
    ),
    Way(
        ft.Icons.PRINT_OUTLINED,
        later("A plan on paper"),
        later("A document to print or to keep."),
        places.PAPER,
    ),
    Way(
        ft.Icons.FOLDER_SHARED_OUTLINED,
        later("My data"),
        later("Take it with you, say what is not right, have it erased."),
        places.DATA,
    ),
    Way(
        ft.Icons.TEXT_FIELDS,
        later("How it looks and reads"),
        later("Text size, colours, one thing at a time, read aloud."),
        places.LOOKS,
    ),
)
DEVICE = (
    Way(
        ft.Icons.DEVICES,
        later("Your devices"),
        later("Phones and computers where you have opened MIA."),
        places.DEVICES,
    ),
    Way(
        ft.Icons.LOCK_OUTLINE,
        later("Lock and hide"),
        later("A PIN of your own, and how much MIA tells others."),
        places.LOCK,
    ),
    Way(
        ft.Icons.SMARTPHONE,
        later("If others use this phone"),
        later("What is seen, and what you can do."),
        places.OTHERS,
    ),
    Way(ft.Icons.SUPPORT, later("Help now"), "", places.HELP),
    Way(ft.Icons.INFO_OUTLINE, later("About MIA"), "", places.ABOUT),
    Way(ft.Icons.LOGOUT, later("Leave this device"), "", places.LEAVE),
)

_HOME_SCREEN = Way(ft.Icons.ADD_TO_HOME_SCREEN, NAME, "", places.HOME_SCREEN)


@ft.component
def MeScreen() -> ft.Control:
    """In three groups."""
    here = use_here()
    t = here.t
    plan = here.view.plan()
    name = plan.name
    language = Way(
        ft.Icons.TRANSLATE, t("Language"), language_name(here.words.tag), places.LANGUAGE
    )
    waits = Way(
        ft.Icons.CLOUD_UPLOAD_OUTLINED, t("What waits to be sent"), _waiting(here), places.WAITING
    )
    return shell(
        here,
        places.ME,
        t("Me"),
        [
            *([strong(as_written(here.words, name))] if name else []),
            *([_protected(here)] if plan.shared.profile.protected else []),
            heading(t("People around me")),
            *[_line(here, one) for one in PEOPLE],
            heading(t("How MIA is for me")),
            _line(here, language),
            *[_line(here, one) for one in FOR_ME],
            heading(t("This device")),
            _line(here, waits),
            *([_line(here, _HOME_SCREEN)] if can_be_put_there(here) else []),
            *[_line(here, one) for one in DEVICE],
        ],
    )


def _protected(here: Here) -> ft.Control:
    words = here.t(
        "Your identity is protected here. Only you and your coordinators see your name, your places"
        " and the people around you. Files, papers, calendars and lists have a code instead."
    )
    return card([sign(ft.Icons.SHIELD, words)], tone=SKY)


def _waiting(here: Here) -> str:
    view = here.view
    waits = len(view.to_send) + len(view.refused) + len(view.carried_alone)
    if waits:
        return here.words.n("{count} thing waits", "{count} things wait", waits)
    return here.t("Everything has been sent.")


def _line(here: Here, way: Way) -> ft.Control:
    return way_on(way.icon, here.t(way.words), way.place, here.t(way.about) if way.about else "")
