"""The participant reads every word that was passed on, one tap from the consent and from Me."""

from pathlib import Path
from textwrap import wrap

from mia_companion.domain.consents import Consent, ConsentWithdrawn
from mia_companion.domain.disclosures import PassedOn, hash_of
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.domain.sheets import write_sheet
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, blob, consent
from tests.ui.home import Home, a_home

PAPER = b"%PDF-1.7 the paper"


def passed_on(home: Home) -> PassedOn:
    asked = Asked(
        participant=PARTICIPANT,
        consent=Consent(id="consent-1", given=consent()),
        chosen=("plan",),
        disclosure="d-1",
        now=NOW,
        zone=ZONE,
        sender="Karin Berg",
    )
    made = sheet_for(home.companion.view.plan(), asked)
    assert made is not None
    text = write_sheet(made.sheet)
    return PassedOn(
        disclosure_id="d-1",
        consent_id="consent-1",
        to_party="insurance",
        categories=("plan",),
        recipient="Enheten i Falun",
        sheet=text,
        sha256=hash_of(text),
        attachments=(blob(PAPER, "paper-1", name="mia-2026-03-02.pdf", kind="application/pdf"),),
    )


async def test_every_word_from_me_and_from_the_consent(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(consent())
        home.tell(GoalSet(goal_id="g-9", words="Läsa svenska", area="studies"))
        said = passed_on(home)
        home.tell(said, by=COORDINATOR)
        async with home.screen(places.ME) as screen:
            await screen.click("What was passed on")
            await screen.click("To Försäkringskassan: my plan")
            assert screen.page.route == f"{places.PASSED_ON}/d-1"
        async with home.screen(places.CONSENTS) as screen:
            await screen.click("To Försäkringskassan: my plan")
            assert screen.page.route == f"{places.PASSED_ON}/d-1"
            for words in (
                "Läsa svenska",
                "Karin Berg",
                "Enheten i Falun",
                "Under your consent: The region (health care) may tell Försäkringskassan.",
                "Save the paper (PDF)",
                "Save as a file (JSON)",
            ):
                assert screen.shows(words), words
            await screen.click("How to see that it is the same")
            for whole in (said.sha256, said.attachments[0].sha256):
                assert screen.shows(" ".join(wrap(whole, 8))), whole
            home.tell(ConsentWithdrawn(consent_id="consent-1"))
            await screen.settle()
            assert screen.shows("You have taken it back since.")
            assert screen.shows("Läsa svenska")


async def test_the_very_file_and_the_very_paper(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(consent())
        said = passed_on(home)
        home.tell(said, by=COORDINATOR)
        files: list[dict[str, object]] = []
        async with home.screen(f"{places.PASSED_ON}/d-1", web=True) as screen:
            screen.sent.answers["save_file"] = files.append
            await screen.click("Save the paper (PDF)")
            assert screen.shows("No connection. It comes when there is one.")
            journal = home.companion.view.journal("shared") or ""
            home.companion.store.blobs.fetched(said.attachments[0], journal, PAPER)
            await screen.click("Save the paper (PDF)")
            await screen.click("Save as a file (JSON)")
        assert [one["src_bytes"] for one in files] == [PAPER, said.sheet.encode()]


async def test_in_ones_own_language(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar") as home:
        home.tell(consent())
        home.tell(passed_on(home), by=COORDINATOR)
        async with home.screen(f"{places.PASSED_ON}/d-1") as screen:
            assert screen.shows(words_for("ar").t("Who does what, and when"))


async def test_what_was_told_in_words_and_what_is_not_there(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(consent())
        bare = PassedOn(
            disclosure_id="d-2", consent_id="consent-1", to_party="insurance", categories=("plan",)
        )
        home.tell(bare, by=COORDINATOR)
        async with home.screen(f"{places.PASSED_ON}/d-2") as screen:
            assert screen.shows("This was told in words, and no paper was given.")
            assert not screen.shows("Save")
        async with home.screen(f"{places.PASSED_ON}/d-3") as screen:
            assert screen.shows("That is not here any more.")
