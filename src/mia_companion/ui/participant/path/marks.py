"""The words around marking a step: what one can answer, and the kind word after it."""

from mia_companion.domain.steps import DONE, NOT_NOW, PARTLY, TRIED
from mia_companion.i18n.words import later

HOW_IT_WENT = (
    (PARTLY, later("A part of it")),
    (TRIED, later("I tried")),
    (NOT_NOW, later("Not now")),
)
"""Beside Done, every answer that one can give."""

KIND_WORDS = {
    DONE: later("Well done. It is written down."),
    PARTLY: later("A part counts. It is written down."),
    TRIED: later("You tried, and that counts."),
    NOT_NOW: later("That is fine. It rests until you want it."),
}
