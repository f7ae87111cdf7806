"""What a person has chosen on a device. It is kept there, beside the journals, and never sent."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from mia_companion.app.beforehand import read_beforehand
from mia_companion.app.pairing import read_pairing

TEXT_SIZES = ("1", "1.25", "1.5", "2")
"""How much larger than the theme's own, beside what the device itself enlarges."""

LOCK_AFTER = ("0", "1", "5")
"""Minutes out of sight after which the app is locked; at once is none."""

YES = "yes"

HIDDEN = "hidden"
"""Under which it is kept that everything is hidden."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose on this device. An empty language is not chosen yet; of what is on or off,
    YES is on. `notices` is the account for which reminders are shown outside the app, too; `times_as`
    is how appointments are shown: list or week; `handover_seen` is the handover that the person was
    told of last; `endings_seen` are the words about consents that end which the person has read;
    `left_unsent` is why a person's journal has left this device with something unsent in it, and that has
    not been read; `removed` is how many things were not sent as this device was taken off from elsewhere, and
    empty where it was not; `erased` is on when all that was kept about the person has been erased. `discreet`
    is on when nothing here shall tell what it is; `lock_after` is how many minutes out of sight lock the app,
    one of `LOCK_AFTER`."""

    language: str = ""
    theme: str = "system"
    text_size: str = "1"
    one_thing: str = ""
    read_aloud: str = ""
    share_checkins: str = ""
    notices: str = ""
    times_as: str = "list"
    handover_seen: str = ""
    endings_seen: str = ""
    left_unsent: str = ""
    removed: str = ""
    erased: str = ""
    discreet: str = ""
    lock_after: str = "1"

    def knows_ending(self, name: str) -> bool:
        """Whether the person has read that word about a consent that ends."""
        return name in self.endings_seen.split()

    @property
    def scale(self) -> float:
        """How much text is enlarged here."""
        return float(self.text_size) if self.text_size in TEXT_SIZES else 1.0

    @property
    def minutes_away(self) -> int:
        """How long the app may be out of sight before it is locked."""
        return int(self.lock_after) if self.lock_after in LOCK_AFTER else 1

    @classmethod
    def read(cls, kept: Callable[[str], str]) -> "Choices":
        """As they were kept under their own names; what was never chosen is as it begins."""
        found = {one.name: kept(one.name) for one in fields(cls)}
        return cls(**{name: value for name, value in found.items() if value})


def kept_here(get: Callable[[str], str]) -> dict[str, Any]:
    """The parts of a view that this device keeps beside the journals."""
    return {
        "choices": Choices.read(get),
        "hidden": bool(get(HIDDEN)),
        "beforehand": read_beforehand(get),
        "pairing": read_pairing(get),
    }
