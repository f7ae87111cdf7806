"""My data: the file with everything, what is not right, and what is erased, each on a screen of its own."""

import asyncio
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import flet as ft
import jsonschema_rs
import pytest

from mia_companion.domain.corrections import DISPUTED, CorrectionAnswered, CorrectionAsked
from mia_companion.domain.enrolments import EnrolmentBegun
from mia_companion.domain.erasures import STAYS, ErasureAnswered, ErasureAsked
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.network import ContactAdded
from mia_companion.paper.archive.schema import schema
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, PARTICIPANT, TODAY, blob
from tests.ui.at_work import Counted, Working
from tests.ui.home import Drawn, Home, a_home
from tests.world import a_world

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


async def test_what_others_wrote_is_said_not_to_be_right_and_the_answer_is_seen(home: Home) -> None:
    home.tell(EnrolmentBegun(enrolment_id="e-1", day=TODAY), by=COORDINATOR)
    async with home.screen(places.DATA) as screen:
        await screen.click("All that is written")
        assert screen.shows("The start, ")
        assert not screen.shows("Orka mer"), "what one wrote oneself stands under the other chip"
        await screen.click("This is not right")
        await screen.click("Send")
        assert screen.shows("Write something first.")
        await screen.type("How is it instead?", "Jag började i april")
        await screen.click("Send")
        assert home.waiting() == [(JOURNAL, "CorrectionAsked")]
        assert screen.page.route == places.WRITTEN
        assert screen.shows("You say: Jag började i april")
        assert screen.shows("Waits for an answer")
        await screen.click("By you")
        for words in ("Orka mer", "Det jag inte sagt", "Only you"):
            assert screen.shows(words)


async def test_a_correction_that_waits_is_taken_back_and_an_answer_stands(home: Home) -> None:
    home.tell(EnrolmentBegun(enrolment_id="e-1", day=TODAY), by=COORDINATOR)
    about = f"{JOURNAL}-{home._seq[JOURNAL]:05}"
    home.tell(CorrectionAsked(correction_id="c-1", about=about, words="I april"))
    asking = f"{JOURNAL}-{home._seq[JOURNAL]:05}"
    async with home.screen(places.WRITTEN) as screen:
        await screen.click("See all of it")
        await screen.click("Take back")
        assert home.waiting() == [(JOURNAL, "Undone")]
        assert not screen.shows("You say: I april")
    home.tell(CorrectionAsked(correction_id="c-2", about=about, words="I maj"))
    asking = f"{JOURNAL}-{home._seq[JOURNAL]:05}"
    answer = CorrectionAnswered(
        correction_id="c-2", asking=asking, answer=DISPUTED, words="Enligt beslutet i mars"
    )
    home.tell(answer, by=COORDINATOR)
    async with home.screen(places.WRITTEN) as screen:
        assert screen.shows("It stays, with a note that you do not agree")
        await screen.click("See all of it")
        assert screen.shows("Enligt beslutet i mars")
        assert not screen.shows("Take back")


async def test_all_is_asked_to_be_erased_and_the_answer_says_why_and_how_to_appeal(
    home: Home,
) -> None:
    async with home.screen(places.DATA) as screen:
        await screen.click("Ask that the rest is erased")
        await screen.type("Why, if you want to say it", "Jag vill inte vara med")
        await screen.click("Ask")
        assert home.waiting() == [(JOURNAL, "ErasureAsked")]
        assert screen.shows("Waits for an answer")
        assert not screen.shows("Why, if you want to say it")
        await screen.click("Take back")
        assert screen.shows("Why, if you want to say it")
    home.tell(ErasureAsked(erasure_id="r-1", words=""))
    answer = ErasureAnswered(
        erasure_id="r-1",
        asking=f"{JOURNAL}-{home._seq[JOURNAL]:05}",
        answer=STAYS,
        day=TODAY + timedelta(days=400),
        reason="Den måste finnas kvar",
        law="Socialtjänstlagen",
        appeal="Förvaltningsrätten",
    )
    home.tell(answer, by=COORDINATOR)
    async with home.screen(places.DATA) as screen:
        assert screen.shows("It must stay until")
        await screen.click("Ask that the rest is erased")
        for words in (
            "It must stay until", "2027", "Den måste finnas kvar", "By which law: Socialtjänstlagen",
            "How to appeal: Förvaltningsrätten",
        ):  # fmt: skip
            assert screen.shows(words)


async def test_without_a_connection_what_is_mine_stays_and_it_says_so(home: Home) -> None:
    async with home.screen(places.ERASE_OWN) as screen:
        assert screen.shows("1 thing written")
        await screen.click("Erase it")
        await screen.click("Keep it")
        assert not screen.shows("Yes, erase it")
        await screen.click("Erase it")
        await screen.click("Yes, erase it")
        assert not screen.shows("It is erased.")
        assert len(home.companion.view.picture("own").steps) == 1


async def test_what_is_mine_is_erased_by_one_yes(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        _, phone, _ = await world.people()
        phone.do.choices.language("en")
        phone.do.path.plan_step("Det jag inte sagt", private=True)
        await phone.sync()
        phone.transport = Counted(world.network)
        async with Working(phone, places.ERASE_OWN, 360) as screen:
            await screen.click("Erase it")
            await screen.click("Yes, erase it")
            await screen.sees("It is erased.")
            await screen.clicks("Back")
        assert not phone.companion.view.picture("own").steps


@pytest.mark.parametrize("who", [PARTICIPANT, COORDINATOR])
async def test_somebody_said_anew_can_be_said_as_before(home: Home, who: str) -> None:
    lena = ContactAdded(contact_id="lena", name="Lena", party="region", phone="010-1")
    home.tell(lena, by=COORDINATOR)
    home.tell(lena.model_copy(update={"phone": "010-2"}), by=who)
    async with home.screen(f"{places.NETWORK}/lena") as screen:
        assert not screen.shows("010-1\n")
        await screen.click("What it said before (1)")
        assert screen.shows("Karin Berg")
        await screen.click("Use these words")
        contact = home.companion.view.plan().contact("lena")
        assert contact is not None
        assert contact.fact.phone == "010-1"


async def test_the_plan_for_bad_days_and_a_check_in_keep_the_words_before(home: Home) -> None:
    home.do.bad_days.write("helps", "Sova")
    home.do.bad_days.write("helps", "En promenad")
    async with home.screen(places.BAD_DAYS) as screen:
        await screen.click("What it said before (1)")
        assert screen.shows("Sova")
        await screen.click("Use these words")
        assert home.companion.view.bad_days.parts["helps"] == "Sova"
    done = home.do.wellbeing.check_in(3, "Trött", private=True)
    home.do.wellbeing.word_check_in(done.item, "Lite trött")
    async with home.screen(places.TODAY) as screen:
        await screen.click("What it said before (1)")
        await screen.click("Use these words")
        assert home.companion.view.plan().own.checkins[done.item].words == "Trött"
