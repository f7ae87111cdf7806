"""A file that is made when somebody asks for it, and handed over: to a folder of theirs, in a browser as a
download."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

import flet as ft

from mia_companion.paper.blocks import Sheet

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileWords:
    """What to say afterwards, in the person's language; `downloaded` says where to look."""

    not_made: str
    not_saved: str
    downloaded: str
    saved: str


async def hand_over(
    picker: ft.FilePicker, name: str, make: Callable[[], bytes], words: FileWords
) -> str:
    """Make it in a thread, and save it under that name, whose ending says its kind. What to say afterwards;
    nothing, when the person thought better of it."""
    try:
        made = await asyncio.to_thread(make)
    except (
        Exception
    ) as wrong:  # nothing else depends on it, and what it says may hold what is in the file
        log.error("a file could not be made: %s", type(wrong).__name__)
        return words.not_made
    try:
        place = await picker.save_file(
            file_name=name,
            file_type=ft.FilePickerFileType.CUSTOM,
            allowed_extensions=[PurePath(name).suffix.removeprefix(".")],
            src_bytes=made,
        )
    except (OSError, RuntimeError, TimeoutError, ValueError):
        return words.not_saved
    if ft.context.page.web:
        return words.downloaded
    return words.saved if place else ""


def as_pdf(sheet: Sheet, now: datetime) -> bytes:
    """The sheet as a PDF. Setting text takes a second to load, and most people never do."""
    from mia_companion.paper.pdf import made  # noqa: PLC0415

    return made(sheet, now)


async def pdf_of(sheet: Sheet, now: datetime) -> bytes | None:
    """The same, made in a thread; None when it could not be."""
    try:
        return await asyncio.to_thread(as_pdf, sheet, now)
    except Exception as wrong:  # what it says may hold what is on the sheet
        log.error("a paper could not be made: %s", type(wrong).__name__)
        return None
