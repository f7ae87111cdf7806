"""The coordinator's screens."""

import flet as ft

from mia_companion.ui.coordinator.caseload import CaseloadScreen

ROUTES = (ft.Route(index=True, component=CaseloadScreen),)
