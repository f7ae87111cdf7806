"""What has happened to the app itself, told kindly and once. For every screen's top."""

import flet as ft

from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.sentences import UNEXPECTED, sentence
from mia_companion.ui.components.texts import live
from mia_companion.ui.context import use_here
from mia_companion.wire import problems


@ft.component
def Notices() -> ft.Control:
    """Nothing, most of the time."""
    here = use_here()
    told: list[ft.Control] = []

    def go_on() -> None:
        here.state.stumbled = False

    if here.state.stumbled:
        told.append(_notice(here.t(UNEXPECTED), quiet(here.t("Go on"), go_on)))
    if here.view.was_mended:
        words = here.t(
            "What was kept on this device could not be read, so it was put aside. Everything that"
            " had been sent comes back by itself. What had not been sent may be missing."
        )
        if here.view.account is None:
            words = here.t(
                "What was kept on this device could not be read, so it was put aside. Nobody has done"
                " anything wrong. Ask your coordinator for a new code: then everything that had been"
                " sent is here again."
            )
        told.append(_notice(words, quiet(here.t("I have read this"), here.do.choices.seen_mended)))
    if here.view.is_damaged:
        words = here.t(
            "Something that is kept on this device can no longer be read. Everything that has been"
            " sent is safe. Close the app and open it again: then it is put right."
        )
        seen = quiet(here.t("I have read this"), here.do.choices.seen_damaged)
        told.append(_notice(words, seen))
    if here.view.choices.left_unsent:
        is_erased = here.view.choices.left_unsent == problems.JOURNAL_ERASED
        why = problems.JOURNAL_ERASED if is_erased else problems.ACCESS_ENDED
        whose = sentence(here.words, why)
        words = here.words.in_turn([here.t("Could not be sent"), whose])
        told.append(
            _notice(words, quiet(here.t("I have read this"), here.do.choices.seen_left_unsent))
        )
    return stack(told)


def _notice(words: str, way_on: ft.Control) -> ft.Control:
    text = ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER)
    return card(
        [live(text), ft.Row([way_on], wrap=True)],
        tone=WARM,
        gap=0,
    )
