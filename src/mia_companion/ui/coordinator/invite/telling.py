"""What the app is and is not, in the language of the one across the table: to read, copy and print."""

from collections.abc import Callable
from typing import Any

import flet as ft

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, words_for
from mia_companion.paper.invitation import Way, about, as_text, on_paper, title
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.made_file import FileWords, as_pdf, hand_over
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.qr import squares
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, lead, muted, told
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.coordinator.invite.way import address_of
from mia_companion.ui.theme import GAP
from mia_companion.wire.accounts import LETTER, Invitation


@ft.component
def Telling(made: Invitation, level: int, begins: Callable[[Invitation], Any]) -> ft.Control:
    """Large, so that the screen can be turned round. A paper has a letter's code, which `begins` with it."""
    here = use_here()
    picker = ft.use_memo(ft.FilePicker, [])
    clipboard = ft.use_memo(ft.Clipboard, [])
    profile = here.view.plan(made.participant).shared.profile.language
    chosen, choose = ft.use_state(profile or here.words.tag)
    busy, set_busy = ft.use_state(False)
    said, say = ft.use_state("")
    words, t = words_for(chosen), here.t

    def chooses(tag: str) -> Callable[[], None]:
        def chose() -> None:
            choose(tag)
            say("")

        return chose

    async def copy() -> None:
        await clipboard.set(as_text(words))
        say(t("Copied"))

    async def make() -> None:
        if busy:
            return
        set_busy(True)
        say(t("Making the paper …"))
        letter: Invitation | str = made
        if made.way != LETTER:
            letter = await here.do.pairing.new_code(made.participant, way=LETTER)
        if isinstance(letter, str):
            say(sentence(here.words, letter))
        else:
            say(await _make(here, picker, letter, words))
            begins(letter)
        set_busy(False)

    chips = [
        chip(one.own_name, chosen=one.tag == words.tag, tapped=chooses(one.tag), key=one.tag)
        for one in LANGUAGES
    ]
    return stack(
        [
            heading(t("What the app is, in their language"), level),
            body(t("Turn the screen round and read it together, or give it on paper.")),
            in_lines(chips),
            _about(here, words, level + 1),
            ft.Row(
                [
                    secondary(t("Make a paper with a code"), make, ft.Icons.PRINT_OUTLINED),
                    secondary(t("Copy the text"), copy, ft.Icons.CONTENT_COPY),
                ],
                wrap=True,
                spacing=GAP,
            ),
            muted(
                t(
                    "The paper is one page, and nobody's name is on it. Its code lasts for seven days;"
                    " the one on this screen ends when you make it."
                )
            ),
            told(said),
        ]
    )


def _about(here: Here, words: Words, level: int) -> ft.Control:
    """In the direction of its own language, beside whatever this screen is in."""

    def own(said: str) -> str:
        return as_written(here.words, said)

    parts: list[ft.Control] = [heading(own(title(words)), level)]
    for short, said in about(words):
        parts.append(stack([heading(own(short), min(4, level + 1)), lead(own(said))], gap=4))
    box = card(parts, gap=20)
    box.rtl = words.rtl
    return box


async def _make(here: Here, picker: ft.FilePicker, made: Invitation, words: Words) -> str:
    """Make the page and hand it over. What to say afterwards."""
    t, now = here.t, here.now()
    address = address_of(here.state.address, made)
    account = here.view.account.id if here.view.account else ""
    way = Way(
        code=made.code,
        address=here.state.address,
        squares=squares(address) if address else (),
        until=words.day_and_clock(made.expires_at, ZONE.key, now),
        phone=next((c.phone for c in here.view.coordinators if c.coordinator_id == account), ""),
    )
    name, sheet = "mia.pdf", on_paper(words, way)
    said = FileWords(
        not_made=t("The paper could not be made. The code is there all the same."),
        not_saved=t("The paper could not be saved on this device. The code is there all the same."),
        downloaded=t("The paper is made. Look among your downloads for {name}.", name=name),
        saved=t("The paper is saved."),
    )
    return await hand_over(picker, name, lambda: as_pdf(sheet, now), said)
