"""Which choice of ways stands for somebody, and which of them do not work. Pure."""

from mia_companion.domain.channels import CHANNELS, Channels
from mia_companion.domain.plan import Plan


def channels_of(plan: Plan) -> Channels | None:
    """The choice that stands for the person; None when nobody has chosen, or it was taken back."""
    own, shared = plan.own.channels.get(CHANNELS), plan.shared.channels.get(CHANNELS)
    if own is not None and not own.gone:
        return own
    if shared is None or shared.gone or plan.shared.profile.protected:
        return None
    return shared


def unreached_of(plan: Plan) -> tuple[str, ...]:
    """The ways that have not worked for the choice that stands."""
    chosen = channels_of(plan)
    if chosen is None or not chosen.is_on:
        return ()
    said = (*plan.own.unreached.items(), *plan.shared.unreached.items())
    return tuple(sorted({way for way, one in said if one.choice == chosen.token}))
