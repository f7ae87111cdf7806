"""What is good to know before one writes: when an answer comes, and that nobody watches at night. The way to
those who do is above, as on every screen."""

import flet as ft

from mia_companion.domain.messages import GENERAL
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.text_scale import is_tight
from mia_companion.ui.components.texts import muted
from mia_companion.ui.components.waiting import WaitingWay
from mia_companion.ui.context import Here, go
from mia_companion.ui.participant.messages.expecting import away, expectation, team_is_closed


def known(here: Here, thread: str) -> ft.Control:
    """A few lines of text and a way on; where there is little room one way on, to a screen with all of
    it, so that the newest message is in view. What waits is beside it there: it scrolls along."""
    hours = places.HOURS if thread == GENERAL else f"{places.THREAD}/{thread}/hours"
    if is_tight(here):
        absent = away(here)
        words = absent[0].short if absent else here.t("When does an answer come?")
        lines: list[ft.Control] = [WaitingWay(), _ways([_way(words, ft.Icons.SCHEDULE, hours)])]
    else:
        expected = expectation(here)
        lines = [muted(" ".join(said for said in (expected, here.t(urgent(here))) if said))]
        if expected:
            lines.append(_ways([_way(here.t("Opening hours"), ft.Icons.SCHEDULE, hours)]))
    return ft.Column(lines, spacing=4, tight=True, key="known")


def urgent(here: Here) -> str:
    """Said always, and plainer while nobody is there; still to be translated."""
    if team_is_closed(here):
        return later(
            "Messages are not for emergencies, and nobody reads them just now."
            " If it cannot wait, call 1177."
        )
    return later("Messages are not for emergencies.")


def _way(words: str, icon: ft.IconData, place: str) -> ft.Control:
    return quiet(words, lambda: go(place), icon)


def _ways(ways: list[ft.Control]) -> ft.Control:
    return ft.Row(ways, wrap=True, spacing=4, run_spacing=0)
