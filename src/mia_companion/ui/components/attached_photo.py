"""A photo in a list: small, and large with a tap.

What has not come yet is looked for again by itself for a while: words are quicker than photos.
"""

import asyncio
from urllib.parse import quote

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.attached_lines import AttachedLines
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.sentences import NOT_YET, attached_sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import go

_WIDTH, _HEIGHT = 240, 180
_BY_ITSELF = 1_000_000
"""Bytes up to which a photo is fetched because it is on the screen; a larger one when it is asked for."""
_LOOK_AGAIN_SECONDS = (3.0, 6.0, 12.0, 24.0, 48.0)


@ft.component
def PhotoBox(lines: AttachedLines) -> ft.Control:
    """Always of one size, so that nothing moves when it comes."""
    t, attachments = lines.words.t, lines.do.attachments
    shown, set_shown = ft.use_state(b"")
    wrong, set_wrong = ft.use_state("")
    busy, set_busy = ft.use_state(False)
    asked, set_asked = ft.use_state(0)

    async def load() -> None:
        small_enough = lines.ref.size <= _BY_ITSELF
        if not (asked or small_enough or attachments.is_here(lines.ref, lines.journal)):
            return
        for pause in (*_LOOK_AGAIN_SECONDS, None):
            set_busy(True)
            came = await attachments.show(lines.ref, lines.journal, small=True)
            set_busy(False)
            if isinstance(came, bytes):
                set_shown(came)
                return
            set_wrong(came)
            if came not in NOT_YET or pause is None:
                return
            await asyncio.sleep(pause)

    ft.use_effect(load, [lines.ref.blob_id, asked])
    if shown:
        return _photo(lines, shown)
    if busy and not wrong:
        ring = waits()
        line = ft.Row([ring, muted(t("On its way …"))], spacing=10, tight=True)
        return ft.Row([_box(ft.Container(line, alignment=ft.Alignment.CENTER))])
    why = attached_sentence(lines.words, wrong) if wrong else ""
    get = t("Look again") if why else t("Get the photo")
    inside = ft.Column(
        [
            ft.Row(
                [
                    ft.Icon(ft.Icons.IMAGE_OUTLINED, color=ft.Colors.ON_SURFACE_VARIANT),
                    ft.Container(body(lines.name), expand=True),
                ],
                spacing=8,
            ),
            muted(why or lines.size),
            ft.Row([quiet(get, lambda: set_asked(asked + 1))], wrap=True),
        ],
        spacing=4,
        tight=True,
    )
    return ft.Row([_box(ft.Container(inside, padding=12), grows=True)])


def _photo(lines: AttachedLines, shown: bytes) -> ft.Control:
    place = f"{places.PHOTO}/{quote(lines.journal, safe='')}/{quote(lines.ref.blob_id, safe='')}"
    picture = ft.Image(
        src=shown,
        width=_WIDTH,
        height=_HEIGHT,
        fit=ft.BoxFit.COVER,
        exclude_from_semantics=True,
    )
    large = ft.Container(_box(picture), ink=True, border_radius=12, on_click=lambda _: go(place))
    label = lines.words.t("{name}. Show it large", name=lines.name)
    return ft.Row([ft.MergeSemantics(ft.Semantics(button=True, label=label, content=large))])


def _box(inside: ft.Control, *, grows: bool = False) -> ft.Control:
    return ft.Container(
        inside,
        width=_WIDTH,
        height=None if grows else _HEIGHT,
        border_radius=12,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
    )
