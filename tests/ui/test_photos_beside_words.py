"""A photo beside a message or a step's memory: picked, counted, sent, seen, and never lost on the way."""

from pathlib import Path

from mia_companion.domain.facts import read_fact
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.step_marks import StepRemembered
from mia_companion.store.outbox import REFUSED
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, OWN_JOURNAL, PARTICIPANT
from tests.pictures import halves, saved
from tests.ui.home import Home, a_home
from tests.ui.picking import pick, pictures, until
from tests.ui.wall import PHOTO, PHOTO_BYTES, kept


def _written(home: Home) -> MessageWritten:
    facts = [read_fact(one.entry.body) for one in home.companion.store.outbox.all()]
    [said] = [fact for fact in facts if isinstance(fact, MessageWritten)]
    return said


async def test_a_letter_photographed_is_a_message_without_a_word(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.click("Photo or file")
            assert not screen.shows("Hur går det?")
            await pick(screen, "Add a photo", "Brev.jpg", saved(halves()))
            await screen.click("Back to the messages")
            assert screen.shows("1 goes along")
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("1 goes along")
            await screen.click("Send")
            await until(screen, lambda: pictures(screen))
            assert screen.shows("Photo or file")
            assert screen.shows("Waiting to be sent")
        said = _written(home)
        assert said.words == ""
        assert [one.media_type for one in said.attachments] == ["image/png"]
        assert list(home.companion.view.carried) == [said.attachments[0].blob_id]


async def test_nothing_at_all_is_no_message(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.click("Send")
            assert screen.shows("Write something first.")
            assert not [kind for _, kind in home.waiting() if kind == "MessageWritten"]


async def test_sending_closes_the_panel_and_shows_what_was_sent(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.type("Write a message", "Det här brevet")
            await screen.click("Photo or file")
            await pick(screen, "Add a photo", "Brev.jpg", saved(halves()))
            await screen.click("Send")
            await until(screen, lambda: pictures(screen))
            assert screen.shows("Det här brevet")
            assert not screen.shows("Add a photo")


async def test_a_photo_from_the_coordinator_is_told_of_on_today_and_seen_in_the_thread(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        kept(home, PHOTO, PHOTO_BYTES)
        home.tell(MessageWritten(message_id="m9", attachments=(PHOTO,)), by=COORDINATOR)
        async with home.screen() as screen:
            assert screen.shows("A photo or a file")
            await screen.go(places.MESSAGES)
            await until(screen, lambda: pictures(screen))


async def test_a_refused_message_is_written_again_with_its_photo(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.store.blobs.keep(PHOTO, PARTICIPANT, PHOTO_BYTES)
        done = home.do.messages.write("", attachments=(PHOTO,))
        home.companion.store.outbox.mark([(REFUSED, "entry-too-large", done.entry)])
        home.companion.outbox_changed()
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("A photo or a file")
            await screen.click("Write again")
            assert screen.shows("1 goes along")
            assert not home.companion.view.refused
            await screen.click("Send")
            await until(screen, lambda: pictures(screen))
        assert _written(home).attachments == (PHOTO,)
        assert home.companion.store.blobs.content(PHOTO, JOURNAL) == PHOTO_BYTES


async def test_a_refused_message_that_is_taken_away_takes_its_photo_along(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.store.blobs.keep(PHOTO, PARTICIPANT, PHOTO_BYTES)
        done = home.do.messages.write("Se", attachments=(PHOTO,))
        home.companion.store.outbox.mark([(REFUSED, "entry-too-large", done.entry)])
        home.companion.outbox_changed()
        async with home.screen(places.MESSAGES) as screen:
            await screen.click("Take it away")
        assert home.companion.store.blobs.content(PHOTO, JOURNAL) is None
        assert home.companion.store.blobs.content(PHOTO) is None


async def test_a_memory_of_a_step_is_a_photo_in_the_journal_of_the_step(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        for step, journal in (("step-1", JOURNAL), ("step-own", OWN_JOURNAL)):
            async with home.screen(f"{places.STEP}/{step}") as screen:
                await screen.click("Keep a memory of it")
                await pick(screen, "Add a photo", "IMG_1.jpg", saved(halves()))
            async with home.screen(f"{places.STEP}/{step}") as screen:  # half written, and left
                assert screen.shows("Take away: A photo") or pictures(screen)
                await screen.click("Keep it")
                await until(screen, lambda: pictures(screen))
                assert screen.shows("Memories")
            last = home.companion.store.outbox.all()[-1].entry
            fact = read_fact(last.body)
            assert last.journal == journal
            assert isinstance(fact, StepRemembered)
            assert (fact.words, len(fact.attachments)) == ("", 1)
