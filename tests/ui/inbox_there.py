"""An office with three who have written: two wait, one has got an answer."""

from datetime import timedelta

from mia_companion.domain import rights
from mia_companion.domain.messages import GENERAL, MessageWritten, thread_about
from mia_companion.domain.steps import StepPlanned
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Drawn, Office

ADA, BO, CILLA = "person-ada", "person-bo", "person-cilla"
NAMES = ("Ada", "Bo", "Cilla")
STEP = thread_about("step", "s-1")


def fill(office: Office) -> None:
    """Bo has waited for two days with a step, Ada for three hours; Cilla has got an answer."""
    for person, name in zip((ADA, BO, CILLA), NAMES, strict=True):
        office.person(person, name)
    office.says(BO, StepPlanned(step_id="s-1", words="Ringa banken"))
    says(office, ADA, "Hej Karin", hours=3)
    says(office, BO, "Vad säger jag?", hours=49, thread=STEP)
    says(office, CILLA, "Tack", hours=9)
    answer = MessageWritten(message_id="m-answer", words="Varsågod")
    office.tell(rights.SHARED, CILLA, answer, COORDINATOR, NOW - timedelta(hours=1))


def says(office: Office, who: str, words: str, *, hours: int = 0, thread: str = GENERAL) -> None:
    """So many hours ago."""
    said = MessageWritten(message_id=f"m-{words}", thread_id=thread, words=words)
    office.says(who, said, at=NOW - timedelta(hours=hours))


def order(screen: Drawn) -> list[str]:
    """The names on the screen, from top to bottom."""
    return [text for text in screen.texts() if text in NAMES]


def unread(office: Office, person: str) -> int:
    """How many of that person's messages Karin has not read."""
    return office.companion.view.plan(person).unread_in_all(COORDINATOR)


async def tap(office: Office, screen: Drawn, words: str) -> None:
    """After a moment, as people do."""
    office.clock.pass_by(seconds=1)
    await screen.click(words)
