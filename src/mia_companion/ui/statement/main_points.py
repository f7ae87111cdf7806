"""The status, and what matters most of what does not work yet, in the person's language.

Ids are those of `docs/accessibility/shortcomings.toml`; a test holds that each main one has its words.
"""

from mia_companion.device.statement.told import FULLY, NOT, PARTLY
from mia_companion.i18n.words import later

STATUS = {
    FULLY: later("MIA does what the law on accessibility asks."),
    PARTLY: later("MIA does a part of what the law on accessibility asks, but not all of it yet."),
    NOT: later("MIA does not do what the law on accessibility asks."),
}
"""In the law's words: fully, partially or not compliant."""

MAIN_POINTS = {
    "people": later("Nobody who uses a screen reader or other aids every day has tried MIA yet."),
    "wake": later(
        "In a browser a screen reader is silent at first. Press Tab once, or the first button of the"
        " page, and it reads."
    ),
    "parts": later(
        "A screen reader reads everything in the language that you have chosen here. What people have"
        " written in another language can sound odd."
    ),
    "canvas": later(
        "Colours and letters that you have set in your browser do not change MIA. Use larger text and"
        " light or dark in MIA instead."
    ),
    "aloud": later(
        "MIA reads aloud in a browser only, and only in languages that your device has a voice for."
    ),
}
