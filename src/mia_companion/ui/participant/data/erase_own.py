"""Erasing what only oneself reads: at once, for good, asked once more before it is done."""

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.picture import ITEM_MAPS
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.context import Here, go, use_here


@ft.component
def EraseOwnScreen() -> ft.Control:
    """Says what goes and what stays. Nobody else hears of it."""
    here = use_here()
    t = here.t
    asked, ask = ft.use_state(False)
    busy, set_busy = ft.use_state(False)
    done, set_done = ft.use_state(False)
    said, say = ft.use_state("")

    async def erase() -> None:
        if busy:
            return
        set_busy(True)
        say(t("Erasing …"))
        problem = await here.do.data.erase_own()
        set_busy(False)
        ask(False)
        set_done(not problem)
        say(sentence(here.words, problem) if problem else t("It is erased."))

    if done:
        on = primary(t("Back"), lambda: go(places.DATA))
        return page(here, t("Erase what only you read"), [told(said), on])
    inside: list[ft.Control] = [
        body(
            t(
                "All that is marked Only you goes: your own steps and goals, notes to yourself, your plan"
                " for bad days and your reminders. So does what you have half written on this device."
            )
        ),
        body(_count(here)),
        body(
            t(
                "It goes at once, here and on the server. Your other phones and computers erase it when"
                " they next have a connection. Nobody else sees that you have done it."
            )
        ),
        body(t("What you have shared with your coordinators stays.")),
    ]
    if asked:
        inside.append(
            card(
                [
                    body(t("It cannot be brought back, by you or by anybody else.")),
                    ft.Row(
                        [
                            primary(t("No, go back"), lambda: ask(False)),
                            secondary(t("Yes, erase it"), erase, ft.Icons.DELETE_OUTLINE),
                        ],
                        wrap=True,
                    ),
                ],
                tone=WARM,
            )
        )
    else:
        inside += [
            secondary(t("Erase it"), lambda: ask(True), ft.Icons.DELETE_OUTLINE),
            ft.Row([quiet(t("No, go back"), lambda: go(places.DATA))], wrap=True),
        ]
    return page(here, t("Erase what only you read"), [*inside, told(said)])


def _count(here: Here) -> str:
    own = here.view.picture(rights.OWN)
    count = sum(len(getattr(own, name)) for name in ITEM_MAPS)
    return here.words.n("{count} thing written", "{count} things written", count)
