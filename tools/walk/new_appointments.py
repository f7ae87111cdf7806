"""A time that the participant adds, by hand or from a file; and all of them in another calendar."""

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.interpreters import UNDECIDED, language_name_for, spoken
from tools.walk.screens import Screen
from tools.walk.summons import SUMMONS, UNREADABLE

_MORE = "More, if you want"


def _want_interpreter(words: Words) -> str:
    named = language_name_for(words, spoken(words.tag) or UNDECIDED)
    if not named:
        return words.t("I want an interpreter")
    return words.t("I want an interpreter ({language})", language=named)


NEW_TIMES = (
    Screen("new-appointment", places.NEW_APPOINTMENT),
    Screen("new-appointment-days", places.NEW_APPOINTMENT, ("More days",)),
    Screen("new-appointment-phone", places.NEW_APPOINTMENT, ("By phone",), ("We meet",)),
    Screen("new-appointment-more", places.NEW_APPOINTMENT, (_MORE,)),
    Screen(
        "new-appointment-ends",
        places.NEW_APPOINTMENT,
        (_MORE, "Write when it ends"),
        ("Not said",),
    ),
    Screen(
        "new-appointment-interpreter",
        places.NEW_APPOINTMENT,
        (_MORE, _want_interpreter),
        (_want_interpreter,),
    ),
    Screen("new-appointment-empty", places.NEW_APPOINTMENT, ("Add it",)),
    Screen("from-file", places.FROM_FILE),
    Screen("from-file-read", places.FROM_FILE, (SUMMONS,)),
    Screen("from-file-wrong", places.FROM_FILE, (UNREADABLE,)),
)

ELSEWHERE = (
    Screen("elsewhere", places.ELSEWHERE),
    Screen(
        "elsewhere-made",
        places.ELSEWHERE,
        ("Make an address", "The address"),
        ("Take the address away", "Yes, take it away"),
    ),
    Screen(
        "elsewhere-whole",
        places.ELSEWHERE,
        ("Make an address", "What and where, too"),
        ("Take the address away", "Yes, take it away"),
    ),
    Screen(
        "elsewhere-ending",
        places.ELSEWHERE,
        ("Make an address", "Take the address away"),
        ("Yes, take it away",),
    ),
)
