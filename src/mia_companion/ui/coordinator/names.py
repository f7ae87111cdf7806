"""What a participant is called on the coordinator's screens, and the way to them."""

from mia_companion.domain.entries import By
from mia_companion.ui.components.called import called
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.context import Here, go
from mia_companion.ui.coordinator.paths import person_path


def name_of(here: Here, person: str) -> str:
    """What the person is called, or kind words until the name is here."""
    name = called(here, person)
    return as_written(here.words, name) if name else here.t("Name not here yet")


def open_person(person: str) -> None:
    """Stand on that person's picture."""
    go(person_path(person))


def who_did(here: Here, by: By, person: str) -> str:
    """You, the participant's name, or a colleague's."""
    account = here.view.account
    if account is not None and by.author == account.id:
        return here.t("You")
    if by.author == person:
        return called(here, person) or here.t("The participant")
    return here.view.coordinator_name(by.author) or here.t("A coordinator")
