"""One photo or file that is about to be sent."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions.outcome import clean
from mia_companion.device.kinds import PHOTO_TYPES
from mia_companion.domain.blobs import BlobRef
from mia_companion.ui.components.buttons import icon_button, quiet
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.narrow import letter_size
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.sizes import size_words
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import use_here

_WIDTH, _HEIGHT = 96, 72
_LONGEST_NAME = 200
_GAP = 8
"""Logical pixels: a label that has moved up rises above its field as high as its letters are."""


@ft.component
def PickedRow(
    ref: BlobRef, rename: Callable[[str], None], take_away: Callable[[], None]
) -> ft.Control:
    """How it looks, what it is called, and a way to take it away. A photo may be given words, which is
    what those hear who do not see it."""
    here = use_here()
    is_photo = ref.media_type in PHOTO_TYPES
    small, set_small = ft.use_state(b"")
    wrong, set_wrong = ft.use_state("")
    naming, set_naming = ft.use_state(bool(ref.name))
    written, set_written = ft.use_state(ref.name)

    def describe(new: str) -> None:
        """What is too long stays in the box, and is said to be; the photo keeps what fitted last."""
        set_written(new)
        if len(clean(new)) <= _LONGEST_NAME:
            rename(clean(new))

    async def look() -> None:
        if not is_photo:
            return
        came = await here.do.attachments.show(ref, small=True)
        if isinstance(came, str):
            set_wrong(sentence(here.words, came))
        else:
            set_small(came)

    ft.use_effect(look, [])
    name = ref.name or (here.t("A photo") if is_photo else here.t("A file"))
    said: list[ft.Control] = [body(name), muted(size_words(here.words, ref.size))]
    if wrong:
        said.append(body(wrong))
    row = ft.Row(
        [
            _picture(small, comes=not wrong)
            if is_photo
            else ft.Icon(ft.Icons.DESCRIPTION_OUTLINED),
            ft.Column(said, spacing=2, tight=True, expand=True),
            icon_button(ft.Icons.CLOSE, here.t("Take away: {name}", name=name), take_away),
        ],
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    more: list[ft.Control] = []
    if is_photo and naming:
        label = here.t("What the photo shows")
        more = [WordsField(label, written, describe, longest=_LONGEST_NAME)]
    elif is_photo:
        more = [ft.Row([quiet(here.t("Say what it shows"), lambda: set_naming(True))], wrap=True)]
    return card([row, *more], gap=round(_GAP * letter_size()))


def _picture(small: bytes, *, comes: bool) -> ft.Control:
    """Its name stands beside it."""
    inside: ft.Control = ft.Container()
    if small:
        inside = ft.Image(
            src=small,
            width=_WIDTH,
            height=_HEIGHT,
            fit=ft.BoxFit.COVER,
            exclude_from_semantics=True,
        )
    elif comes:
        ring = waits()
        inside = ft.Container(ring, alignment=ft.Alignment.CENTER)
    return ft.Container(
        inside,
        width=_WIDTH,
        height=_HEIGHT,
        border_radius=12,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
    )
