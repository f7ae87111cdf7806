"""Adding a photo to something good: seen, named, taken away, kept through everything, told when not."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.device.picking import PickedFile
from mia_companion.domain.facts import read_fact
from mia_companion.domain.steps import StepRecorded
from mia_companion.ui import places
from tests.example_data import JOURNAL, OWN_JOURNAL
from tests.pictures import halves, phone_photo, saved
from tests.ui.home import Home, a_home
from tests.ui.picking import pick, picker_of, pictures, until

ADD = "Add a photo"


def _recorded(home: Home) -> tuple[str, StepRecorded]:
    [waiting] = home.companion.store.outbox.all()
    fact = read_fact(waiting.entry.body)
    assert isinstance(fact, StepRecorded)
    return waiting.entry.journal, fact


async def test_the_dialog_opens_inside_the_tap_and_asks_for_what_can_be_read(
    tmp_path: Path,
) -> None:
    """Safari on an iPhone opens no dialog otherwise, and would hand over HEIC for `image/*`."""
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            button = screen.find(ADD, ft.TextButton)
            action = button.action
            assert isinstance(action, ft.PickFiles)
            assert button.on_click is None
            assert action.method == "pick_files"
            assert action.args["allowed_extensions"][:2] == ["jpg", "jpeg"]
            assert "heic" not in action.args["allowed_extensions"]
            assert not action.args["with_data"]
            assert not action.args["allow_multiple"]


async def test_a_photo_is_seen_named_and_recorded_with_the_words(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            assert screen.shows("Where a photo was taken is not sent along.")
            await pick(screen, ADD, "IMG_1.jpg", phone_photo())
            await until(screen, lambda: pictures(screen))
            assert screen.shows("A photo")
            assert pictures(screen)[0].exclude_from_semantics, "its name stands beside it"
            await screen.click("Say what it shows")
            await screen.type("What the photo shows", "Min balkong")
            await screen.type("What you did", "Planterade om")
            await screen.click("Write it down")
            assert screen.page.route == places.TODAY
        journal, fact = _recorded(home)
        assert (journal, fact.words) == (JOURNAL, "Planterade om")
        assert [ref.name for ref in fact.attachments] == ["Min balkong"]
        assert list(home.companion.view.carried) == [fact.attachments[0].blob_id]
        async with home.screen(places.RECORD_GOOD) as screen:
            assert not screen.shows("Take away")


async def test_a_description_that_is_too_long_is_told_and_never_loses_the_form(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            await pick(screen, ADD, "a.jpg", phone_photo())
            await screen.click("Say what it shows")
            await screen.type("What the photo shows", "Balkong\x00")
            await screen.type("What the photo shows", "å" * 203)
            assert screen.shows("3 characters too long to save.")
            assert screen.find("What the photo shows", ft.TextField).value == "å" * 203
        async with home.screen(places.RECORD_GOOD) as screen:
            assert screen.find("What the photo shows", ft.TextField).value == "Balkong"


async def test_a_ready_phrase_takes_the_photo_along_once(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            await screen.type("What you did", "halvt skrivet")
            await pick(screen, ADD, "a.jpg", phone_photo())
            await screen.click("I went outside")
        _, fact = _recorded(home)
        assert len(fact.attachments) == 1
        async with home.screen(places.RECORD_GOOD) as screen:
            assert screen.find("What you did", ft.TextField).value == "halvt skrivet"
            assert not screen.shows("Take away")


async def test_who_sees_it_may_be_chosen_after_the_photo(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            await pick(screen, ADD, "a.jpg", phone_photo())
            await screen.click("Only you")
            await screen.click("I went outside")
        journal, fact = _recorded(home)
        assert journal == OWN_JOURNAL
        carried = home.companion.view.carried[fact.attachments[0].blob_id]
        assert carried.blob.journal == OWN_JOURNAL


async def test_what_was_picked_is_there_when_one_comes_back_and_may_go(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            await pick(screen, ADD, "a.jpg", phone_photo())
            await pick(screen, ADD, "Vår katt.png", saved(halves(), "PNG"))
        async with home.screen(places.RECORD_GOOD) as screen:
            await until(screen, lambda: len(pictures(screen)) == 2)
            await screen.click("Take away: A photo")
            assert screen.shows("Vår katt")
            await screen.click("Take away: Vår katt")
            assert not screen.shows("Take away")
            assert home.companion.store._database.rows("SELECT 1 FROM blob_bytes") == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jpg", b"text", "not what its name says"),
        ("a.pdf", b"%PDF-1.7", "That is not a photo."),
        (
            "a.heic",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99),
            "A screenshot of it can be sent.",
        ),
        ("a.jpg", b"", "That file is empty."),
        ("a.jpg", b"\xff\xd8\xff\xe0", "could not be read; perhaps it is not whole"),
        ("a.jpg", None, "It did not get here. Try once more."),
    ],
)
async def test_what_cannot_be_kept_is_told_and_the_rest_stays(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            await screen.type("What you did", "Skrev")
            await pick(screen, ADD, "first.jpg", phone_photo())
            await pick(screen, ADD, name, content)
            assert screen.shows(told)
            assert screen.shows("Take away")
            assert screen.find("What you did", ft.TextField).value == "Skrev"
            await pick(screen, ADD, "b.jpg", phone_photo())
            assert not screen.shows(told)


async def test_closing_the_dialog_is_nothing(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            before = screen.texts()
            await screen.fire(picker_of(screen, ADD), "result", {"files": []})
            assert screen.texts() == before


async def test_while_it_is_got_ready_no_second_one_begins(tmp_path: Path) -> None:
    class Slow:
        async def read(self, picked: PickedFile) -> bytes:
            await screen.settle()
            assert screen.shows("Getting it ready …")
            assert not screen.shows(ADD)
            return phone_photo()

    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            picker = picker_of(screen, ADD)
            screen.state.files = Slow()
            file = {"id": 0, "name": "a.jpg", "size": 9, "path": None, "bytes": None}
            await screen.fire(picker, "result", {"files": [file]})
            assert screen.shows("Take away")
            assert screen.shows(ADD)


async def test_as_many_as_fit(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            for _ in range(6):
                await pick(screen, ADD, "a.jpg", saved(halves()))
            assert screen.shows("No more fit here.")
            assert not screen.shows(ADD)


async def test_a_photo_that_went_lost_meanwhile_is_told_when_one_saves(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RECORD_GOOD) as screen:
            await pick(screen, ADD, "a.jpg", phone_photo())
            home.companion.store._database.write("DELETE FROM blobs")
            await screen.type("What you did", "Skrev")
            await screen.click("Write it down")
            assert screen.shows("not on this device any more")
            assert not home.waiting()
            await screen.click("Take away: A photo")
            await screen.click("Write it down")
            assert len(home.waiting()) == 1
