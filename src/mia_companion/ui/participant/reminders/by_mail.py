"""One's own reminders by mail and SMS, where the server has such a way."""

import flet as ft

from mia_companion.domain.channels import CHANNELS
from mia_companion.domain.ways import addresses_of, channels_of, unproved_of, unreached_of
from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.ways_form import WaysChosen
from mia_companion.ui.components.ways_half import Chosen
from mia_companion.ui.context import Here, use_here


@ft.component
def ByMail() -> ft.Control:
    """What stands, whoever chose it; what one chooses here is read by oneself alone."""
    here = use_here()
    t = here.t
    found, look = use_asked(here.do.ways.offered)
    lines: list[ft.Control] = [heading(t("By mail or SMS"))]
    chosen = _chosen(here, found)
    if not isinstance(found, tuple) and chosen.said is None:
        return stack([*lines, *not_there(here, found, look)])
    if not found and chosen.said is None:
        return stack([*lines, body(t("Reminders by mail or SMS are not offered here."))])
    if _is_mine(here) or chosen.said is None:
        lines.append(body(t("Only you see the address and the number.")))
    else:
        lines.append(
            body(
                t(
                    "Your coordinator has written this down for you. If you change it, only you see it"
                    " from then on."
                )
            )
        )
    return stack([*lines, WaysChosen(chosen)])


def _is_mine(here: Here) -> bool:
    own = here.view.plan().own.channels.get(CHANNELS)
    return own is not None and not own.gone


def _chosen(here: Here, offered: tuple[str, ...] | str | None) -> Chosen:
    """Without an answer, what stands can be changed and ended all the same."""
    plan = here.view.plan()
    stands = channels_of(plan)
    said = stands.said if stands is not None and stands.is_on else None
    there = offered if isinstance(offered, tuple) else tuple(way for way, _ in addresses_of(said))
    return Chosen(None, said, unreached_of(plan), unproved_of(plan), there)
