"""What a camera read from a picture, on its way from the address to the server.

/start#secret ──the page's own script──▶ /start/secret ──the first screen──▶ a sealed draft, and /
sent to no server                        for a moment, asked of nobody       survives a reload
"""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.fields import Draft, use_draft
from mia_companion.ui.context import go

_PLACE = "picture"
_LETTERS = 20
"""A picture holds more than that, and nobody writes so many by hand."""


def use_picture() -> Draft:
    """What was read; empty where nothing was. Takes it out of the address at once."""
    given = ft.use_route_params().get("code", "")
    draft = use_draft(_PLACE)

    def take() -> None:
        if len(given) > _LETTERS:
            draft.change(given)
            go(places.TODAY)

    ft.use_effect(take, [given])
    return draft
