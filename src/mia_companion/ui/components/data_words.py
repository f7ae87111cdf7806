"""What was answered about what is kept of a person, in words; a later version's word stays as it is."""

from datetime import date

from mia_companion.domain import corrections, erasures
from mia_companion.domain.erasures import ErasureAnswered
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.choice import Option

_ANSWERS = {
    corrections.CORRECTED: later("It has been written anew"),
    corrections.DISPUTED: later("It stays, with a note that you do not agree"),
    erasures.ERASED: later("It will be erased"),
    erasures.STAYS: later("It must stay"),
}


def answer_name(words: Words, answer: str) -> str:
    """What was answered."""
    return words.t(_ANSWERS[answer]) if answer in _ANSWERS else answer


def correction_answers(words: Words) -> tuple[Option, ...]:
    """All that can be answered to a correction, as its coordinator chooses."""
    return (
        (corrections.CORRECTED, answer_name(words, corrections.CORRECTED)),
        (
            corrections.DISPUTED,
            words.t("It stays, with a note that the participant does not agree"),
        ),
    )


def erasure_answers(words: Words) -> tuple[Option, ...]:
    """All that can be answered to an erasure."""
    return tuple((one, answer_name(words, one)) for one in erasures.ANSWERS)


def decided(words: Words, said: ErasureAnswered, today: date) -> str:
    """`It must stay until Tuesday 2 March 2031.`"""
    day = words.day(said.day, today) if said.day else ""
    if said.answer == erasures.STAYS:
        return (
            words.t("It must stay until {day}.", day=day)
            if day
            else answer_name(words, said.answer)
        )
    if said.answer == erasures.ERASED:
        return (
            words.t("It is erased by {day}.", day=day) if day else answer_name(words, said.answer)
        )
    return said.answer
