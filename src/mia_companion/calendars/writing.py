"""A calendar of appointments as a file or a feed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar

from mia_companion import __version__
from mia_companion.calendars.event import event_of, is_off
from mia_companion.domain.appointment import Appointment
from mia_companion.i18n.words import Words

MEDIA_TYPE = "text/calendar"
BACK = timedelta(days=90)
"""How long something that is over stays in a feed."""
OFF_FOR = timedelta(days=30)
"""How long after its time a cancellation is still told: calendars that come seldom hear of it, too."""
LOOK_AGAIN = timedelta(hours=1)
"""How often whoever subscribes is asked to come. Most come less often."""


def calendar_of(
    appointments: Iterable[Appointment], words: Words, *, whole: bool, feed: bool = False
) -> bytes:
    """The calendar as bytes of RFC 5545, lines folded, with the zones that its times are in.

    `whole` tells what things are; otherwise each is a booked time and nothing else. A `feed` asks to be
    looked at again.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//MIA//MIA companion {__version__}//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if feed:
        name = words.t("My day")
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    for one in sorted(appointments, key=lambda one: (one.now.starts_at, one.id)):
        calendar.add_component(event_of(one, words, whole=whole))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def told_in_a_feed(appointments: Iterable[Appointment], now: datetime) -> list[Appointment]:
    """Those of a feed: what is ahead, what was lately, and what was cancelled not long ago."""
    return [
        one for one in appointments if one.now.over_at > now - (OFF_FOR if is_off(one) else BACK)
    ]
