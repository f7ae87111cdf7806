"""What a participant is called on the coordinator's screens, and the way to them."""

from mia_companion.app.covering import covers_for
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.entries import By
from mia_companion.ui.components.called import called
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.context import Here, go
from mia_companion.ui.coordinator.paths import person_path


def name_of(here: Here, person: str) -> str:
    """What the person is called, or kind words until the name is here."""
    name = called(here, person)
    return as_written(here.words, name) if name else here.t("Name not here yet")


def in_place_of(here: Here, person: str) -> str:
    """`For Anna Lind, who is away`, where one reads in a colleague's place; empty for one's own."""
    away = covers_for(here.view, person, here.today())
    return here.t("For {name}, who is away", name=away) if away else ""


def colleagues(here: Here) -> tuple[CoordinatorListed, ...]:
    """The team's other coordinators, by name."""
    me = here.view.account.id if here.view.account else ""
    others = (one for one in here.view.coordinators if one.coordinator_id != me)
    return tuple(sorted(others, key=lambda one: (one.name.casefold(), one.coordinator_id)))


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
