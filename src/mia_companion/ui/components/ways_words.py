"""How somebody is reminded by mail and SMS, in words."""

from mia_companion.domain.channels import MAIL, SMS, ChannelsChosen
from mia_companion.i18n.words import Words

A_DAY, AN_HOUR = 24 * 60, 60
_LTR, _END = "\u2066", "\u2069"


def used(said: ChannelsChosen | None) -> tuple[str, ...]:
    """The ways that it names."""
    named = ((MAIL, said.mail), (SMS, said.number)) if said is not None else ()
    return tuple(way for way, address in named if address)


def lines_of(words: Words, said: ChannelsChosen) -> list[str]:
    """What was chosen, a line each."""
    t = words.t
    found = []
    if said.mail:
        found.append(t("By mail to {address}", address=f"{_LTR}{said.mail}{_END}"))
    if said.number:
        found.append(t("By SMS to {number}", number=f"{_LTR}{said.number}{_END}"))
    before = {A_DAY: t("One day before"), AN_HOUR: t("One hour before")}
    found += [before[one] for one in said.appointments if one in before]
    if said.quiet_from is not None and said.quiet_until is not None:
        found.append(
            t(
                "Nothing is sent between {start} and {end}.",
                start=said.quiet_from.strftime("%H:%M"),
                end=said.quiet_until.strftime("%H:%M"),
            )
        )
    return found
