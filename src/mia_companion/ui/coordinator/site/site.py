"""The team's place: the ways to what everyone at the site has in common."""

from dataclasses import dataclass

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.staff_bar import has_room_for_title
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.frame import padded, scrolled, workspace
from mia_companion.ui.coordinator.menu import site_name
from mia_companion.ui.coordinator.site.keys import keys
from mia_companion.ui.theme import PAGE_WIDTH


@dataclass(frozen=True, slots=True)
class Way:
    """Where a line leads; `words` and `about` are to be translated (`later`)."""

    path: str
    icon: ft.IconData
    words: str
    about: str = ""


WAYS: tuple[Way, ...] = (
    Way(
        places.COVER,
        ft.Icons.EVENT_REPEAT,
        later("Away and covered"),
        later("Who is away, and who answers meanwhile."),
    ),
    Way(
        places.SITE_HOURS,
        ft.Icons.SCHEDULE,
        later("Opening hours"),
        later("When participants can expect an answer, and closed days."),
    ),
    Way(
        places.SITE_CONTACTS,
        ft.Icons.CONTACTS_OUTLINED,
        later("Contacts at the parties"),
        later("Those whom you book with again and again."),
    ),
    Way(
        places.SITE_NUMBERS,
        ft.Icons.SUPPORT,
        later("Numbers for help now"),
        later("The site's own, beside 112 and 1177."),
    ),
    Way(
        places.RESULTS,
        ft.Icons.BAR_CHART,
        later("Results"),
        later("How it goes for those who take part, and what others are told."),
    ),
    Way(
        places.MESSAGE_TEMPLATES,
        ft.Icons.SHORT_TEXT,
        later("Ready words for messages"),
        later("What the team often writes to participants."),
    ),
    Way(
        places.MEETING_TEMPLATES,
        ft.Icons.EVENT_NOTE_OUTLINED,
        later("Common meetings"),
        later("They fill in the form when you book."),
    ),
    Way(
        places.FILES,
        ft.Icons.IMPORT_EXPORT,
        later("Lists in and out"),
        later("Your list as a file, and people from a file."),
    ),
)
"""In the order in which they are needed."""


@ft.component
def SiteScreen() -> ft.Control:
    """A line for each."""
    here = use_here()
    lines = [
        way_on(way.icon, here.t(way.words), way.path, here.t(way.about) if way.about else "")
        for way in WAYS
    ]
    named = [muted(site_name(here))] if not has_room_for_title(here) else []
    title = heading(here.words.c("desk", "Our team"), 1)
    column = ft.Container(padded(stack([title, *named, *lines, *keys(here)])), width=PAGE_WIDTH)
    return workspace(here, places.SITE, scrolled([ft.Row([column], wrap=True)]))
