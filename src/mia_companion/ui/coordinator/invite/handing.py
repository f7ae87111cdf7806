"""A code to hand over: the picture and the letters, what the app is, and the phone as it comes in.

waiting ──a phone has opened it──▶ two words to compare ──the same──▶ it is theirs
                                                        └─not the same──▶ out, and a new code
"""

from typing import cast

import flet as ft

from mia_companion.ui.components.buttons import Tapped, primary, quiet, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import heading, told
from mia_companion.ui.context import go, use_here
from mia_companion.ui.coordinator.invite.code import CodeCard
from mia_companion.ui.coordinator.invite.letter import LetterCard
from mia_companion.ui.coordinator.invite.renewing import use_renewal
from mia_companion.ui.coordinator.invite.standing import Standing, use_standing
from mia_companion.ui.coordinator.invite.telling import Telling
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP
from mia_companion.wire.accounts import LETTER, Invitation
from mia_companion.wire.pairing import CONFIRMED, EXPIRED, OPENED, REFUSED, WAITING


@ft.component
def Handing(first: Invitation, name: str, level: int, another: Tapped | None) -> ft.Control:
    """One calm page. `another` begins with somebody else."""
    here = use_here()
    newer, set_newer = ft.use_state(cast("Invitation | None", None))
    wrong, set_wrong = ft.use_state("")
    series, set_series = ft.use_state(first.code)
    made = newer or first
    standing = use_standing(made.participant, series)
    state = standing.now.state if standing.now else ""
    closed = standing.now is not None and standing.now.closed
    use_renewal(made, state in ("", WAITING), set_newer)

    def begins(answer: Invitation) -> None:
        set_wrong("")
        set_newer(answer)
        set_series(answer.code)

    async def new_code() -> None:
        answer = await here.do.pairing.new_code(made.participant)
        if isinstance(answer, str):
            set_wrong(sentence(here.words, answer))
        else:
            begins(answer)

    t = here.t
    inside: list[ft.Control] = [
        heading(t("A code for {name}", name=name), level),
        Standing(made.participant, name, standing, level + 1),
    ]
    over = state in (OPENED, CONFIRMED, REFUSED, EXPIRED)
    if not over:
        shown = LetterCard if made.way == LETTER else CodeCard
        inside.append(keyed(made.code, shown, made))
    to_person = t("To {name}", name=name)

    def open_person() -> None:
        go(person_path(made.participant))

    ways: list[ft.Control] = []
    if state in (REFUSED, EXPIRED) or closed:
        ways.append(primary(t("Make a new code"), new_code))
    elif made.way == LETTER and not over:
        ways.append(secondary(t("A code for the room instead"), new_code))
    ways.append(
        primary(to_person, open_person) if state == CONFIRMED else quiet(to_person, open_person)
    )
    if another is not None:
        ways.append(quiet(t("Invite another"), another))
    inside += [
        told(wrong),
        ft.Row(ways, wrap=True, spacing=GAP),
    ]
    if not over:
        inside.append(Telling(made, level + 1, begins))
    return stack(inside, gap=GAP + 4)
