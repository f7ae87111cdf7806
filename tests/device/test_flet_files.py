"""What Flet's picker is asked for on each platform, and what is made of what it says."""

import asyncio
from collections.abc import AsyncIterator

import flet as ft
import pytest

from mia_companion.device.flet_files import Uploading, pick, picked
from mia_companion.device.unfit import NOT_READ, Unfit
from tests.ui.recording import Screen

FILE = ft.FilePickerFile(id=3, name="a.jpg", size=9, path="/tmp/a.jpg")


@ft.component
def _nothing() -> list[ft.View]:
    return [ft.View(controls=[])]


@pytest.fixture
async def page() -> AsyncIterator[ft.Page]:
    """A page that records."""
    async with Screen(_nothing) as screen:
        yield screen.page


IOS, ANDROID, LINUX = ft.PagePlatform.IOS, ft.PagePlatform.ANDROID, ft.PagePlatform.LINUX


@pytest.mark.parametrize(
    ("platform", "web", "kind", "quality"),
    [
        (IOS, False, ft.FilePickerFileType.IMAGE, 95),  # so that it makes a JPEG of what it has
        (ANDROID, False, ft.FilePickerFileType.IMAGE, 0),
        (IOS, True, ft.FilePickerFileType.CUSTOM, 0),
        (ANDROID, True, ft.FilePickerFileType.CUSTOM, 0),
        (LINUX, False, ft.FilePickerFileType.CUSTOM, 0),
    ],
)
async def test_a_photo_is_asked_for_as_each_platform_gives_what_can_be_read(
    page: ft.Page, platform: ft.PagePlatform, web: bool, kind: ft.FilePickerFileType, quality: int
) -> None:
    page.platform, page.web = platform, web
    asked = pick(ft.FilePicker(), page, photo_only=True).args
    assert (asked["file_type"], asked["compression_quality"]) == (kind, quality)
    assert ("jpg" in asked.get("allowed_extensions", [])) is (kind == ft.FilePickerFileType.CUSTOM)
    every = pick(ft.FilePicker(), page, photo_only=False).args
    assert {"pdf", "jpg", "docx", "txt"} < set(every["allowed_extensions"])
    assert not {"html", "svg", "exe", "zip", "heic"} & set(every["allowed_extensions"])


async def test_what_was_picked_is_known_and_nothing_is_nothing(page: ft.Page) -> None:
    picker, uploading = ft.FilePicker(), Uploading()
    event = ft.FilePickerResultEvent(name="result", control=picker, files=[FILE])
    for platform, is_copy in ((ANDROID, True), (LINUX, False)):
        page.platform = platform
        found = picked(event, picker, uploading, page)
        assert found is not None
        assert (found.name, found.size, found.path) == ("a.jpg", 9, "/tmp/a.jpg")
        assert found.is_copy is is_copy
    nothing = ft.FilePickerResultEvent(name="result", control=picker, files=[])
    assert picked(nothing, picker, uploading, page) is None


def _heard(picker: ft.FilePicker, **said: object) -> ft.FilePickerUploadEvent:
    return ft.FilePickerUploadEvent(name="upload", control=picker, file_name="a.jpg", **said)  # type: ignore[arg-type]


@pytest.mark.parametrize("fails", [True, False])
async def test_the_browser_says_how_it_went(page: ft.Page, fails: bool) -> None:
    picker, uploading = ft.FilePicker(), Uploading()
    uploading.heard(_heard(picker, progress=1.0))  # of an earlier one: nobody waits for it
    sending = asyncio.create_task(uploading.send(picker, FILE, "/uploads/x"))
    await asyncio.sleep(0)
    for _ in range(20):
        await asyncio.sleep(0)
    uploading.heard(_heard(picker, progress=0.4))
    assert not sending.done()
    uploading.heard(_heard(picker, error="413") if fails else _heard(picker, progress=1.0))
    if not fails:
        assert await sending is None  # type: ignore[func-returns-value]
        return
    with pytest.raises(Unfit) as caught:
        await sending
    assert caught.value.name == NOT_READ


async def test_a_picker_whose_page_is_gone_is_told_as_not_read() -> None:
    with pytest.raises(Unfit) as caught:
        await Uploading().send(ft.FilePicker(), FILE, "/uploads/x")
    assert caught.value.name == NOT_READ
