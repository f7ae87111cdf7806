"""Flet's picker: what it is asked for on each platform, and what it says."""

import asyncio
from collections.abc import Awaitable, Callable

import flet as ft

from mia_companion.device.kinds import ALL_SUFFIXES, PHOTO_SUFFIXES
from mia_companion.device.picking import PickedFile
from mia_companion.device.unfit import NOT_READ, Unfit

_IPHONE_QUALITY = 95
"""Asked for any compression at all, an iPhone hands over a JPEG instead of what cannot be read here."""


class Uploading:
    """What a picker says of the file that it is sending; give `heard` to its `on_upload`."""

    def __init__(self) -> None:
        self._ended: asyncio.Future[None] | None = None

    def heard(self, event: ft.FilePickerUploadEvent) -> None:
        """It has come further, has ended, or has failed."""
        if self._ended is None or self._ended.done():
            return
        if event.error:
            self._ended.set_exception(Unfit(NOT_READ))
            self._ended.exception()
        elif event.progress is not None and event.progress >= 1:
            self._ended.set_result(None)

    async def send(self, picker: ft.FilePicker, file: ft.FilePickerFile, address: str) -> None:
        """Have the file put at the address. Raises Unfit when it does not get there."""
        self._ended = asyncio.get_running_loop().create_future()
        put = ft.FilePickerUploadFile(upload_url=address, id=file.id, name=file.name)
        try:
            await picker.upload([put])
        except Exception as wrong:  # the page went away, or its picker knows of no such file
            raise Unfit(NOT_READ) from wrong
        await self._ended


def pick(
    picker: ft.FilePicker,
    page: ft.Page,
    *,
    photo_only: bool = False,
    endings: tuple[str, ...] = ALL_SUFFIXES,
) -> ft.PickFiles:
    """The action of a button that picks: the dialog opens inside the tap, as some browsers demand.

    Photos are asked for by their endings in a browser: asked for any image, an iPhone there gives one
    that cannot be read here. One at a time; a window that loses the focus has not said no.
    """
    on_phone = page.platform is not None and page.platform.is_mobile() and not page.web
    if photo_only and on_phone:
        iphone = page.platform == ft.PagePlatform.IOS
        return ft.PickFiles(
            picker,
            file_type=ft.FilePickerFileType.IMAGE,
            compression_quality=_IPHONE_QUALITY if iphone else 0,
        )
    if photo_only:
        endings = PHOTO_SUFFIXES
    return ft.PickFiles(
        picker,
        file_type=ft.FilePickerFileType.CUSTOM,
        allowed_extensions=[one.removeprefix(".") for one in endings],
        cancel_upload_on_window_blur=False,
    )


def picked(
    event: ft.FilePickerResultEvent, picker: ft.FilePicker, uploading: Uploading, page: ft.Page
) -> PickedFile | None:
    """What was picked, or None when the dialog was closed."""
    if not event.files:
        return None
    file = event.files[0]
    return PickedFile(
        name=file.name,
        size=file.size,
        path=file.path,
        content=file.bytes,
        send=_sending(uploading, picker, file),
        is_copy=page.platform is not None and page.platform.is_mobile(),
    )


def _sending(
    uploading: Uploading, picker: ft.FilePicker, file: ft.FilePickerFile
) -> Callable[[str], Awaitable[None]]:
    return lambda address: uploading.send(picker, file, address)
