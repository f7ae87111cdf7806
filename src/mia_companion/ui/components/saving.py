"""Putting a photo or file where the person wants it on their own device."""

import logging

import flet as ft

from mia_companion.app.actions import Actions
from mia_companion.device.unfit import NOT_SAVED
from mia_companion.domain.blobs import BlobRef

log = logging.getLogger(__name__)


async def save(
    do: Actions, picker: ft.FilePicker, ref: BlobRef, journal: str, otherwise: str
) -> str:
    """Ask where, and save it there; in a browser it is a download. `otherwise` is its name where it has
    none. Returns a problem's name, or an empty string, also when the person thought better of it."""
    got = await do.attachments.save(ref, journal, otherwise)
    if isinstance(got, str):
        return got
    name, content = got
    try:
        await picker.save_file(file_name=name, src_bytes=content)
    except Exception as wrong:  # what a platform's dialog raises is not written down anywhere
        log.error("saving a file failed: %s", type(wrong).__name__)
        return NOT_SAVED
    return ""
