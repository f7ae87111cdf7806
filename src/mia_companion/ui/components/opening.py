"""Out of the app: the phone, the mail program, the map.

In a browser the client opens it inside the tap itself, or the browser would hold it for a pop-up; and
then it works without the server, too. When nothing on the device opens it, that is said.
"""

from typing import Protocol, TypeVar

import flet as ft

from mia_companion.app.actions.outcome import Outcome
from mia_companion.ui.components.leads import NOTHING_OPENS
from mia_companion.ui.components.undo import use_undo

_Control = TypeVar("_Control", ft.OutlinedButton, ft.TextButton, ft.Container)


class Lead(Protocol):
    """`lead(control, url)` is the control, which opens the address when it is tapped."""

    def __call__(
        self, control: _Control, url: str, target: ft.UrlTarget = ft.UrlTarget.SELF
    ) -> _Control: ...


def use_lead() -> Lead:
    """`target` counts in a browser: a new tab for a page, none for what another program takes."""
    launcher: ft.UrlLauncher = ft.use_memo(ft.UrlLauncher, [])
    told = use_undo()
    web = ft.context.page.web

    def lead(control: _Control, url: str, target: ft.UrlTarget = ft.UrlTarget.SELF) -> _Control:
        async def tapped(_: object) -> None:
            try:
                await launcher.launch_url(url, mode=ft.LaunchMode.EXTERNAL_APPLICATION)
            except (RuntimeError, TimeoutError):
                told(Outcome(problem=NOTHING_OPENS), "")

        if web:
            control.action = ft.OpenUrl(url, target=target)
        else:
            control.on_click = tapped
        return control

    return lead
