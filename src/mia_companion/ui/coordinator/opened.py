"""A part of a person's pages that is shown has been opened: that is written down once it stands there."""

import asyncio

import flet as ft

from mia_companion.domain.rights import SHARED
from mia_companion.ui.context import use_here


def use_opened(person: str, part: str) -> None:
    """Once a day, and again for another part: `part` is one of those of `domain.openings`."""
    here = use_here()
    today = here.today()
    is_here = here.view.journal(SHARED, person) is not None

    async def note() -> None:
        await asyncio.sleep(0)  # what is opened goes out to the screen first
        here.do.openings.note(person, part, today)

    ft.use_effect(note, [person, part, today, is_here])
