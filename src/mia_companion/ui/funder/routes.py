"""The funder's screens.

publications ─▶ a half-year of one site, or of all together
"""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.published import PublicationScreen
from mia_companion.ui.funder.funder import FunderScreen

ROUTES = (
    ft.Route(
        path="/",
        component=FunderScreen,
        children=[
            ft.Route(path=f"{places.PUBLISHED[1:]}/:period/:site", component=PublicationScreen)
        ],
    ),
)
