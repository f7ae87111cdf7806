"""A participant has lost a phone, and says so to their coordinator, who signs it out."""

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.device_list import DeviceCards
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.theme import GAP
from mia_companion.wire.accounts import Devices


@ft.component
def LostPhone(person: str, level: int) -> ft.Control:
    """The person's devices by what they are, and no more of them."""
    here = use_here()
    t, name = here.t, name_of(here, person)

    async def look() -> Devices | str:
        return await here.do.devices.of(person)

    async def remove(device: str) -> str:
        return await here.do.devices.remove_of(person, device)

    return stack(
        [
            heading(t("Devices of {name}", name=name), level),
            body(
                t(
                    "Sign a phone out only when {name} has asked you to. It is written down, and {name}"
                    " sees it on their other devices.",
                    name=name,
                )
            ),
            DeviceCards(look, remove, t("{name} has lost this one", name=name), level + 1),
        ],
        gap=GAP + 4,
    )
