"""The participant's Today: how one is, one thing at a time, and what was good."""

from mia_companion.demo.people import SAMIRA
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.ui import places
from tools.walk.screens import Again, Screen

_ONE_THING = "Show one thing at a time"
_NEXT = "Something else"
_BACK = ("Show everything",)
_REMINDED = tuple(one.tag for one in LANGUAGES if one.tag != SAMIRA.language)
"""Elin has a reminder before all of it, and once it is seen it does not come back."""

TODAY = (
    Screen("today", places.TODAY),
    Screen("today-how", places.TODAY, ("How did it go?",)),
    Screen("today-seen-by", places.TODAY, ("Only you see it",)),
    Screen("today-felt", places.TODAY, ("Rather good",), ("Undo",)),
    Screen(
        "today-felt-word", places.TODAY, ("Rather good", "Put a word to it"), ("Leave it", "Undo")
    ),
    Screen("today-felt-anew", places.TODAY, ("Rather good", "It has changed"), ("Undo",)),
    Screen("one-thing", places.TODAY, (_ONE_THING,), _BACK),
    Screen("one-thing-next", places.TODAY, (_ONE_THING, _NEXT), _BACK, lacks=_REMINDED),
    Screen("one-thing-enough", places.TODAY, (_ONE_THING, Again(_NEXT)), _BACK, lacks=_REMINDED),
    Screen("good", places.RECORD_GOOD),
    Screen("good-empty", places.RECORD_GOOD, ("Write it down",)),
)
"""What each of them changes is seen by nobody else, and is undone."""
