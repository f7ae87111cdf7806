"""What an entry names is shown, looked at large, saved, or said to be on its way."""

import asyncio
from pathlib import Path

import flet as ft

from mia_companion.domain.messages import MessageWritten
from mia_companion.store.outbox import SENT
from mia_companion.ui import places
from mia_companion.wire import problems
from tests.device.test_files import HTML, PDF_BYTES
from tests.example_data import COORDINATOR, JOURNAL, blob
from tests.ui.home import a_home
from tests.ui.picking import on_a_desktop, pick, pictures, saved_files, until
from tests.ui.wall import PDF, PHOTO, PHOTO_BYTES, ROWS, Foot, Thread, kept, on_a_wall, waits


async def test_a_photo_is_seen_and_a_tap_shows_it_large(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        waits(home)
        async with home.screen(places.WAITING) as screen:
            await until(screen, lambda: pictures(screen))
            assert screen.shows("Planterade om")
            assert screen.shows("Waiting to be sent")
            large = next(
                one
                for one in screen.controls(ft.Semantics)
                if one.label == "Min balkong. Show it large"
            )
            box = large.content
            assert isinstance(box, ft.Container)
            await screen.fire(box, "click")
            assert screen.page.route == f"{places.PHOTO}/{JOURNAL}/blob-photo"
            await until(screen, lambda: pictures(screen))
            assert pictures(screen)[0].src == PHOTO_BYTES
            assert pictures(screen)[0].semantics_label == "Photo"  # its name is the heading
            assert screen.shows("Nearer")
            assert screen.shows("Farther")
            on_a_desktop(screen)
            await screen.click("Save the photo")
            await until(screen, lambda: saved_files(screen))
            assert saved_files(screen) == [("Min balkong.jpg", PHOTO_BYTES)]


async def test_a_photo_that_is_nowhere_is_said_to_be(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        for blob_id in ("gone", "..%2F..", "blob-pdf"):
            home.tell(MessageWritten(message_id="m-pdf", words="x", attachments=(PDF,)))
            async with home.screen(f"{places.PHOTO}/{JOURNAL}/{blob_id}") as screen:
                assert screen.shows("It is not here any more.")
                assert not pictures(screen)


async def test_what_is_not_here_without_a_network_says_so_and_comes_later(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        message = MessageWritten(message_id="m9", words="Se", attachments=(PHOTO,))
        home.tell(message, by=COORDINATOR)
        async with on_a_wall(home, PHOTO) as screen:
            await until(screen, lambda: screen.shows("No connection. It comes when there is one."))
            assert not pictures(screen)
            kept(home, PHOTO, PHOTO_BYTES)
            await screen.click("Look again")
            await until(screen, lambda: pictures(screen))
        async with home.screen(f"{places.PHOTO}/{JOURNAL}/blob-photo") as screen:
            await until(screen, lambda: pictures(screen))


async def test_a_large_photo_is_fetched_only_when_it_is_asked_for(tmp_path: Path) -> None:
    large = PHOTO.model_copy(update={"size": 3_000_000})
    with a_home(tmp_path) as home:
        async with on_a_wall(home, large) as screen:
            await asyncio.to_thread(lambda: None)
            await screen.settle()
            assert screen.shows("3 MB")
            assert not screen.shows("No connection")
            await screen.click("Get the photo")
            await until(screen, lambda: screen.shows("No connection"))


async def test_a_picture_that_is_none_is_not_drawn(tmp_path: Path) -> None:
    forged = blob(HTML, "forged")
    with a_home(tmp_path) as home:
        kept(home, forged, HTML)
        async with on_a_wall(home, forged) as screen:
            await until(screen, lambda: screen.shows("not what its name says"))
            assert not pictures(screen)


async def test_a_file_is_saved_with_a_tap_under_an_honest_name(tmp_path: Path) -> None:
    tricked = PDF.model_copy(update={"name": "Beslut.exe"})
    with a_home(tmp_path) as home:
        kept(home, tricked, PDF_BYTES)
        async with on_a_wall(home, tricked) as screen:
            on_a_desktop(screen)
            assert screen.shows("Beslut.exe")
            assert screen.shows("1 kB")
            await screen.click("Beslut.exe")
            await until(screen, lambda: saved_files(screen))
            assert saved_files(screen) == [("Beslut.exe.pdf", PDF_BYTES)]


async def test_a_place_where_nothing_can_be_saved_is_told(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        kept(home, PDF, PDF_BYTES)
        async with on_a_wall(home, PDF) as screen:
            screen.page.platform = None  # as good as any other thing that can go wrong there
            await screen.click("Beslut.pdf")
            await until(screen, lambda: screen.shows("It could not be saved there."))
            on_a_desktop(screen)
            await screen.click("Beslut.pdf")
            await until(screen, lambda: saved_files(screen))
            assert not screen.shows("could not be saved")


async def test_a_file_that_is_not_what_it_says_is_not_saved(tmp_path: Path) -> None:
    forged = blob(HTML, "forged", "Beslut.pdf", "application/pdf")
    with a_home(tmp_path) as home:
        kept(home, forged, HTML)
        async with on_a_wall(home, forged, PDF) as screen:
            await screen.click("Beslut.pdf")
            await until(screen, lambda: screen.shows("not what its name says"))
            assert not saved_files(screen)


async def test_how_far_ones_own_has_come_is_said_and_only_its_row_is_drawn_again(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        waits(home)
        kept(home, PDF, PDF_BYTES)
        ROWS.clear()
        async with on_a_wall(home, PHOTO, PDF, component=Thread) as screen:
            await until(screen, lambda: pictures(screen))
            assert screen.shows("Waiting to be sent")
            assert sorted(ROWS) == ["blob-pdf", "blob-photo"]
            home.companion.carrier.arrived = {"blob-photo": PHOTO.size // 2}
            home.companion.blobs_changed()
            await screen.settle()
            assert screen.shows("Sending, 49 %") or screen.shows("Sending, 50 %")
            home.companion.show(clock_is_off=True)
            await screen.settle()
            assert sorted(ROWS) == ["blob-pdf", "blob-photo", "blob-photo"]
            home.companion.store.blobs.acknowledged("blob-photo")
            home.companion.blobs_changed()
            await screen.settle()
            assert not screen.shows("Sending")
            assert pictures(screen)


async def test_a_photo_that_could_not_be_sent_says_why_and_what_to_do(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        entry = waits(home)
        home.companion.store.outbox.mark([(SENT, "", entry)])
        home.companion.store.blobs.refuse("blob-photo", problems.TOO_LARGE)
        home.companion.outbox_changed()
        async with home.screen(places.WAITING) as screen:
            assert screen.shows("Could not be sent")
            assert screen.shows("There is no room left for more photos and files here.")
            await screen.click("Try again")
            assert not screen.shows("There is no room left")
            assert screen.shows("Waiting to be sent")
            home.companion.store.blobs.refuse("blob-photo", problems.TOO_LARGE)
            home.companion.blobs_changed()
            await screen.settle()
            await screen.click("Take it away")
            assert screen.shows("Everything has been sent.")
        assert home.companion.view.plan().steps


async def test_one_does_not_leave_while_a_photowaits(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        entry = waits(home)
        home.companion.store.outbox.mark([(SENT, "", entry)])
        home.companion.outbox_changed()
        async with home.screen(places.LEAVE) as screen:
            assert screen.shows("is still only on this device")
        async with home.screen() as screen:
            assert screen.shows("1 thing waits to be sent")


async def test_where_there_is_little_room_it_is_one_line_until_it_is_wanted(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with on_a_wall(home, component=Foot) as screen:
            assert not screen.shows("Add a file")
            assert not screen.shows("PDF")
            await screen.click("Add a photo or a file")
            assert screen.shows("A file can be PDF, Word, Excel or plain text, 5 MB at most.")
            await pick(screen, "Add a file", "Beslut.pdf", PDF_BYTES)
            assert screen.shows("Beslut.pdf")
            assert not screen.shows("Say what it shows")
            await screen.click("Take away: Beslut.pdf")
            assert not screen.shows("Add a file")
            assert screen.shows("Add a photo or a file")
