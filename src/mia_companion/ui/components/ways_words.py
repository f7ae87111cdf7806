"""How somebody is reminded by mail and SMS, in words."""

from datetime import datetime, time

from mia_companion.domain.channels import ChannelsChosen
from mia_companion.i18n.words import Words
from mia_companion.ui.context import ZONE

A_DAY, AN_HOUR = 24 * 60, 60


def lines_of(words: Words, said: ChannelsChosen) -> list[str]:
    """When they come, a line each."""
    t = words.t
    before = {A_DAY: t("One day before"), AN_HOUR: t("One hour before")}
    found = [before[one] for one in said.appointments if one in before]
    if said.quiet_from is not None and said.quiet_until is not None:
        start, end = (_clock(words, one) for one in (said.quiet_from, said.quiet_until))
        found.append(t("Nothing is sent between {start} and {end}.", start=start, end=end))
    return found


def _clock(words: Words, at: time) -> str:
    return words.clock(datetime(2000, 1, 1, at.hour, at.minute, tzinfo=ZONE), ZONE)
