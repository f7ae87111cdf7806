"""Where one has opened the app; a lost phone is signed out here."""

import flet as ft

from mia_companion.ui.components.device_list import DeviceCards
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here


@ft.component
def DevicesScreen() -> ft.Control:
    """All of them, and those that were signed out lately."""
    here = use_here()
    t, devices = here.t, here.do.devices
    return page(
        here,
        t("Your devices"),
        [
            body(
                t(
                    "Have you lost a phone? Sign it out here. If you have no other device, call your"
                    " coordinator, who can do it for you."
                )
            ),
            DeviceCards(devices.mine, devices.remove, t("I have lost this one"), 2),
        ],
    )
