"""A summons from a file, seen before it counts.

nothing ──a file──▶ seen line by line, with whom, who may see it ──bring in──▶ here, and undone at once
   ▲ │                                                │
   │ └── why not                                      │
   └──── another file, or not this one ◀──────────────┘
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import flet as ft

from mia_companion.device import flet_files
from mia_companion.device.picking import PickedFile
from mia_companion.device.unfit import Unfit
from mia_companion.domain.areas import OTHER
from mia_companion.domain.plan import Plan
from mia_companion.domain.summoned import NEW, Summoned, summoned
from mia_companion.domain.summons import MAX_BYTES, TOO_LARGE, Summons, Unreadable
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.names import parties
from mia_companion.ui.components.options import option
from mia_companion.ui.components.picker import use_picker
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.summons_lines import reason_sentence, summons_lines
from mia_companion.ui.components.texts import body, heading, muted, told
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here, use_here

ENDINGS = (".ics", ".ical", ".json")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be brought in, and with what it is said."""

    some: tuple[Summoned, ...]
    party: str
    private: bool


@ft.component
def SummonsFile(plan: Plan, bring: Callable[[Wanted], None], asks_who: bool) -> ft.Control:
    """`asks_who` lets the person say who may see it; a coordinator books for both to see."""
    here = use_here()
    t = here.t
    seen, see = ft.use_state(cast("tuple[Summoned, ...]", ()))
    party, set_party = ft.use_state(OTHER)
    private, set_private = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")

    async def read(picked: PickedFile) -> None:
        found = await _read(here, picked)
        set_wrong(found if isinstance(found, str) else "")
        see(() if isinstance(found, str) else summoned(plan, found))

    def bring_in() -> None:
        bring(Wanted(tuple(one for one in seen if one.counts), party, private))
        see(())

    picker = use_picker(read)
    pick = ft.OutlinedButton(
        t("Choose a file"),
        icon=ft.Icons.UPLOAD_FILE_OUTLINED,
        action=flet_files.pick(picker, ft.context.page, endings=ENDINGS),
    )
    parts: list[ft.Control] = [
        body(
            t(
                "A summons or an invitation in a mail often has a calendar file with it. Save it, and"
                " choose it here. You see what is in it before anything counts."
            )
        ),
        ft.Row([pick], wrap=True),
        told(wrong),
    ]
    if seen:
        parts += [_seen(here, seen)]
        if any(one.meaning == NEW for one in seen):
            parts += [_with_whom(here, party, set_party)]
            parts += [who_sees(here, private, set_private)] if asks_who else []
        parts += [_end(here, seen, bring_in, lambda: see(()))]
    return stack(parts)


def _seen(here: Here, seen: Sequence[Summoned]) -> ft.Control:
    count = len(seen)
    title = here.words.n("{count} time in the file", "{count} times in the file", count)
    return stack([heading(title), *[_card(here, one) for one in seen]])


def _card(here: Here, one: Summoned) -> ft.Control:
    name, when, meaning = summons_lines(here, one)
    place = [muted(one.summons.place)] if one.summons.place else []
    lines: list[ft.Control] = [heading(name, 3), body(when), *place, muted(meaning)]
    return card(lines, tone=WARM if one.meaning != NEW and one.counts else "plain", gap=4)


def _with_whom(here: Here, party: str, choose: Callable[[str], None]) -> ft.Control:
    def line(one: str, name: str) -> ft.Control:
        return option(name, chosen=one == party, tapped=lambda: choose(one), icon=party_icon(one))

    return question(here.t("With whom?"), [line(*one) for one in parties(here.words)])


def _end(
    here: Here, seen: Sequence[Summoned], bring_in: Callable[[], None], put_away: Callable[[], None]
) -> ft.Control:
    if not any(one.counts for one in seen):
        return body(here.t("There is nothing new in the file."))
    return stack(
        [
            primary(here.t("Bring it in"), bring_in, ft.Icons.CHECK),
            ft.Row([quiet(here.t("Not this file"), put_away)], wrap=True),
        ],
        gap=4,
    )


async def _read(here: Here, picked: PickedFile) -> tuple[Summons, ...] | str:
    """What is in the file, or why it is not taken. Reading loads what most people never need."""
    try:
        if picked.size > MAX_BYTES:
            raise Unreadable(TOO_LARGE)
        raw = await here.state.files.read(picked)
        return await asyncio.to_thread(_parsed, picked.name, raw, here)
    except Unreadable as why:
        return reason_sentence(here, why.reason)
    except Unfit as unfit:
        return sentence(here.words, unfit.name)


def _parsed(name: str, raw: bytes, here: Here) -> tuple[Summons, ...]:
    if name.lower().endswith(".json"):
        from mia_companion.fhir.reading import appointments_in as read_fhir  # noqa: PLC0415

        return read_fhir(raw, here.now())
    from mia_companion.calendars.reading import appointments_in  # noqa: PLC0415

    return appointments_in(raw, here.now())
