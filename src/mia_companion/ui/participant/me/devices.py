"""Where one has opened the app; a lost phone is removed here."""

from collections.abc import Callable
from typing import Any, cast

import flet as ft

from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, muted, strong
from mia_companion.ui.context import Here, use_here
from mia_companion.wire.accounts import Device


@ft.component
def DevicesScreen() -> ft.Control:
    """Asked of the server, so it needs a connection and says so."""
    here = use_here()
    found, set_found = ft.use_state(cast("tuple[Device, ...] | str | None", None))
    asked, set_asked = ft.use_state("")

    async def look() -> None:
        set_found(await here.do.access.devices())

    async def remove(device: str) -> None:
        set_asked("")
        problem = await here.do.access.remove_device(device)
        set_found(problem or await here.do.access.devices())

    ft.use_effect(look, [])
    t = here.t
    shown: list[ft.Control]
    if found is None:
        shown = [ft.Row([ft.ProgressRing(width=24, height=24), body(t("Looking …"))], spacing=12)]
    elif isinstance(found, str):
        shown = [body(sentence(here.words, found)), secondary(t("Try again"), look)]
    else:
        shown = [_device(here, one, asked == one.id, set_asked, remove) for one in found]
    return page(
        here,
        t("Your devices"),
        [
            body(t("Have you lost a phone? Remove it here, and it can no longer open your plan.")),
            *shown,
        ],
    )


def _device(
    here: Here,
    device: Device,
    asked: bool,
    ask: Callable[[str], None],
    remove: Callable[[str], Any],
) -> ft.Control:
    t, words, now = here.t, here.words, here.now()
    name = t("This device") if device.this else t("Another device")
    lines: list[ft.Control] = [
        strong(name),
        muted(t("Opened here {time}", time=words.ago(device.enrolled_at, now))),
        muted(t("Last used {time}", time=words.ago(device.seen_at, now))),
    ]
    if not device.this and not asked:
        lines.append(ft.Row([quiet(t("Remove it"), lambda: ask(device.id))], wrap=True))
    elif not device.this:
        lines += [
            ft.Semantics(live_region=True, content=body(t("Remove this device?"))),
            ft.Row(
                [
                    secondary(t("Yes, remove it"), lambda: remove(device.id)),
                    quiet(t("No"), lambda: ask("")),
                ],
                wrap=True,
            ),
        ]
    return card(lines, gap=4)
