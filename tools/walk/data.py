"""Beneath Me: the reminders, the paper, the looks, and what is kept about oneself."""

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tools.walk.screens import Own, Screen, Write, turned, wait

_BOOKED = Own("Avstämning om ersättning", "Läkarbesök")
_CHOICES = (_BOOKED, "Change the reminder")
_AT_BOOKED = "/appointments/:appointment"
_ENTRY, _CHECKIN = "/me/data/written/:entry", "/me/data/written/day/:checkin"

_MADE = wait(5_000)
"""A file takes a while."""
_NOTHING = tuple(turned("checkbox", place) for place in range(4))
_OWN_TIME = turned("checkbox", -1)


def _turn_off(words: Words) -> str:
    return words.t("Turn it off: {words}", words=_BOOKED.of(words.tag))


_REMINDERS = (
    Screen("reminders", places.REMINDERS),
    Screen("reminders-form", places.REMINDERS, ("Change",)),
    Screen("reminders-wrong", places.REMINDERS, ("Change", Write("Quiet from", "sent"), "Save")),
    Screen(
        "reminders-digits",
        places.REMINDERS,
        (
            "Change",
            Write("Quiet from", "21"),
            Write("E-mail", "kim@example.org"),
            "Save",
            "Confirm",
        ),
        ("Undo",),
    ),
    Screen("reminding", places.APPOINTMENTS, _CHOICES, at=_AT_BOOKED),
    Screen(
        "reminding-when",
        places.APPOINTMENTS,
        (*_CHOICES, _OWN_TIME, "Remind me then"),
        at=_AT_BOOKED,
    ),
)

_LOOKS = (
    Screen("paper", places.PAPER),
    Screen("paper-empty", places.PAPER, (*_NOTHING, "Make the paper")),
    Screen("paper-made", places.PAPER, ("Make the paper", _MADE)),
    Screen("looks", places.LOOKS),
    Screen("looks-dark", places.LOOKS, ("Dark",), ("As the phone",)),
)

_MY_DATA = (
    Screen("data", places.DATA),
    Screen("data-file", places.DATA_FILE),
    Screen("data-file-made", places.DATA_FILE, ("Make the file", _MADE)),
    Screen("written", places.WRITTEN),
    Screen("written-by-me", places.WRITTEN, ("By you",)),
    Screen("correction", places.WRITTEN, ("This is not right",), at=_ENTRY),
    Screen("correction-empty", places.WRITTEN, ("This is not right", "Send"), at=_ENTRY),
    Screen("correction-asked", places.WRITTEN, ("See all of it",), at=_ENTRY, lacks=("ar",)),
    Screen("correction-gone", f"{places.WRITTEN}/gone", at=_ENTRY),
    Screen("checkin-words-gone", f"{places.WRITTEN}/day/gone", at=_CHECKIN),
    Screen("checkin-words", places.WRITTEN, ("By you", "Change the words"), at=_CHECKIN),
    Screen(
        "checkin-words-empty",
        places.WRITTEN,
        ("By you", "Change the words", "Save"),
        at=_CHECKIN,
    ),
    Screen("erase-own", places.ERASE_OWN),
    Screen("erase-own-sure", places.ERASE_OWN, ("Erase it",)),
    Screen("erase-rest", places.ERASE_REST),
)

HOW_IT_IS = (Screen("language", places.LANGUAGE), *_REMINDERS, *_LOOKS, *_MY_DATA)
"""The second part of Me."""

CHANGED_REMINDERS = (
    Screen("reminders-off", places.REMINDERS, (_turn_off,), ("Undo",)),
    Screen("reminders-ended", places.REMINDERS, ("End them",), ("Undo",)),
    Screen(
        "reminding-more",
        places.APPOINTMENTS,
        (*_CHOICES, turned("checkbox", 1)),
        ("Undo",),
        at=_AT_BOOKED,
    ),
    Screen(
        "reminding-off", places.APPOINTMENTS, (*_CHOICES, "Not at all"), ("Undo",), at=_AT_BOOKED
    ),
)
"""What was changed there, and taken back."""
