"""Who one's coordinator is now, told once after a handover."""

from datetime import timedelta

import flet as ft

from mia_companion.domain.handovers import Handover
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.texts import strong
from mia_companion.ui.context import Here, go, use_here

_TOLD_FOR = timedelta(days=14)


@ft.component
def HandedOverCard() -> ft.Control:
    """Nothing, most of the time. It stays for two weeks, or until the person has read it on this device."""
    here = use_here()
    one = newest_handover(here)
    if one is None:
        return ft.Container(height=0)
    t = here.t
    tint = ft.Colors.ON_PRIMARY_CONTAINER
    name = here.view.coordinator_name(one.to_coordinator)
    before = here.view.coordinator_name(one.from_coordinator)
    said = t("You have another coordinator from now on.")
    if name:
        said = t("{name} is your coordinator from now on.", name=name)
    about = t(
        "You do not have to do anything. What you have shared is there, and nothing of it is lost."
    )
    if before:
        handed = t("{name} has handed over.", name=before)
        about = f"{handed} {about}"

    def seen() -> None:
        here.do.choices.seen_handover(one.id)

    title = strong(said)
    title.color = tint
    return card(
        [
            ft.Semantics(heading_level=2, container=True, content=title),
            ft.Text(about, color=tint),
            ft.Row(
                [
                    secondary(
                        t("Write a message"),
                        lambda: go(places.MESSAGES),
                        ft.Icons.CHAT_BUBBLE_OUTLINE,
                    ),
                    quiet(t("I have read this"), seen),
                ],
                wrap=True,
                spacing=8,
            ),
        ],
        tone=MOSS,
    )


def newest_handover(here: Here) -> Handover | None:
    """The last one, while it is news: to somebody who is the person's coordinator now."""
    handovers = here.view.plan().shared.handovers.values()
    one = max(handovers, key=lambda o: o.by.seq or 0, default=None)
    if one is None or one.id == here.view.choices.handover_seen:
        return None
    is_so = one.to_coordinator in here.view.coordinators_of()
    return one if is_so and here.now() - one.by.at < _TOLD_FOR else None
