"""The participant's screens."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.participant.today import TodayScreen

ROUTES = (ft.Route(index=True, component=TodayScreen),)
PLACES = (places.TODAY, places.PATH, places.APPOINTMENTS, places.MESSAGES, places.ME)
