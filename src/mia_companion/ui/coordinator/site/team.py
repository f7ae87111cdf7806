"""What the team keeps for everyone at the site, and who is away: screens above the team's place."""

import flet as ft

from mia_companion.ui.coordinator.site.contacts import (
    ContactsScreen,
    NewSiteContactScreen,
    SiteContactScreen,
)
from mia_companion.ui.coordinator.site.cover import CoverScreen
from mia_companion.ui.coordinator.site.hours import HoursScreen
from mia_companion.ui.coordinator.site.numbers import (
    NewNumberScreen,
    NumberScreen,
    NumbersScreen,
)

TEAM = (
    ft.Route(path="cover", component=CoverScreen),
    ft.Route(path="hours", component=HoursScreen),
    ft.Route(
        path="contacts",
        component=ContactsScreen,
        children=[
            ft.Route(path="new", component=NewSiteContactScreen),
            ft.Route(path=":contact", component=SiteContactScreen),
        ],
    ),
    ft.Route(
        path="help",
        component=NumbersScreen,
        children=[
            ft.Route(path="new", component=NewNumberScreen),
            ft.Route(path=":number", component=NumberScreen),
        ],
    ),
)
