"""The coordinator's screens: one person's picture, the inbox, the calendar, and the team's place."""

from datetime import UTC, datetime

from mia_companion.demo.people import SITE
from mia_companion.domain.periods import before, period_of
from mia_companion.i18n.words import Words
from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from tools.walk.screens import Named, Narrow, Own, Screen, Tap


def half_year_before() -> str:
    """The one that has ended, so that it can be published."""
    return before(period_of(datetime.now(UTC)))


def _half_year_before(words: Words) -> str:
    return period_name(words, half_year_before())


def _same(words: str) -> Own:
    return Own(words, words)


_ELIN, _MAREK, _LARS = _same("Elin Ek"), _same("Marek Wójcik"), _same("Lars Holm")
_BREAKFAST = _same("Frukost på Mötesplatsen")
_SUPPORT = "Start and support"
_CODE = ("New code", "Make a new code")


def _person(name: str, *taps: Tap, of: Own = _ELIN) -> Screen:
    return Screen(name, places.TODAY, (of, *taps))


_PERSON = (
    _person("person"),
    _person("covered", of=_LARS),
    _person("booking", Narrow("Booked times"), "Book a time"),
    _person("suggesting", Narrow("Goals and steps"), "Suggest a step"),
    _person("support", _SUPPORT),
    _person("support-anew", _SUPPORT, of=_MAREK),
    _person("support-none", _SUPPORT, of=_LARS),
    _person("beginning", _SUPPORT, "Another day", of=_LARS),
    _person("intervention", _SUPPORT, "Add an intervention"),
    _person("intervention-ended", _SUPPORT, "It has ended"),
    _person("finish", _SUPPORT, "Note the finish"),
    _person("follow-up", _SUPPORT, "Note the follow-up", of=_MAREK),
    _person("belief", _SUPPORT, "Note it anew"),
    _person("their-movement", "Movement"),
    _person("rating", "Movement", "Say how you see it"),
    _person("their-consents", "Consents"),
    _person("their-network", "Network"),
    _person("their-contact", "Network", "Add someone"),
    _person("history", "History"),
    _person("hand-over", "Hand over to a colleague"),
    _person("code", *_CODE),
)

_CALENDAR = (
    Screen("calendar", places.CALENDAR),
    Screen("calendar-next", places.CALENDAR, ("The week after",)),
    Screen("calendar-day", places.CALENDAR, (Named("calendar", "Day"),)),
    Screen("meeting", places.CALENDAR, ("The week after", _BREAKFAST)),
    Screen("meeting-move", places.CALENDAR, ("The week after", _BREAKFAST, "Move for all")),
    Screen("booking-several", f"{places.CALENDAR}/book", (_MAREK, "Add someone", _ELIN)),
)

_TEAM = (
    Screen("team", places.SITE),
    Screen("cover", places.COVER),
    Screen("team-hours", places.SITE_HOURS),
    Screen("team-contacts", places.SITE_CONTACTS),
    Screen("team-contact", f"{places.SITE_CONTACTS}/new"),
    Screen("team-numbers", places.SITE_NUMBERS),
    Screen("team-number", f"{places.SITE_NUMBERS}/new"),
    Screen("ready-words", places.MESSAGE_TEMPLATES),
    Screen("ready-words-new", f"{places.MESSAGE_TEMPLATES}/new"),
    Screen("common-meetings", places.MEETING_TEMPLATES),
    Screen("lists", places.FILES),
    Screen("results", places.RESULTS),
    Screen("results-others", places.RESULTS, (_half_year_before, "See what others see")),
    Screen("published", places.SITE_PUBLISHED),
    Screen("publication", places.SITE_PUBLISHED, (_same(SITE),)),
)

COORDINATOR = (
    Screen("caseload", places.TODAY),
    *_PERSON,
    Screen("invite", places.INVITE),
    Screen("inbox", places.INBOX),
    Screen("inbox-thread", places.INBOX, (_ELIN,)),
    *_CALENDAR,
    *_TEAM,
)
