"""Asked once about a moment that may be a slip of the finger; a second tap says that it is meant."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

import flet as ft

from mia_companion.ui.components.day_and_time import doubted
from mia_companion.ui.context import Here


def use_sure(here: Here, zone: str) -> Callable[[datetime], str]:
    """`sure(moment)` is a question the first time that it looks like a slip, and nothing after that."""
    asked = ft.use_ref(cast("datetime | None", None))

    def sure(moment: datetime) -> str:
        found = doubted(here, moment, zone) if moment != asked.current else ""
        if not found:
            return ""
        asked.current = moment
        return here.t("{doubt} If it is right, tap once more.", doubt=found)

    return sure
