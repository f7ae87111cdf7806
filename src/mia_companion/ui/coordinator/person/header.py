"""Who it is: the name, the language, what is not shown here, and what can be done at once."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui.components.called import called
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.texts import muted
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here, go
from mia_companion.ui.coordinator.paths import inviting_path
from mia_companion.ui.coordinator.person.deed import deed
from mia_companion.ui.coordinator.person.following import way_to_hand_over
from mia_companion.ui.coordinator.person.protection import NameAndProtection


def header(here: Here, person: str, level: int, asked: Sequence[ft.Control]) -> ft.Control:
    """`asked` are the lines of what the coordinator is asked about the person."""
    language = here.view.plan(person).shared.profile.language
    remarks = [
        here.t("Reads {language}", language=language_name(language)) if language else "",
        here.t(
            "What {name} keeps private is not shown here, and nobody here can know whether there"
            " is any.",
            name=called(here, person) or here.t("the participant"),
        ),
    ]
    new_code = deed(here, here.t("New code"), lambda: go(inviting_path(person)), ft.Icons.QR_CODE_2)
    lines = [in_lines(asked, between=0)] if asked else []
    return stack(
        [
            NameAndProtection(person, level, [new_code, *way_to_hand_over(here, person)]),
            *(muted(r) for r in remarks if r),
            *lines,
        ],
        gap=2,
    )
