"""What stands at the top of every coordinator's screen: where, who, whether all is sent, and the way out."""

import flet as ft

from mia_companion.domain.directory import SiteNamed
from mia_companion.ui.components.buttons import Tapped
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_bar import staff_bar
from mia_companion.ui.context import Here


def bar(here: Here, leave: Tapped, *, title: str = "") -> ft.AppBar:
    """`title` stands in the place of the site's name, on screens with a way back."""
    return staff_bar(here, leave, title or site_name(here))


def site_name(here: Here) -> str:
    """What the site is called, in its own words."""
    listing = here.view.site.listings.get("site")
    if listing and isinstance(listing.fact, SiteNamed):
        return as_written(here.words, listing.fact.name)
    return here.t("MIA companion")
