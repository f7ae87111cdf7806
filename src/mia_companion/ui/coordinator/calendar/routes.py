"""The calendar and what stands above it: booking, a meeting, and its forms, for one person or for all."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.coordinator.booking.changing import ChangeEach
from mia_companion.ui.coordinator.booking.moving import MoveEach
from mia_companion.ui.coordinator.calendar.calendar import CalendarScreen
from mia_companion.ui.coordinator.calendar.forms import BookMeetingScreen, for_meeting
from mia_companion.ui.coordinator.calendar.meeting import MeetingScreen

_OF_A_MEETING = [
    ft.Route(path="move", component=for_meeting(MoveEach, everyone=False)),
    ft.Route(path="move-all", component=for_meeting(MoveEach, everyone=True)),
    ft.Route(path="change", component=for_meeting(ChangeEach, everyone=False)),
    ft.Route(path="change-all", component=for_meeting(ChangeEach, everyone=True)),
]

CALENDAR = ft.Route(
    path=places.CALENDAR,
    component=CalendarScreen,
    children=[
        ft.Route(path="book/:day?/:clock?", component=BookMeetingScreen),
        ft.Route(
            path="meeting/:person/:appointment", component=MeetingScreen, children=_OF_A_MEETING
        ),
    ],
)
