"""Which choice of ways stands for somebody, and which of them can be used. Pure."""

from mia_companion.domain.channels import CHANNELS, MAIL, SMS, Channels, ChannelsChosen
from mia_companion.domain.enrolments import has_finished
from mia_companion.domain.plan import Plan


def channels_of(plan: Plan) -> Channels | None:
    """The choice that stands for the person; None when nobody has chosen, or it was taken back.

    One that was written down for them ends with their time in the effort.
    """
    own, shared = plan.own.channels.get(CHANNELS), plan.shared.channels.get(CHANNELS)
    if own is not None and not own.gone:
        return own
    if shared is None or shared.gone or plan.shared.profile.protected:
        return None
    return None if has_finished(plan.shared.enrolments) else shared


def addresses_of(said: ChannelsChosen | None) -> tuple[tuple[str, str], ...]:
    """The ways that it names, each with its address or number."""
    named = ((MAIL, said.mail), (SMS, said.number)) if said is not None else ()
    return tuple((way, to) for way, to in named if to)


def is_proved(plan: Plan, channel: str, to: str) -> bool:
    """Whether somebody who was asked reads at that address: until then nothing but a code is sent there."""
    found = (plan.own.proved.get(channel), plan.shared.proved.get(channel))
    return any(one is not None and one.to == to for one in found)


def unproved_of(plan: Plan) -> tuple[str, ...]:
    """The ways of the choice that stands by which nothing but a code is sent yet."""
    chosen = channels_of(plan)
    if chosen is None or not chosen.is_on:
        return ()
    return tuple(way for way, to in addresses_of(chosen.said) if not is_proved(plan, way, to))


def unreached_of(plan: Plan) -> tuple[str, ...]:
    """The ways that have not worked for the choice that stands."""
    chosen = channels_of(plan)
    if chosen is None or not chosen.is_on:
        return ()
    said = (*plan.own.unreached.items(), *plan.shared.unreached.items())
    return tuple(sorted({way for way, one in said if one.choice == chosen.token}))
