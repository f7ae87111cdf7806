"""The funder's screens."""

import flet as ft

from mia_companion.ui.funder.funder import FunderScreen

ROUTES = (ft.Route(index=True, component=FunderScreen),)
