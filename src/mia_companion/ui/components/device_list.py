"""Devices, each with a way to say that it is lost; what came of it is said."""

from collections.abc import Awaitable, Callable
from typing import cast

import flet as ft

from mia_companion.ui.components.buttons import quiet, quiet_for, secondary
from mia_companion.ui.components.cards import PLAIN, card, stack
from mia_companion.ui.components.device_names import device_lines, device_name
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, heading, live, muted, told
from mia_companion.ui.context import use_here
from mia_companion.ui.keyed import keyed
from mia_companion.wire.accounts import Device, DeviceGone, Devices

Look = Callable[[], Awaitable[Devices | str]]
Remove = Callable[[str], Awaitable[str]]


@ft.component
def DeviceCards(look: Look, remove: Remove, lost: str, level: int) -> ft.Control:
    """Asked of the server, so it needs a connection and says so. `lost` stands on the button of each."""
    here = use_here()
    found, set_found = ft.use_state(cast("Devices | str | None", None))
    asked, set_asked = ft.use_state("")
    said, say = ft.use_state("")
    t = here.t

    async def first() -> None:
        set_found(await look())

    async def carry_out(device: str) -> None:
        set_asked("")
        problem = await remove(device)
        if problem:
            say(asked_sentence(here.words, problem))
            return
        say(t("That device is signed out."))
        set_found(await look())

    ft.use_effect(first, [])
    if found is None:
        return ft.Row([waits(), body(t("Looking …"))], spacing=12)
    if isinstance(found, str):
        return stack([body(asked_sentence(here.words, found)), secondary(t("Try again"), first)])
    cards = [
        keyed(one.id, DeviceCard, one, one.id == asked, lost, set_asked, carry_out)
        for one in found.devices
    ]
    parts: list[ft.Control] = [told(said), *cards]
    if not cards:
        parts.append(body(t("No device is in.")))
    if found.gone:
        parts += [
            heading(t("Signed out lately"), level),
            *[keyed(one.id, Gone, one) for one in found.gone],
        ]
    return stack(parts)


@ft.component
def DeviceCard(
    device: Device,
    asked: bool,
    lost: str,
    ask: Callable[[str], None],
    remove: Callable[[str], Awaitable[None]],
) -> ft.Control:
    """One that may still read."""
    here = use_here()
    t = here.t
    name = device_name(here.words, device.sort)
    shown = t("{device} (this one)", device=name) if device.this else name
    lines = device_lines(here, device, shown)
    if device.waits:
        lines.append(muted(t("Waits for two words. Nothing is seen there.")))
    if not device.this and not asked:
        lines.append(ft.Row([quiet_for(here.words, lost, name, lambda: ask(device.id))], wrap=True))
    elif not device.this:
        sure = t(
            "It is signed out as soon as it meets the network, and the plan is taken away there. What"
            " was written on it and not sent stays on it, locked."
        )
        lines += [
            live(body(sure)),
            ft.Row(
                [
                    secondary(t("Yes, sign it out"), lambda: remove(device.id)),
                    quiet(t("No"), lambda: ask("")),
                ],
                wrap=True,
            ),
        ]
    return card(lines, gap=4)


@ft.component
def Gone(one: DeviceGone) -> ft.Control:
    """One that may not any more: when, and who did it."""
    here = use_here()
    t, account = here.t, here.view.account
    when = here.words.ago(one.gone_at, here.now())
    who = here.view.coordinator_name(one.by)
    if account is not None and one.by == account.id:
        said = t("Signed out by you {time}", time=when)
    elif who:
        said = t("Signed out by {name} {time}", name=who, time=when)
    else:
        said = t("Signed out {time}", time=when)
    return card([*device_lines(here, one)[:2], muted(said)], tone=PLAIN, gap=4)
