"""A photo or file that an entry names, wherever it is shown.

here ─────────────────────────────▶ shown ──tap──▶ large, or saved
not here ──it is a photo, or a tap──▶ fetching ──▶ shown
                                        └──▶ told why not, and a way to try again
"""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.blobs import BlobRef
from mia_companion.ui.components.attached_file import FileRow
from mia_companion.ui.components.attached_lines import AttachedLines, attached_lines, is_photo
from mia_companion.ui.components.attached_photo import PhotoBox
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here
from mia_companion.ui.memo import memo


def attached(here: Here, refs: Sequence[BlobRef], journal: str) -> list[ft.Control]:
    """Each of them, for a screen that asks for `use_here`."""
    return [Attached(attached_lines(here, ref, journal), key=ref.blob_id) for ref in refs]


@memo
@ft.component
def Attached(lines: AttachedLines) -> ft.Control:
    """Give it a `key`. Asks for nothing but its lines, so that it may stand in a memo row."""
    shown = PhotoBox(lines) if is_photo(lines.ref) else FileRow(lines)
    return stack([shown, *([muted(lines.way)] if lines.way else [])], gap=4)
