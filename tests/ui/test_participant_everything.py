"""Everything about one as one file, from one's own app, also without a connection."""

import asyncio
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flet as ft
import jsonschema_rs
import pytest

from mia_companion.domain.messages import MessageWritten
from mia_companion.paper.archive.schema import schema
from mia_companion.ui import places
from tests.example_data import JOURNAL, blob
from tests.ui.home import Drawn, Home, a_home

PHOTO = b"\x89PNG" + b"x" * 300


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with a_home(tmp_path) as made:
        yield made


class Taken(Drawn):
    """The screen, and every file that it handed over."""

    def __init__(self, home: Home) -> None:
        super().__init__(home, places.DATA, 360)
        self.files: list[dict[str, Any]] = []

    def _hold(self, page: ft.Page) -> None:
        super()._hold(page)
        page.web, page.platform = True, ft.PagePlatform.ANDROID
        self.sent.answers["save_file"] = self.files.append

    async def make(self) -> zipfile.ZipFile:
        """What came lies in the store by then, as on a real device."""
        for held, one in self._home.told:
            self._home.companion.store.journals.add(held, [one])
        before = len(self.files)
        await self.click("Make the file")
        for _ in range(200):
            if len(self.files) > before:
                break
            await asyncio.sleep(0.01)
            await self.settle()
        await self.settle()
        return zipfile.ZipFile(io.BytesIO(self.files[-1]["src_bytes"]))


def _said(opened: zipfile.ZipFile) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(opened.read("everything.json"))
    jsonschema_rs.validator_for(schema(), validate_formats=True).validate(said)
    return said


async def test_everything_is_one_file_made_without_a_connection(home: Home) -> None:
    photo = blob(PHOTO, "blob-0001", "balkong.png")
    away = blob(b"borta", "blob-0002", "borta.png")
    home.tell(MessageWritten(message_id="m-9", words="Se", attachments=(photo, away)))
    home.companion.store.blobs.fetched(photo, JOURNAL, PHOTO)
    home.do.path.plan_step("Inte skickat än")
    async with Taken(home) as screen:
        await screen.click("Take everything with you")
        assert screen.shows("The file is not locked.")
        opened = await screen.make()
        assert screen.files[0]["file_name"] == "plan-2026-03-02.zip"
        assert screen.shows("Look among your downloads for plan-2026-03-02.zip.")
    said, page = _said(opened), opened.read("everything.html").decode()
    for words in ("Orka mer", "Det jag inte sagt", "Hur går det?", "Karin Berg", "Inte skickat än"):
        assert words in page
        assert words in json.dumps(said, ensure_ascii=False)
    assert [one["state"] for one in said["journals"][0]["entries"]][-1] == "waiting"
    assert [one["path"] is not None for one in said["files"]] == [True, False]
    assert opened.read(said["files"][0]["path"]) == PHOTO
    assert set(said["left_out"]) == {"team-notes", "some-files"}


async def test_what_is_only_mine_and_photos_are_left_out_when_chosen(home: Home) -> None:
    photo = blob(PHOTO, "blob-0001", "balkong.png")
    home.tell(MessageWritten(message_id="m-9", words="Se", attachments=(photo,)))
    home.companion.store.blobs.fetched(photo, JOURNAL, PHOTO)
    async with Taken(home) as screen:
        await screen.click("Take everything with you")
        await screen.click("With what is only mine")
        await screen.click("With photos and files")
        opened = await screen.make()
    assert "Det jag inte sagt" not in opened.read("everything.html").decode()
    assert [one["role"] for one in _said(opened)["journals"]] == ["shared"]
    assert not [one for one in opened.namelist() if one.startswith("files/")]
