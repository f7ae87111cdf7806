"""The participant's screens. A screen inside another has it beneath, and goes back to it."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.participant.appointments.appointment import AppointmentScreen
from mia_companion.ui.participant.appointments.appointments import AppointmentsScreen
from mia_companion.ui.participant.appointments.change import ChangeAppointmentScreen
from mia_companion.ui.participant.appointments.elsewhere import ElsewhereScreen
from mia_companion.ui.participant.appointments.from_file import FromFileScreen
from mia_companion.ui.participant.appointments.new_appointment import NewAppointmentScreen
from mia_companion.ui.participant.consents.consents import ConsentsScreen
from mia_companion.ui.participant.consents.new_consent import NewConsentScreen
from mia_companion.ui.participant.consents.passed_on import PassedOnScreen
from mia_companion.ui.participant.consents.sheet import SheetScreen
from mia_companion.ui.participant.data.routes import DATA
from mia_companion.ui.participant.lock.lock_and_hide import LockAndHideScreen
from mia_companion.ui.participant.lock.no_pin import NoPinScreen
from mia_companion.ui.participant.lock.own_pin import OwnPinScreen
from mia_companion.ui.participant.lock.set_aside import SetAsideScreen
from mia_companion.ui.participant.lock.when import LockWhenScreen
from mia_companion.ui.participant.me.about import AboutScreen
from mia_companion.ui.participant.me.devices import DevicesScreen
from mia_companion.ui.participant.me.home_screen import HomeScreenScreen
from mia_companion.ui.participant.me.leave import LeaveScreen
from mia_companion.ui.participant.me.looks import LooksScreen
from mia_companion.ui.participant.me.me import MeScreen
from mia_companion.ui.participant.me.paper import PaperScreen
from mia_companion.ui.participant.me.waiting import WaitingScreen
from mia_companion.ui.participant.messages.messages import MessagesScreen
from mia_companion.ui.participant.messages.opening_hours import OpeningHoursScreen
from mia_companion.ui.participant.messages.thread import ThreadScreen
from mia_companion.ui.participant.messages.threads import ThreadsScreen
from mia_companion.ui.participant.movement.area import AreaScreen
from mia_companion.ui.participant.movement.areas import AreasScreen
from mia_companion.ui.participant.movement.movement import MovementScreen
from mia_companion.ui.participant.movement.rate import RateScreen
from mia_companion.ui.participant.network.contact import ContactScreen, NewContactScreen
from mia_companion.ui.participant.network.network import NetworkScreen
from mia_companion.ui.participant.opened.opened import OpenedScreen
from mia_companion.ui.participant.path.change_suggestion import ChangeSuggestionScreen
from mia_companion.ui.participant.path.done import DoneScreen
from mia_companion.ui.participant.path.goal import GoalScreen
from mia_companion.ui.participant.path.milestone import MilestoneScreen
from mia_companion.ui.participant.path.new_goal import NewGoalScreen
from mia_companion.ui.participant.path.new_step import NewStepScreen
from mia_companion.ui.participant.path.path import PathScreen
from mia_companion.ui.participant.path.resting import RestingScreen
from mia_companion.ui.participant.path.step import StepScreen
from mia_companion.ui.participant.reminders.reminders import RemindersScreen
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
            ft.Route(path="milestone/:milestone", component=MilestoneScreen),
            ft.Route(path="suggestion/:suggestion", component=ChangeSuggestionScreen),
            ft.Route(path="done", component=DoneScreen),
            ft.Route(path="resting", component=RestingScreen),
            ft.Route(path="movement", component=MovementScreen),
            ft.Route(
                path="areas",
                component=AreasScreen,
                children=[
                    ft.Route(path="rate", component=RateScreen),
                    ft.Route(path=":area", component=AreaScreen),
                ],
            ),
        ],
    ),
    ft.Route(
        path=places.APPOINTMENTS,
        component=AppointmentsScreen,
        children=[
            ft.Route(path="new", component=NewAppointmentScreen),
            ft.Route(path="from-file", component=FromFileScreen),
            ft.Route(path="elsewhere", component=ElsewhereScreen),
            ft.Route(
                path=":appointment",
                component=AppointmentScreen,
                children=[ft.Route(path="change", component=ChangeAppointmentScreen)],
            ),
        ],
    ),
    ft.Route(
        path=places.MESSAGES,
        component=MessagesScreen,
        children=[
            ft.Route(
                path="thread/:thread",
                component=ThreadScreen,
                children=[ft.Route(path="hours", component=OpeningHoursScreen)],
            ),
            ft.Route(path="threads", component=ThreadsScreen),
            ft.Route(path="hours", component=OpeningHoursScreen),
        ],
    ),
    ft.Route(
        path=places.ME,
        component=MeScreen,
        children=[
            ft.Route(path="waiting", component=WaitingScreen),
            ft.Route(path="devices", component=DevicesScreen),
            ft.Route(path="about", component=AboutScreen),
            ft.Route(path="home-screen", component=HomeScreenScreen),
            ft.Route(path="leave", component=LeaveScreen),
            ft.Route(path="looks", component=LooksScreen),
            ft.Route(
                path="network",
                component=NetworkScreen,
                children=[
                    ft.Route(path="new", component=NewContactScreen),
                    ft.Route(path=":contact", component=ContactScreen),
                ],
            ),
            ft.Route(
                path="consents",
                component=ConsentsScreen,
                children=[
                    ft.Route(path="new", component=NewConsentScreen),
                    ft.Route(path="new/:consent", component=NewConsentScreen),
                ],
            ),
            ft.Route(path="opened", component=OpenedScreen),
            ft.Route(
                path="passed-on",
                component=PassedOnScreen,
                children=[ft.Route(path=":disclosure", component=SheetScreen)],
            ),
            ft.Route(path="reminders", component=RemindersScreen),
            ft.Route(path="paper", component=PaperScreen),
            DATA,
            ft.Route(
                path="lock",
                component=LockAndHideScreen,
                children=[
                    ft.Route(path="pin", component=OwnPinScreen),
                    ft.Route(path="no-pin", component=NoPinScreen),
                    ft.Route(path="when", component=LockWhenScreen),
                    ft.Route(path="set-aside", component=SetAsideScreen),
                ],
            ),
        ],
    ),
)
