"""The participant's screens. A screen inside another has it beneath, and goes back to it."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.participant.appointments.appointment import AppointmentScreen
from mia_companion.ui.participant.appointments.appointments import AppointmentsScreen
from mia_companion.ui.participant.appointments.change import ChangeAppointmentScreen
from mia_companion.ui.participant.appointments.new_appointment import NewAppointmentScreen
from mia_companion.ui.participant.me.about import AboutScreen
from mia_companion.ui.participant.me.devices import DevicesScreen
from mia_companion.ui.participant.me.leave import LeaveScreen
from mia_companion.ui.participant.me.me import MeScreen
from mia_companion.ui.participant.me.waiting import WaitingScreen
from mia_companion.ui.participant.messages.messages import MessagesScreen
from mia_companion.ui.participant.path.goal import GoalScreen
from mia_companion.ui.participant.path.new_goal import NewGoalScreen
from mia_companion.ui.participant.path.new_step import NewStepScreen
from mia_companion.ui.participant.path.path import PathScreen
from mia_companion.ui.participant.path.step import StepScreen
from mia_companion.ui.participant.today.good import RecordGoodScreen
from mia_companion.ui.participant.today.today import TodayScreen

ROUTES = (
    ft.Route(index=True, component=TodayScreen),
    ft.Route(path=places.RECORD_GOOD, component=RecordGoodScreen, modal=True),
    ft.Route(
        path=places.PATH,
        component=PathScreen,
        children=[
            ft.Route(path="new-step", component=NewStepScreen),
            ft.Route(path="new-goal", component=NewGoalScreen),
            ft.Route(path="step/:step", component=StepScreen),
            ft.Route(path="goal/:goal", component=GoalScreen),
        ],
    ),
    ft.Route(
        path=places.APPOINTMENTS,
        component=AppointmentsScreen,
        children=[
            ft.Route(path="new", component=NewAppointmentScreen),
            ft.Route(
                path=":appointment",
                component=AppointmentScreen,
                children=[ft.Route(path="change", component=ChangeAppointmentScreen)],
            ),
        ],
    ),
    ft.Route(path=places.MESSAGES, component=MessagesScreen),
    ft.Route(
        path=places.ME,
        component=MeScreen,
        children=[
            ft.Route(path="waiting", component=WaitingScreen),
            ft.Route(path="devices", component=DevicesScreen),
            ft.Route(path="about", component=AboutScreen),
            ft.Route(path="leave", component=LeaveScreen),
        ],
    ),
)
