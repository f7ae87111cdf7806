"""My data, and what stands above it."""

import flet as ft

from mia_companion.ui.participant.data.checkin import CheckInWordsScreen
from mia_companion.ui.participant.data.correction import CorrectionScreen
from mia_companion.ui.participant.data.data import DataScreen
from mia_companion.ui.participant.data.erase_own import EraseOwnScreen
from mia_companion.ui.participant.data.erase_rest import EraseRestScreen
from mia_companion.ui.participant.data.everything import EverythingScreen
from mia_companion.ui.participant.data.written import WrittenScreen

DATA = ft.Route(
    path="data",
    component=DataScreen,
    children=[
        ft.Route(path="file", component=EverythingScreen),
        ft.Route(
            path="written",
            component=WrittenScreen,
            children=[
                ft.Route(path="day/:checkin", component=CheckInWordsScreen),
                ft.Route(path=":entry", component=CorrectionScreen),
            ],
        ),
        ft.Route(path="erase-mine", component=EraseOwnScreen),
        ft.Route(path="erase-rest", component=EraseRestScreen),
    ],
)
