"""The coordinator's places, and what stands above the calendar and the team's place."""

from mia_companion.demo.people import SITE
from mia_companion.domain.periods import before, period_of
from mia_companion.i18n.words import Words
from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from tools.walk.clock import BEGINS
from tools.walk.person import ELIN, PERSON, same
from tools.walk.screens import Named, Screen

_MAREK = same("Marek Wójcik")
_BREAKFAST = same("Frukost på Mötesplatsen")
_MEETING = "/calendar/meeting/:person/:appointment"
_BOOK = "/calendar/book/:day?/:clock?"
_MESSAGE = "/site/message-templates/:template"


def half_year_before() -> str:
    """The one that has ended, so that it can be published."""
    return before(period_of(BEGINS))


def _half_year_before(words: Words) -> str:
    return period_name(words, half_year_before())


_CALENDAR = (
    Screen("calendar", places.CALENDAR),
    Screen("calendar-next", places.CALENDAR, ("The week after",)),
    Screen("calendar-day", places.CALENDAR, (Named("calendar", "Day"),), ("Week",)),
    Screen("meeting", places.CALENDAR, ("The week after", _BREAKFAST), at=_MEETING),
    Screen(
        "meeting-move",
        places.CALENDAR,
        ("The week after", _BREAKFAST, "Move for all"),
        at=f"{_MEETING}/move-all",
    ),
    Screen(
        "meeting-change",
        places.CALENDAR,
        ("The week after", _BREAKFAST, "Change for all"),
        at=f"{_MEETING}/change-all",
    ),
    Screen(
        "meeting-move-one",
        places.CALENDAR,
        ("The week after", _BREAKFAST, lambda words: words.t("Move for {name}", name="Elin Ek")),
        at=f"{_MEETING}/move",
    ),
    Screen(
        "meeting-change-one",
        places.CALENDAR,
        ("The week after", _BREAKFAST, lambda words: words.t("Change for {name}", name="Elin Ek")),
        at=f"{_MEETING}/change",
    ),
    Screen("booking-several", f"{places.CALENDAR}/book", (_MAREK, "Add someone", ELIN), at=_BOOK),
    Screen("booking-nothing", f"{places.CALENDAR}/book", ("Book the time",), at=_BOOK),
)

_TEAM = (
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
    Screen("results-others", places.RESULTS, (_half_year_before, "See what others see")),
    Screen("published", places.SITE_PUBLISHED),
    Screen(
        "publication",
        places.SITE_PUBLISHED,
        (same(SITE),),
        at=f"{places.SITE_PUBLISHED}/:period/:site",
    ),
)

_ONE = (
    Screen("staff-help", places.HELP),
    Screen("own-password", places.PASSWORD),
    Screen("own-password-empty", places.PASSWORD, ("Choose it",)),
    Screen("staff-language", places.LANGUAGE),
)

COORDINATOR = (
    Screen("caseload", places.TODAY),
    *PERSON,
    Screen("invite", places.INVITE),
    Screen("invite-empty", places.INVITE, ("Make a code",)),
    Screen("inbox", places.INBOX),
    Screen("inbox-thread", places.INBOX, (ELIN,), at=f"{places.INBOX}/:person/:thread"),
    *_CALENDAR,
    *_TEAM,
    *_ONE,
)
