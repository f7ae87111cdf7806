"""A photo as large as the screen: with two fingers or the buttons it comes nearer, and is moved."""

from urllib.parse import unquote

import flet as ft

from mia_companion.domain.attached import attached_as
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.picture import EMPTY
from mia_companion.ui.components.attached_lines import attached_lines, is_photo
from mia_companion.ui.components.buttons import icon_button, quiet
from mia_companion.ui.components.frame import bar, page, with_said
from mia_companion.ui.components.saving import save
from mia_companion.ui.components.sentences import attached_sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.components.way_back import way_back
from mia_companion.ui.context import use_here
from mia_companion.ui.theme import EDGE

_NEARER, _FARTHER = 1.5, 1 / 1.5
_NEAREST = 6
_PART = 3
"""Of what is seen, so much goes by at a time."""


@ft.component
def PhotoScreen() -> ft.Control:
    """On top of where one comes from, and closed back to it."""
    here = use_here()
    asked = ft.use_route_params()
    journal, blob = (unquote(asked.get(name, "")) for name in ("journal", "blob"))
    ref = attached_as(here.view.pictures.get(journal, EMPTY), blob)
    if ref is None or not is_photo(ref):
        return page(
            here, here.t("A photo"), [body(here.t("It is not here any more."))], closes=True
        )
    lines = attached_lines(here, ref, journal)
    title = ft.Container(heading(lines.name, 1), padding=ft.Padding.symmetric(horizontal=EDGE))
    whole = ft.Column(
        [title, Large(ref, journal, here.t("Photo"))],
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.View(
        route=ft.use_view_path(),
        appbar=bar(here, way_back(here, closes=True)),
        padding=0,
        fullscreen_dialog=True,
        controls=[ft.SafeArea(with_said(here, whole), expand=True)],
    )


@ft.component
def Large(ref: BlobRef, journal: str, name: str) -> ft.Control:
    """The photo, and what can be done with it."""
    here = use_here()
    shown, set_shown = ft.use_state(b"")
    wrong, set_wrong = ft.use_state("")
    asked, set_asked = ft.use_state(0)
    picker = ft.use_memo(ft.FilePicker, [])
    size = ft.use_memo(lambda: [here.state.width, here.state.height], [])
    near = ft.use_memo(lambda: [1.0], [])
    viewer = ft.use_memo(lambda: _viewer(shown, name, size), [shown, name])

    async def load() -> None:
        set_wrong("")
        came = await here.do.attachments.show(ref, journal)
        if isinstance(came, str):
            set_wrong(came)
        else:
            set_shown(came)

    async def zoom(by: float) -> None:
        """What is in the middle stays there. All the way out it lies as it did at first."""
        near[0] = min(max(near[0] * by, 1), _NEAREST)
        await viewer.zoom(by)
        await viewer.pan(*(side / 2 * (1 / by - 1) for side in size))
        if near[0] == 1:
            await viewer.reset()

    async def look(across: int, down: int) -> None:
        """The other way of what a finger draws: towards what lies beside what is seen."""
        if near[0] > 1:
            part = _PART * near[0]
            await viewer.pan(-across * size[0] / part, -down * size[1] / part)

    async def tapped() -> None:
        set_wrong(await save(here.do, picker, ref, journal, here.t("Photo")))

    ft.use_effect(load, [ref.blob_id, asked])
    if wrong:
        said = live(body(attached_sentence(here.words, wrong)))
        again = quiet(here.t("Try again"), lambda: set_asked(asked + 1))
        inside = ft.Column([said, ft.Row([again], wrap=True)], tight=True)
        return ft.Container(inside, padding=EDGE)
    if not shown:
        ring = waits(32)
        line = ft.Row([ring, muted(here.t("On its way …"))], spacing=12, tight=True)
        return ft.Container(line, alignment=ft.Alignment.CENTER, expand=True)
    ways = [
        icon_button(ft.Icons.WEST, here.t("Look to the left"), lambda: look(-1, 0)),
        icon_button(ft.Icons.NORTH, here.t("Look further up"), lambda: look(0, -1)),
        icon_button(ft.Icons.SOUTH, here.t("Look further down"), lambda: look(0, 1)),
        icon_button(ft.Icons.EAST, here.t("Look to the right"), lambda: look(1, 0)),
    ]
    buttons = ft.Row(
        [
            *(ways[::-1] if here.words.rtl else ways),  # a photo has its left where it is
            icon_button(ft.Icons.ZOOM_IN, here.t("Nearer"), lambda: zoom(_NEARER)),
            icon_button(ft.Icons.ZOOM_OUT, here.t("Farther"), lambda: zoom(_FARTHER)),
            quiet(here.t("Save the photo"), tapped, ft.Icons.DOWNLOAD_OUTLINED),
        ],
        wrap=True,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    return ft.Column(
        [viewer, buttons], expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _viewer(shown: bytes, name: str, size: list[float]) -> ft.InteractiveViewer:
    """`size` is kept to what the viewer is given: width and height, in logical pixels."""

    def measured(event: "ft.LayoutSizeChangeEvent[ft.LayoutControl]") -> None:
        size[:] = [event.width, event.height]

    picture = ft.Image(src=shown or b"-", fit=ft.BoxFit.CONTAIN, semantics_label=name)
    return ft.InteractiveViewer(
        picture, max_scale=_NEAREST, min_scale=1, expand=True, on_size_change=measured
    )
