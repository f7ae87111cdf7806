"""The team's place, and what stands above it."""

from mia_companion.demo.people import SITE
from mia_companion.domain.periods import before, period_of
from mia_companion.i18n.words import Words
from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from tools.walk.clock import BEGINS
from tools.walk.screens import Screen, same

_MESSAGE = "/site/message-templates/:template"


def half_year_ended() -> str:
    """The last that has ended, so that it can be published."""
    return before(period_of(BEGINS))


def half_year_published() -> str:
    """The one before it, which has been."""
    return before(half_year_ended())


def _ended(words: Words) -> str:
    return period_name(words, half_year_ended())


def _published(words: Words) -> str:
    return period_name(words, half_year_published())


TEAM = (
    Screen("team", places.SITE),
    Screen("cover", places.COVER),
    Screen("team-hours", places.SITE_HOURS),
    Screen("team-contacts", places.SITE_CONTACTS),
    Screen("team-contact", f"{places.SITE_CONTACTS}/new"),
    Screen("team-contact-empty", f"{places.SITE_CONTACTS}/new", ("Save",)),
    Screen(
        "team-contact-changed",
        places.SITE_CONTACTS,
        (same("Lena Åkesson"),),
        at=f"{places.SITE_CONTACTS}/:contact",
    ),
    Screen("team-numbers", places.SITE_NUMBERS),
    Screen("team-number", f"{places.SITE_NUMBERS}/new"),
    Screen(
        "team-number-changed",
        places.SITE_NUMBERS,
        (same("Jouren i Exempelstad"),),
        at=f"{places.SITE_NUMBERS}/:number",
    ),
    Screen("ready-words", places.MESSAGE_TEMPLATES),
    Screen("ready-words-new", f"{places.MESSAGE_TEMPLATES}/new", at=_MESSAGE),
    Screen("ready-words-empty", f"{places.MESSAGE_TEMPLATES}/new", ("Save",), at=_MESSAGE),
    Screen("common-meetings", places.MEETING_TEMPLATES),
    Screen("lists", places.FILES),
    Screen("results", places.RESULTS),
    Screen("results-others", places.RESULTS, (_published, "See what others see")),
    Screen("results-to-publish", places.RESULTS, (_ended, "See what others would see")),
    Screen(
        "results-asked",
        places.RESULTS,
        (_ended, "See what others would see", "Publish this"),
        ("No",),
    ),
    Screen("published", places.SITE_PUBLISHED),
    Screen(
        "publication",
        places.SITE_PUBLISHED,
        (same(SITE),),
        at=f"{places.SITE_PUBLISHED}/:period/:site",
    ),
)
