"""What a participant is called on a screen, by whoever looks at it."""

from mia_companion.domain.protection import code_of
from mia_companion.ui.context import Here


def called(here: Here, person: str) -> str:
    """The name; empty until it is here.

    Who reads a protected person's journal without being one of their coordinators reads a code.
    """
    if is_protected(here, person) and here.view.is_coordinator and not here.view.follows(person):
        return here.t("Participant {code}", code=code_of(person))
    return here.view.plan(person).name


def is_protected(here: Here, person: str) -> bool:
    """Whether the person's name and places stay with them and their own coordinators."""
    return here.view.plan(person).shared.profile.protected
