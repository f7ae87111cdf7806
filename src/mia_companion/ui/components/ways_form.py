"""Reminders by mail or SMS: what was chosen, and the form for it. The same for oneself and for somebody else.

nothing chosen ──Choose──▶ form ──Save──▶ chosen ──digits read back──▶ used
                                            │ └──Change──▶ form
                                            └────End them────▶ nothing chosen
"""

import flet as ft

from mia_companion.domain.channels import MAIL, SMS
from mia_companion.domain.ways import addresses_of
from mia_companion.i18n.bidi import from_left
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.components.ways_fill_in import FillIn
from mia_companion.ui.components.ways_half import Chosen
from mia_companion.ui.components.ways_proof import Proof
from mia_companion.ui.components.ways_words import lines_of
from mia_companion.ui.context import Here, use_here

_ICONS = {MAIL: ft.Icons.MAIL_OUTLINE, SMS: ft.Icons.SMS_OUTLINED}


@ft.component
def WaysChosen(chosen: Chosen) -> ft.Control:
    """What stands, or the form."""
    here = use_here()
    opened, set_opened = ft.use_state(False)
    saved, set_saved = ft.use_state(False)
    shown = use_undo()
    t = here.t

    def closed(now_saved: bool) -> None:
        set_saved(now_saved)
        set_opened(False)

    if opened:
        return FillIn(chosen, closed)
    said = chosen.said
    if said is None:
        button = secondary(
            t("Choose"), lambda: set_opened(True), ft.Icons.FORWARD_TO_INBOX_OUTLINED
        )
        return ft.Row([button], wrap=True)

    def end() -> None:
        shown(here.do.ways.end(participant=chosen.person), t("The reminders have ended."))

    ways = [line for way, to in addresses_of(said) for line in _way(here, chosen, way, to, saved)]
    buttons = ft.Row(
        [secondary(t("Change"), lambda: set_opened(True)), quiet(t("End them"), end)],
        wrap=True,
        spacing=8,
        run_spacing=0,
    )
    when = stack([body(one) for one in lines_of(here.words, said)], gap=0)
    return card([*ways, when, buttons], gap=16)


def _way(here: Here, chosen: Chosen, way: str, to: str, saved: bool) -> list[ft.Control]:
    """The address, and what has to be done before something comes there."""
    lines: list[ft.Control] = [_line(_ICONS[way], _address(here, way, to))]
    if way not in chosen.offered:
        lines.append(body(here.t("Nothing is sent that way here now.")))
    elif way in chosen.broken:
        said = _line(ft.Icons.INFO_OUTLINE, _broken(here, way))
        lines.append(live(said))
    elif way in chosen.unproved:
        lines.append(ft.Container(Proof(way, to, chosen.person, saved), key=f"{way} {to}"))
    return lines


def _address(here: Here, way: str, to: str) -> str:
    address = from_left(to)
    if way == MAIL:
        return here.t("By mail to {address}", address=address)
    return here.t("By SMS to {number}", number=address)


def _broken(here: Here, way: str) -> str:
    if way == MAIL:
        return here.t(
            "A mail did not arrive. Look whether the address is right, and save it again."
        )
    return here.t("An SMS did not arrive. Look whether the number is right, and save it again.")


def _line(icon: ft.IconData, words: str) -> ft.Control:
    return ft.Row(
        [ft.Icon(icon), ft.Container(body(words), expand=True)],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
