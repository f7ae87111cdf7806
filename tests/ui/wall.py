"""Photos and files alone on a page, as others will place them on theirs."""

from collections.abc import Callable, Sequence
from typing import Any, cast

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.domain.blobs import BlobRef
from mia_companion.ui.components.attachments import (
    Attached,
    AttachedLines,
    Attaching,
    attached,
    attached_lines,
)
from mia_companion.ui.context import use_here
from mia_companion.ui.memo import memo
from tests.device.test_files import PDF_BYTES
from tests.example_data import JOURNAL, PARTICIPANT, blob
from tests.pictures import noisy, saved
from tests.ui.home import Home
from tests.ui.recording import Screen

PHOTO_BYTES = saved(noisy(900, 700))
PHOTO = blob(PHOTO_BYTES, "blob-photo", "Min balkong")
PDF = blob(PDF_BYTES, "blob-pdf", "Beslut.pdf", "application/pdf")


@ft.component
def Wall(refs: Sequence[BlobRef]) -> list[ft.View]:
    """A screen with nothing else on it."""
    return [ft.View(controls=[*attached(use_here(), refs, JOURNAL)])]


ROWS: list[str] = []


@memo
@ft.component
def Row(lines: AttachedLines) -> ft.Control:
    """Such as a message is."""
    ROWS.append(lines.ref.blob_id)
    return ft.Column([Attached(lines, key=lines.ref.blob_id)])


@ft.component
def Thread(refs: Sequence[BlobRef]) -> list[ft.View]:
    """Rows that are drawn anew only when what they show differs."""
    here = use_here()
    rows = [Row(attached_lines(here, one, JOURNAL), key=one.blob_id) for one in refs]
    return [ft.View(controls=[*rows])]


@ft.component
def Foot(_: Sequence[BlobRef]) -> list[ft.View]:
    """Such as is written in under a thread."""
    refs, set_refs = ft.use_state(cast("tuple[BlobRef, ...]", ()))
    return [ft.View(controls=[Attaching(refs, set_refs, folded=True)])]


def on_a_wall(home: Home, *refs: BlobRef, component: Callable[..., Any] = Wall) -> Screen:
    """The photos and files alone on a page, redrawn with each new view."""
    state = AppState(view=home.companion.view, do=home.do, clock=home.clock)

    def hold(page: ft.Page) -> None:
        page.data = state
        home.companion.subscribe(lambda view: setattr(state, "view", view))

    return Screen(component, refs, prepare=hold)


def kept(home: Home, ref: BlobRef, content: bytes) -> None:
    home.companion.store.blobs.fetched(ref, JOURNAL, content)


def waits(home: Home) -> str:
    """A photo of one's own that an entry names, and that has not been sent; the entry's id."""
    home.companion.store.blobs.keep(PHOTO, PARTICIPANT, PHOTO_BYTES)
    return home.do.path.record_good("Planterade om", attachments=(PHOTO,)).entry
