"""The team's place and the screens above it."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.coordinator.files.files import FilesScreen
from mia_companion.ui.coordinator.site.meeting_templates import MeetingTemplatesScreen
from mia_companion.ui.coordinator.site.message_templates import (
    MessageTemplateScreen,
    MessageTemplatesScreen,
)
from mia_companion.ui.coordinator.site.published import RESULTS
from mia_companion.ui.coordinator.site.site import SiteScreen
from mia_companion.ui.coordinator.site.team import TEAM

SITE = ft.Route(
    path=places.SITE,
    component=SiteScreen,
    children=[
        *TEAM,
        ft.Route(
            path="message-templates",
            component=MessageTemplatesScreen,
            children=[ft.Route(path=":template", component=MessageTemplateScreen)],
        ),
        ft.Route(path="meeting-templates", component=MeetingTemplatesScreen),
        ft.Route(path="files", component=FilesScreen),
        RESULTS,
    ],
)
