"""Ways to reach somebody, each a line to tap: the dialler, the mail program, the map."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

import flet as ft

from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.context import use_here
from mia_companion.ui.help.numbers import dialled

Reaching = Callable[[str, str, str], list[ft.Control]]
"""Phone, e-mail and address, any of which may be empty."""


def use_reaching() -> Reaching:
    """Makes the lines."""
    here = use_here()
    launcher = ft.use_memo(ft.UrlLauncher, [])

    def opening(url: str) -> Callable[[], Awaitable[None]]:
        async def opened() -> None:
            await launcher.launch_url(url)

        return opened

    def lines(phone: str, email: str, address: str) -> list[ft.Control]:
        found: list[ft.Control] = []
        if phone:
            name = here.t("Call {number}", number=phone)
            found.append(quiet(name, opening(dialled(phone)), ft.Icons.PHONE_OUTLINED))
        if email:
            name = here.t("Write to {address}", address=email)
            found.append(
                quiet(name, opening(f"mailto:{quote(email, safe='@')}"), ft.Icons.MAIL_OUTLINE)
            )
        if address:
            found.append(ft.Text(address))
        return [ft.Row([one], wrap=True) for one in found]

    return lines
