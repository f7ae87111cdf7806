"""Ways to reach somebody, each a line to tap: the dialler, the mail program, the map."""

from collections.abc import Callable
from urllib.parse import quote

import flet as ft

from mia_companion.ui.components.buttons import nothing, quiet
from mia_companion.ui.components.leads import call
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.outside import OpensMap
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here

Reaching = Callable[[str, str, str], list[ft.Control]]
"""Phone, e-mail and address, any of which may be empty."""


def use_reaching() -> Reaching:
    """Makes the lines."""
    here = use_here()
    lead = use_lead()

    def line(words: str, icon: ft.IconData, url: str) -> ft.Control:
        return ft.Row([lead(quiet(words, nothing, icon), url)], wrap=True)

    def lines(phone: str, email: str, address: str) -> list[ft.Control]:
        found: list[ft.Control] = []
        if phone:
            name = here.t("Call {number}", number=phone)
            found.append(line(name, ft.Icons.PHONE_OUTLINED, call(phone)))
        if email:
            name = here.t("Write to {address}", address=email)
            found.append(line(name, ft.Icons.MAIL_OUTLINE, f"mailto:{quote(email, safe='@')}"))
        if address:
            found += [body(as_written(here.words, address)), OpensMap(address)]
        return found

    return lines
