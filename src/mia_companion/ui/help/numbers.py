"""Whom to call: the built-in list, as the site's directory has updated it, and the site's own numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from mia_companion.domain.directory import HelpNumberListed
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.beside import beside


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """`about` may be empty, and `swedish` is where nothing stands beside it (`beside.py`)."""

    id: str
    number: str
    name: str
    about: str = ""
    swedish: str = ""


BUILT_IN = (
    HelpNumber(
        "112",
        "112",
        later("Danger to life"),
        later("Ambulance, police and fire brigade, day and night."),
    ),
    HelpNumber(
        "1177", "1177", later("Advice about health"), later("A nurse answers, day and night.")
    ),
    HelpNumber(
        "90101",
        "90101",
        later("The suicide line"),
        later("For you who think about taking your life, or worry about someone. Day and night."),
    ),
    HelpNumber(
        "90390",
        "90 390",
        later("The help line"),
        later("Someone to talk to when it is hard. You can be anonymous."),
    ),
)
"""Here whatever happens. The directory gives one a new number by its id, or takes it away."""


SAFETY = (
    HelpNumber(
        "020505050",
        "020-50 50 50",
        later("Kvinnofridslinjen, for women"),
        later(
            "If somebody threatens, hits or controls you. Day and night, free, and you can be anonymous."
            " Not seen on the telephone bill."
        ),
    ),
    HelpNumber(
        "020808080",
        "020-80 80 80",
        later("The support line for men"),
        later("If somebody threatens, hits or controls you. Free, and you can be anonymous."),
    ),
    HelpNumber(
        "020550000",
        "020-55 00 00",
        later("The support line for trans people"),
        later("If somebody threatens, hits or controls you. Free, and you can be anonymous."),
    ),
)
"""For somebody who is not safe with another; they stand where that is spoken of, and nowhere else."""


def national(
    words: Words, listed: Iterable[HelpNumberListed], which: tuple[HelpNumber, ...] = BUILT_IN
) -> list[HelpNumber]:
    """The built-in ones in the person's language, with the numbers that count now."""
    anew, other = {one.help_id: one for one in listed}, beside(words)
    found = []
    for one in which:
        number = anew[one.id].number.strip() if one.id in anew else one.number
        if number:
            swedish = other.in_turn([other.t(one.name), other.t(one.about)]) if other else ""
            found.append(HelpNumber(one.id, number, words.t(one.name), words.t(one.about), swedish))
    return found


def local(listed: Iterable[HelpNumberListed]) -> list[HelpNumber]:
    """The site's own, in the site's words."""
    built_in = {one.id for one in (*BUILT_IN, *SAFETY)}
    return [
        HelpNumber(one.help_id, one.number, one.name, one.about)
        for one in listed
        if one.help_id not in built_in and one.number
    ]
