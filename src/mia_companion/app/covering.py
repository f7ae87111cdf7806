"""In whose place a coordinator reads: known from the site's directory, also without a network."""

from datetime import date

from mia_companion.app.view import View
from mia_companion.domain.hours import chain_of


def covers_for(view: View, participant: str, today: date) -> str:
    """The name of the coordinator for whom one answers that participant; empty for one's own.

    `today` is the day in the site's zone.
    """
    return view.coordinator_name(covered_by_me(view, participant, today))


def covered_by_me(view: View, participant: str, today: date) -> str:
    """The id of that coordinator; empty likewise."""
    me, theirs = view.account, view.coordinators_of(participant)
    if me is None or me.id in theirs:
        return ""
    away = (one for one in theirs if me.id in chain_of(view.site.listings, one, today)[1:])
    return next(away, "")
