"""A thread with what stands around it: who is away, what was said, when an answer comes, where to write."""

from typing import cast

import flet as ft

from mia_companion.domain.messages import GENERAL, Message
from mia_companion.ui import places
from mia_companion.ui.components.bubble import Bubble, BubbleWords, whereabouts
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.earlier import use_newest
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.messages.away import AwayCards
from mia_companion.ui.participant.messages.composer import Composer
from mia_companion.ui.participant.messages.expecting import expectation, team_is_closed
from mia_companion.ui.participant.messages.refused import Put, refused_cards


@ft.component
def Talk(thread: str) -> ft.Control:
    """The newest at the foot; what is shown is marked as read, while one stands here.

    Choosing a ready phrase takes the place of what was said: one thing at a time.
    """
    here = use_here()
    standing = bool(ft.use_view_path()) and ft.use_view_path() == ft.use_route_location()
    choosing, set_choosing = ft.use_state(False)
    box = ft.use_ref(cast("Put | None", None))
    said = here.view.plan().thread(thread)
    shown, earlier = use_newest(here, said)

    def read() -> None:
        if standing and not choosing:
            here.do.messages.mark_read(thread=thread)

    ft.use_effect(read, [said[-1].id if said else "", len(said), standing, choosing])
    composer = ft.Container(Composer(thread, choosing, set_choosing, box), expand=choosing)
    if choosing:
        return _one_under_the_other([composer])
    bubbles: list[ft.Control] = [Bubble(_said(here, one), key=one.id) for one in shown]
    lines = [*earlier, *bubbles, *refused_cards(here, thread, box), _known(here)]
    scrolled: ft.Control = ft.ListView(list(reversed(lines)), reverse=True, expand=True, spacing=8)
    if not said:
        start = [_nothing_yet(here, thread), *lines]
        scrolled = ft.Column(start, expand=True, scroll=ft.ScrollMode.AUTO, spacing=8)
    return _one_under_the_other([AwayCards(), scrolled, composer])


def _one_under_the_other(parts: list[ft.Control]) -> ft.Control:
    stretched = ft.CrossAxisAlignment.STRETCH
    return ft.Column(parts, spacing=8, expand=True, horizontal_alignment=stretched)


def _said(here: Here, message: Message) -> BubbleWords:
    account = here.view.account
    mine = account is not None and message.by.author == account.id
    who = here.view.coordinator_name(message.by.author) or here.t("Your coordinator")
    words, language, beside, beside_language, remark = message.words, "", "", "", ""
    if message.translation and mine:
        language_there = language_name(message.translation_language)
        remark = here.t("Your coordinator reads this in {language}.", language=language_there)
    elif message.translation:
        words, language = message.translation, language_name(message.translation_language)
        beside, beside_language = message.words, here.t("As it was written")
    return BubbleWords(
        words=as_written(here.words, words),
        who=here.t("You") if mine else who,
        when=here.words.day_and_clock(message.by.at, ZONE.key, here.now()),
        mine=mine,
        where=whereabouts(here, message) if mine else None,
        language=language,
        beside=as_written(here.words, beside),
        beside_language=beside_language,
        remark=remark,
        attachments=message.attachments,
    )


def _nothing_yet(here: Here, thread: str) -> ft.Control:
    if thread != GENERAL:
        words = here.t("Nothing is written about this yet. Ask, or tell what you think of it.")
        return card([body(words)], tone=SKY)
    return card(
        [
            heading(here.t("Write to your coordinator")),
            body(
                here.t(
                    "Ask something, tell how it is, or just say hello."
                    " You can write at any time; the answer comes when they are at work."
                )
            ),
        ],
        tone=SKY,
    )


def _known(here: Here) -> ft.Control:
    """Before one writes: when an answer comes; and that nobody watches at night, with the way to those
    who do. It scrolls with what was said, so that large text and a small phone leave room to read."""
    t = here.t
    lines: list[ft.Control] = []
    if expected := expectation(here):
        hours = quiet(t("Opening hours"), lambda: go(places.HOURS))
        lines.append(_remark(ft.Icons.SCHEDULE, expected, hours))
    urgent = t("Messages are not for emergencies.")
    if team_is_closed(here):
        urgent = t(
            "Messages are not for emergencies, and nobody reads them just now."
            " If it cannot wait, call 1177, day and night."
        )
    help_now = quiet(t("Help now"), lambda: go(places.HELP))
    lines.append(_remark(ft.Icons.SUPPORT, urgent, help_now))
    return ft.Column(lines, spacing=0, tight=True, key="known")


def _remark(icon: ft.IconData, words: str, way_on: ft.Control) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(icon, size=20, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Container(muted(words), expand=True),
            way_on,
        ],
        spacing=8,
    )
