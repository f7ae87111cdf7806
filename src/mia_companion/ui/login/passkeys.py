"""One's own passkeys: what they are called, since when, and one more or one less."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import flet as ft

from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, heading, muted, strong, told
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.login.outside import Outside
from mia_companion.ui.login.ways import use_ways
from mia_companion.ui.theme import GAP
from mia_companion.wire.login import Passkey


@ft.component
def Passkeys() -> ft.Control:
    """Nothing where this server has none."""
    here = use_here()
    return PasskeyList() if use_ways(here).passkeys else ft.Container(height=0)


@ft.component
def PasskeyList() -> ft.Control:
    """Asked of the server each time."""
    here = use_here()
    t = here.t
    changed, set_changed = ft.use_state(0)
    found, look = use_asked(here.do.login.passkeys, changed)
    wrong, set_wrong = ft.use_state("")
    inside: list[ft.Control] = [
        heading(t("Passkeys")),
        body(
            t(
                "With a passkey you sign in with your finger, your face or a code, and nobody can"
                " coax a password out of you. Have two, so that one may get lost."
            )
        ),
    ]
    if not isinstance(found, tuple):
        return stack([*inside, *not_there(here, found, look)], gap=GAP)

    async def remove(passkey: str) -> None:
        problem = await here.do.login.remove_passkey(passkey)
        set_wrong(asked_sentence(here.words, problem) if problem else "")
        set_changed(changed + 1)

    return stack(
        [
            *inside,
            *(keyed(one.id, PasskeyCard, one, remove) for one in found),
            *([] if found else [muted(t("You have none yet."))]),
            Outside("passkey", t("Add a passkey"), lambda: set_changed(changed + 1), leads=False),
            told(wrong),
        ],
        gap=GAP,
    )


@ft.component
def PasskeyCard(one: Passkey, remove: Callable[[str], Awaitable[None]]) -> ft.Control:
    """Taken away by a second tap."""
    here = use_here()
    t = here.t
    sure, set_sure = ft.use_state(False)

    async def go_on() -> None:
        await remove(one.id)

    ways: list[ft.Control] = [quiet(t("Take it away"), lambda: set_sure(True))]
    if sure:
        ways = [
            quiet(t("Yes, take it away"), go_on),
            quiet(t("Keep it"), lambda: set_sure(False)),
        ]
    return card(
        [
            strong(as_written(here.words, one.name) or t("A passkey")),
            muted(_since(here, one)),
            ft.Row(ways, wrap=True, spacing=4, run_spacing=0),
        ],
        gap=4,
    )


def _since(here: Here, one: Passkey) -> str:
    def day(at: datetime) -> str:
        return here.words.day(at.astimezone(ZONE).date(), here.today())

    if one.used_at is None:
        return here.t("Added {day}, not used yet", day=day(one.made_at))
    return here.t("Added {day}, used last {last}", day=day(one.made_at), last=day(one.used_at))
