"""The administrator's screens.

association ─▶ site ─▶ somebody there ─▶ change, new password, link, hand over, end
     ├───────▶ published results ─▶ a half-year of one site, or of all together
     ├───────▶ what has been done ─▶ about one participant, colleague or site
     └───────▶ somebody of the office ─▶ change, new password, link, end
"""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.administrator.association import AssociationScreen
from mia_companion.ui.administrator.change_person import ChangePersonScreen
from mia_companion.ui.administrator.deeds import DeedsScreen
from mia_companion.ui.administrator.ending import EndScreen
from mia_companion.ui.administrator.handing_over import HandOverScreen
from mia_companion.ui.administrator.login_link import LoginLinkScreen
from mia_companion.ui.administrator.new_password import NewPasswordScreen
from mia_companion.ui.administrator.new_person import NewCoordinatorScreen, NewOfficeScreen
from mia_companion.ui.administrator.person import PersonScreen
from mia_companion.ui.administrator.site import SiteScreen
from mia_companion.ui.administrator.site_name import NewSiteScreen, RenameSiteScreen
from mia_companion.ui.components.published import PUBLICATION, PublishedScreen

_DEEDS = (
    ("change", ChangePersonScreen),
    ("password", NewPasswordScreen),
    ("link", LoginLinkScreen),
    ("move", HandOverScreen),
    ("end", EndScreen),
)


def _person(path: str) -> ft.Route:
    children = [ft.Route(path=name, component=component) for name, component in _DEEDS]
    return ft.Route(path=path, component=PersonScreen, children=children)


ROUTES = (
    ft.Route(
        component=AssociationScreen,
        children=[
            ft.Route(path=f"{places.SITES[1:]}/new", component=NewSiteScreen),
            ft.Route(
                path=f"{places.SITES[1:]}/:site",
                component=SiteScreen,
                children=[
                    ft.Route(path="name", component=RenameSiteScreen),
                    ft.Route(path="new", component=NewCoordinatorScreen),
                    _person("staff/:account"),
                ],
            ),
            ft.Route(path=f"{places.OFFICE[1:]}/new/:role", component=NewOfficeScreen),
            _person(f"{places.OFFICE[1:]}/:account"),
            ft.Route(path=places.DEEDS[1:], component=DeedsScreen),
            ft.Route(path=f"{places.DEEDS[1:]}/:whose/:who", component=DeedsScreen),
            ft.Route(path=places.PUBLISHED[1:], component=PublishedScreen, children=[PUBLICATION]),
        ],
    ),
)
