"""The coordinator's side: one thread at a time, each read by itself, and phrases in Swedish first."""

from pathlib import Path

import flet as ft

from mia_companion.domain.messages import MessageWritten, thread_about
from mia_companion.domain.steps import StepPlanned
from mia_companion.i18n.words import words_for
from tests.example_data import COORDINATOR
from tests.ui.office import Office, an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"
STEP = thread_about("step", "s-1")
THANKS = "I need an interpreter."


def _ada(office: Office, language: str = "sv") -> None:
    office.person(ADA, "Ada", language)
    office.says(ADA, StepPlanned(step_id="s-1", words="Gå ut"))


def _says(office: Office, words: str, thread: str, n: int) -> None:
    office.says(ADA, MessageWritten(message_id=f"m-{n}", thread_id=thread, words=words))


def _unread(office: Office) -> dict[str, int]:
    return office.companion.view.plan(ADA).unread_by_thread(COORDINATOR)


async def test_while_there_is_one_thread_there_is_nothing_to_choose(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        _says(office, "Hej", "general", 1)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Hej")
            assert not screen.shows("General")


async def test_it_opens_in_the_thread_of_the_newest_unread_and_leaves_the_others_unread(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        _says(office, "Hej", "general", 1)
        _says(office, "Det var kallt", STEP, 2)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Det var kallt")
            assert "Hej" not in screen.texts()
            assert "General · 1 unread" in screen.texts()
            assert _unread(office) == {"general": 1}
            await screen.click("General")
            assert screen.shows("Hej")
            assert "Det var kallt" not in screen.texts()
            assert _unread(office) == {}
            _says(office, "Är du där?", STEP, 3)
            await screen.settle()
            assert "About: Gå ut · 1 unread" in screen.texts()


async def test_an_answer_goes_into_the_thread_and_each_keeps_its_own_draft(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        _says(office, "Det var kallt", STEP, 1)
        async with office.screen(route=PERSON) as screen:
            await screen.type("Write a message", "Vad starkt")
            await screen.click("General")
            assert not screen.controls(ft.TextField)[1].value
            await screen.click("About: Gå ut")
            assert screen.shows("Vad starkt")
            await screen.click("Send")
            plan = office.companion.view.plan(ADA)
            assert [m.words for m in plan.thread(STEP)] == ["Det var kallt", "Vad starkt"]
            assert plan.thread() == ()
            office.clock.pass_by(seconds=5)
            await screen.click("Send")
            assert screen.shows("Write something first.")


async def test_a_phrase_stands_in_swedish_first_and_as_it_was_written_beneath(
    tmp_path: Path,
) -> None:
    arabic, swedish = words_for("ar").t(THANKS), words_for("sv").t(THANKS)
    said = MessageWritten(
        message_id="m-1", words=arabic, translation=swedish, translation_language="sv"
    )
    with an_office(tmp_path) as office:
        _ada(office, "fi")  # another language was chosen since
        office.says(ADA, said)
        async with office.screen(route=PERSON) as screen:
            texts = [said.strip("\u2068\u2069") for said in screen.texts()]
            where = [texts.index(one) for one in ("Svenska", swedish, "العربية", arabic)]
            assert where == sorted(where)


async def test_other_words_with_a_translation_are_named_by_what_the_person_reads(
    tmp_path: Path,
) -> None:
    said = MessageWritten(
        message_id="m-1", words="Dzień dobry", translation="God dag", translation_language="sv"
    )
    with an_office(tmp_path) as office:
        _ada(office, "pl")
        office.says(ADA, said)
        async with office.screen(route=PERSON) as screen:
            texts = screen.texts()
            found = [texts.index(one) for one in ("Svenska", "God dag", "Polski", "Dzień dobry")]
            assert found == sorted(found)


async def test_on_a_narrow_page_all_threads_count(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=PERSON, width=390) as screen:
            _says(office, "Hej", "general", 1)
            _says(office, "Det var kallt", STEP, 2)
            await screen.settle()
            assert screen.shows("Messages (2)")
            await screen.click("About: Gå ut")
            assert screen.shows("Messages (1)")


async def test_a_doubled_tap_writes_once(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=PERSON) as screen:
            await screen.type("Write a message", "Hej")
            await screen.click("Send")
            await screen.click("Send")
            assert len(office.companion.view.plan(ADA).thread()) == 1
            assert not screen.shows("Write something first.")
