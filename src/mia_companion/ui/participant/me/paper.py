"""A plan on paper: what will be on it, and a document to print or to keep. Works without a connection."""

from dataclasses import replace

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.paper.contents import Chosen, plan_on_paper
from mia_companion.paper.telling import Beside, HelpLine
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import PRIVATE
from mia_companion.ui.components.made_file import FileWords, as_pdf, hand_over
from mia_companion.ui.components.names import area_name, party_name, way_name
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.components.told import question
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.help.numbers import local, national

_PARTS = (
    ("times", later("My next appointments"), ft.Icons.EVENT_OUTLINED),
    ("path", later("My goals and steps"), ft.Icons.ROUTE_OUTLINED),
    ("people", later("People around me"), ft.Icons.PEOPLE_OUTLINE),
    ("help_now", later("Help now"), ft.Icons.SUPPORT),
)


@ft.component
def PaperScreen() -> ft.Control:
    """Chosen anew each time: what is only one's own never comes on a paper by habit."""
    here = use_here()
    t = here.t
    picker = ft.use_memo(ft.FilePicker, [])
    chosen, choose = ft.use_state(Chosen())
    busy, set_busy = ft.use_state(False)
    said, say = ft.use_state("")

    async def make() -> None:
        if busy:
            return
        if not chosen.anything:
            say(t("Choose something to put on the paper first."))
            return
        set_busy(True)
        say(t("Making the paper …"))
        say(await _make(here, picker, chosen))
        set_busy(False)

    def turn(part: str) -> None:
        choose(lambda now: replace(now, **{part: not getattr(now, part)}))
        say("")

    parts = [
        tick(
            t(name),
            on=getattr(chosen, part),
            tapped=lambda part=part: turn(part),  # type: ignore[misc]
            icon=icon,
        )
        for part, name, icon in _PARTS
    ]
    mine = tick(
        t("With what is only mine"),
        on=chosen.only_mine,
        tapped=lambda: turn("only_mine"),
        icon=PRIVATE,
        about=t("Also what is marked Only you. Others may come to read a paper."),
    )
    return page(
        here,
        t("A plan on paper"),
        [
            body(t("MIA makes a document that you can print or keep.")),
            question(t("What do you want on it?"), [*parts, mine]),
            card(
                [
                    body(
                        t(
                            "A paper can be read by anyone who finds it."
                            " MIA does not put your name on it."
                        )
                    ),
                    *_protected(here),
                ],
                tone=WARM,
            ),
            primary(t("Make the paper"), make, ft.Icons.PRINT_OUTLINED, disabled=busy),
            live(body(said)),
        ],
    )


def _protected(here: Here) -> list[ft.Control]:
    """A paper is for the person's own hand, so what they choose is on it; they are told what that is."""
    if not here.view.plan().shared.profile.protected:
        return []
    told = here.t(
        "Your identity is protected, but times and people on a paper can show where you are."
        " Leave those parts out if others may come to see it."
    )
    return [body(told)]


async def _make(here: Here, picker: ft.FilePicker, chosen: Chosen) -> str:
    """Make it and hand it over. What to say afterwards."""
    t, now = here.t, here.now()
    sheet = plan_on_paper(
        here.view.plan(), _beside(here), chosen, words=here.words, now=now, zone=ZONE
    )
    name = f"plan-{here.today():%Y-%m-%d}.pdf"
    words = FileWords(
        not_made=t("The paper could not be made. Your plan is safe. Try again with less on it."),
        not_saved=t("The paper could not be saved on this device. Your plan is safe."),
        downloaded=t("The paper is made. Look among your downloads for {name}.", name=name),
        saved=t("The paper is saved."),
    )
    return await hand_over(picker, name, lambda: as_pdf(sheet, now), words)


def _beside(here: Here) -> Beside:
    words, view = here.words, here.view
    mine = view.coordinators_of()
    numbers = [*national(words, view.help_numbers), *local(view.help_numbers)]
    return Beside(
        coordinators=tuple(one for one in view.coordinators if one.coordinator_id in mine),
        help_lines=tuple(HelpLine(one.name, one.number, one.about) for one in numbers),
        party=lambda party: party_name(words, party),
        way=lambda way: way_name(words, way),
        area=lambda area: area_name(words, area),
    )
