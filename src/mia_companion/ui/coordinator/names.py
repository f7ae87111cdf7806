"""What a participant is called on the coordinator's screens, and the way to them."""

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
