"""One appointment as a file for the calendar that one uses already. Works without a connection."""

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.made_file import FileWords, hand_over
from mia_companion.ui.components.texts import told
from mia_companion.ui.context import use_here


@ft.component
def ToCalendar(one: Appointment) -> ft.Control:
    """Neutral: a calendar is seen by others. What it is can be read in MIA."""
    here = use_here()
    t = here.t
    picker = ft.use_memo(ft.FilePicker, [])
    said, say = ft.use_state("")

    async def save() -> None:
        name = f"{one.day:%Y-%m-%d}.ics"
        words = FileWords(
            not_made=t("The file could not be made. Nothing here has changed."),
            not_saved=t("The file could not be saved on this device. Nothing here has changed."),
            downloaded=t("The file is made. Open {name} among your downloads.", name=name),
            saved=t("The file is saved. Open it, and your calendar takes it in."),
        )
        say(await hand_over(picker, name, _made, words))

    def _made() -> bytes:
        from mia_companion.calendars.writing import calendar_of  # noqa: PLC0415  few people need it

        return calendar_of([one], here.words, whole=False)

    return stack(
        [
            quiet(t("Put it in my own calendar"), save, ft.Icons.EVENT_AVAILABLE_OUTLINED),
            told(said),
        ],
        gap=4,
    )
