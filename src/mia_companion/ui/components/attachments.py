"""Photos and files on any screen: picking them, what is about to be sent, and what has been.

In a form:

    class GoodForm(Form):
        attachments: tuple[BlobRef, ...] = ()

    Attaching(form.attachments, drafted.field("attachments"), photo_only=True)     in a form
    Attaching(form.attachments, drafted.field("attachments"), folded=True)         under a thread
    here.do.path.record_good(words, attachments=form.attachments, item=form.id)

The form keeps what the photos are, the store keeps their bytes, so both are there after a crash. Once an
entry names them they belong to it; `drafted.put_away()` takes nothing away. What a form that is gone had
picked goes with the next start of the app.

In what has been recorded, in a bubble, a step, a list (see `attached.py`):

    *attached(here, message.attachments, journal)                 on a screen that asks for `use_here`
    Attached(lines, key=lines.ref.blob_id)                        in a memo row, whose props carry the
                                                                  `AttachedLines` of `attached_lines`
"""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions.attachments import MOST
from mia_companion.device import flet_files
from mia_companion.device.picking import PickedFile
from mia_companion.device.unfit import Unfit
from mia_companion.domain.blobs import BlobRef
from mia_companion.ui.components.attached import Attached, attached
from mia_companion.ui.components.attached_lines import AttachedLines, attached_lines
from mia_companion.ui.components.buttons import quiet, quietly
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.picked import PickedRow
from mia_companion.ui.components.picker import use_picker
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, live, muted, said_aloud
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.keyed import keyed

__all__ = ["Attached", "AttachedLines", "Attaching", "attached", "attached_lines"]

Refs = tuple[BlobRef, ...]


@ft.component
def Attaching(
    refs: Refs,
    change: Callable[[Refs], None],
    *,
    photo_only: bool = False,
    folded: bool = False,
) -> ft.Control:
    """What is about to be sent, each of which can be taken away, and the way to add one more.

    `folded` is for where there is little room, as under a thread: one line until it is wanted.
    """
    here = use_here()
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    added, set_added = ft.use_state("")
    opened, set_opened = ft.use_state(not folded)
    latest = ft.use_ref(refs)
    latest.current = refs
    ft.use_effect(lambda: None if refs else set_opened(not folded), [bool(refs)])

    def stand(new: Refs) -> None:
        latest.current = new
        change(new)

    async def keep(picked: PickedFile) -> None:
        set_wrong("")
        set_added("")
        set_busy(True)
        try:
            raw = await here.state.files.read(picked)
            kept = await here.do.attachments.keep(raw, picked.name, photo_only=photo_only)
        except Unfit as unfit:
            kept = unfit.name
        set_busy(False)
        if isinstance(kept, str):
            set_wrong(sentence(here.words, kept))
        else:
            stand((*(latest.current or ()), kept))
            set_added(here.t("It has been added."))

    def take_away(ref: BlobRef) -> Callable[[], None]:
        def tapped() -> None:
            here.do.attachments.let_go(ref)
            stand(tuple(one for one in latest.current or () if one.blob_id != ref.blob_id))

        return tapped

    def rename(ref: BlobRef) -> Callable[[str], None]:
        def changed(name: str) -> None:
            named = ref.model_copy(update={"name": name})
            now = latest.current or ()
            stand(tuple(named if one.blob_id == ref.blob_id else one for one in now))

        return changed

    picker = use_picker(keep)
    rows = [keyed(ref.blob_id, PickedRow, ref, rename(ref), take_away(ref)) for ref in refs]
    ways = _ways(here, picker, len(refs), busy, photo_only)
    if not opened:
        words = here.t("Add a photo or a file")
        ways = [ft.Row([quiet(words, lambda: set_opened(True), ft.Icons.ATTACH_FILE)], wrap=True)]
    return stack([*rows, *ways, *_problem(wrong), said_aloud(added)], gap=8)


def _ways(
    here: Here, picker: ft.FilePicker, count: int, busy: bool, photo_only: bool
) -> list[ft.Control]:
    if busy:
        words = here.t("Getting it ready …")
        ring = waits()
        line = ft.Row([ring, body(words)], spacing=12)
        return [live(ft.Container(line, padding=12))]
    if count >= MOST:
        return [muted(here.t("No more fit here."))]
    back = here.state.lock.expect_back if here.state.lock is not None else None
    icon = ft.Icons.ADD_A_PHOTO_OUTLINED
    photo = _button(here.t("Add a photo"), icon, picker, back, photo_only=True)
    note = here.t("Where a photo was taken is not sent along.")
    if photo_only:
        return [ft.Row([photo], wrap=True), muted(note)]
    file = _button(here.t("Add a file"), ft.Icons.ATTACH_FILE, picker, back, photo_only=False)
    kinds = here.t("A file can be PDF, Word, Excel or plain text, 5 MB at most.")
    return [ft.Row([photo, file], wrap=True, spacing=8), muted(f"{note} {kinds}")]


def _button(
    words: str,
    icon: ft.IconData,
    picker: ft.FilePicker,
    back: Callable[[], None] | None,
    *,
    photo_only: bool,
) -> ft.TextButton:
    """The dialog opens in the browser, inside the tap: asked for from here, some open none."""
    action = flet_files.pick(picker, ft.context.page, photo_only=photo_only)
    return ft.TextButton(words, icon=icon, action=action, on_click=quietly(back) if back else None)


def _problem(wrong: str) -> list[ft.Control]:
    """Said beneath the button, and aloud."""
    line = ft.Row(
        [
            ft.Icon(ft.Icons.INFO_OUTLINE, size=20, color=ft.Colors.ERROR),
            ft.Text(wrong, color=ft.Colors.ERROR, expand=True),
        ],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return [live(line if wrong else ft.Container(height=0))]
