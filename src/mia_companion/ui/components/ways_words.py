"""How somebody is reminded by mail and SMS, in words."""

from datetime import datetime, time

from mia_companion.domain.channels import MAIL, SMS, ChannelsChosen
from mia_companion.i18n.words import Words
from mia_companion.ui.context import ZONE

A_DAY, AN_HOUR = 24 * 60, 60
_LTR, _END = "\u2066", "\u2069"


def as_one(address: str) -> str:
    """An address or a number as it is read, also among words that are read from the right."""
    return f"{_LTR}{address}{_END}"


def named(said: ChannelsChosen | None) -> tuple[tuple[str, str], ...]:
    """The ways that it names, each with its address or number."""
    ways = ((MAIL, said.mail), (SMS, said.number)) if said is not None else ()
    return tuple((way, to) for way, to in ways if to)


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
