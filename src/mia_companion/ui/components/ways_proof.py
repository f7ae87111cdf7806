"""Six digits, sent to an address or a number and written here: only then anything else is sent there."""

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.app.actions.outcome import EMPTY
from mia_companion.i18n.bidi import from_left
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, muted, told
from mia_companion.ui.components.typed import use_typed
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here


@ft.component
def Proof(channel: str, to: str, person: str | None, begins: bool) -> ft.Control:
    """`begins` is whether the digits are sent at once: the address has just been saved. `person` is whose
    it is, None oneself."""
    here = use_here()
    t = here.t
    digits, last_typed, change = use_typed()
    sent, set_sent = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    read, set_read = ft.use_state(False)
    shown = use_undo()

    async def send() -> None:
        problem = await here.do.ways.ask_for_proof(channel, to, person)
        set_sent(sent or not problem)
        if problem:  # else what was said meanwhile, of what was written, stays
            set_wrong(problem)

    async def begin() -> None:
        if begins:
            await send()

    async def ask() -> None:
        set_wrong("")
        await send()

    async def confirm() -> None:
        if not last_typed().strip():
            set_wrong(EMPTY)
            return
        problem = await here.do.ways.digits_read(channel, to, last_typed(), person)
        set_wrong(problem)
        if not problem:
            set_read(True)
            shown(Outcome(), t("It is confirmed. From now on reminders come there."))

    ft.use_effect(begin, [])
    if read:
        return ft.Container(height=0)
    return stack(
        [
            body(_about(here, to, person, sent=sent)),
            WordsField(t("The six digits"), digits, change, submit=confirm, longest=20),
            told(asked_sentence(here.words, wrong) if wrong else ""),
            ft.Row(
                [
                    primary(t("Confirm"), confirm),
                    quiet(t("Send them again") if sent else t("Send the digits"), ask),
                ],
                wrap=True,
                spacing=8,
                run_spacing=0,
            ),
            *([muted(t("Nothing came? Look whether it is written right."))] if sent else []),
        ]
    )


def _about(here: Here, to: str, person: str | None, *, sent: bool) -> str:
    t, address = here.t, from_left(to)
    if not sent:
        return t(
            "{address} is not confirmed yet. Until then nothing is sent there but six digits.",
            address=address,
        )
    if person is None:
        return t("Six digits are on their way to {address}. Write them here.", address=address)
    return t(
        "Six digits are on their way to {address}. Ask the person to read them to you, and write them"
        " here.",
        address=address,
    )
