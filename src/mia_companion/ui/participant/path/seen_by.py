"""Who can see a thing of one's own, said on its screen."""

import flet as ft

from mia_companion.ui.components.icons import PRIVATE, SHARED
from mia_companion.ui.components.signs import sign
from mia_companion.ui.context import Here


def seen_by(here: Here, item: str) -> ft.Control:
    """A lock and words, or two people and words."""
    if here.view.plan().is_private(item):
        return sign(PRIVATE, here.t("Only you can see this"))
    return sign(SHARED, here.t("You and your coordinator can see this"))
