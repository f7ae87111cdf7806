"""Flet's file picker as a hook."""

from collections.abc import Awaitable, Callable
from typing import cast

import flet as ft

from mia_companion.device.flet_files import Uploading, picked
from mia_companion.device.picking import PickedFile

Picked = Callable[[PickedFile], Awaitable[None]]


def use_picker(on_picked: Picked) -> ft.FilePicker:
    """A picker for the `action` of buttons (`flet_files.pick`); `on_picked` is given what was picked.

    Closing the dialog without picking is nothing.
    """
    page = ft.context.page
    latest = ft.use_ref(cast("Picked | None", None))
    latest.current = on_picked
    uploading = ft.use_memo(Uploading, [])

    async def result(event: ft.FilePickerResultEvent) -> None:
        found = picked(event, event.control, uploading, page)
        if found is not None and latest.current is not None:
            await latest.current(found)

    return ft.use_memo(lambda: ft.FilePicker(on_result=result, on_upload=uploading.heard), [])
