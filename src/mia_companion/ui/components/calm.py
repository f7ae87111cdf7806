"""A tap that trembles: the second half of a double tap must not fall on what stands there by then."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

import flet as ft

from mia_companion.ui.context import use_here

_CALM = timedelta(milliseconds=700)


def use_calm() -> Callable[[], bool]:
    """`calm()` is whether a tap may count: not within 0.7 s of the one that counted last here."""
    here = use_here()
    last = ft.use_ref(cast("datetime | None", None))

    def calm() -> bool:
        now = here.now()
        if last.current is not None and timedelta() <= now - last.current < _CALM:
            return False
        last.current = now
        return True

    return calm
