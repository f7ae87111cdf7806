"""Inviting a participant: a name, then a code to hand over."""

from typing import cast

import flet as ft

from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.invite.handing import Handing
from mia_companion.ui.theme import GAP
from mia_companion.wire.accounts import Invitation


@ft.component
def InviteForm(level: int) -> ft.Control:
    """Needs the network, and says so. The name goes into the new journal and nowhere else."""
    here = use_here()
    draft = use_draft("invite")
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    made, set_made = ft.use_state(cast("tuple[Invitation, str] | None", None))

    async def invite() -> None:
        if busy:
            return
        set_busy(True)
        set_wrong("")
        name = draft.words
        answer = await here.do.access.invite(name)
        set_busy(False)
        if isinstance(answer, str):
            set_wrong(sentence(here.words, answer))
        else:
            draft.change("")
            set_made((answer, name))

    def again() -> None:
        set_made(None)

    if made is not None:
        return Handing(*made, level, again)
    waiting = here.t("Making the code…")
    return stack(
        [
            heading(here.t("Invite someone"), level),
            body(
                here.t(
                    "Write what the person wants to be called. You get a code to hand over, and the"
                    " person opens the app with it."
                )
            ),
            WordsField(
                here.t("Name"),
                draft.words,
                draft.change,
                submit=invite,
                longest=200,
                wrong=wrong,
                autofocus=True,
            ),
            muted(here.t("This needs the network: the code is made by the server.")),
            ft.Row(
                [primary(waiting if busy else here.t("Make a code"), invite, disabled=busy)],
                wrap=True,
            ),
        ],
        gap=GAP + 4,
    )
