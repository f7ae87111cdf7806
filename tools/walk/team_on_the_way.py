"""The team's place while something is asked, lacks something, or was just done; all of it is undone."""

from collections.abc import Callable
from datetime import date

from mia_companion.demo.people import ANNA
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tools.walk.caseload import UNDO
from tools.walk.clock import BEGINS
from tools.walk.screens import UNTIL_SAID, Choose, Screen, Tap, Write, same

_CLOSED = date(2026, 12, 28)
_AWAY = (
    same("Jonas Berg"),
    Write("First day away", "2026-12-07"),
    Write("Last day away", "2026-12-11"),
)
_LIST = (
    "Namn;Språk;Start;Skyddad identitet;Telefon",
    "Kim Björk;svenska;2026-11-02;;070-000 00 40",
    "Ali Noor;arabiska;;ja;",
    "Elin Ek;;;;",
    "Kim Björk;;2026-11-02;;",
    "=SUMMA(A1);;;;",
    "Sara Lund;klingonska;i fjol;;",
    ";svenska;;;",
    "",
)
_BREAKFAST = "Frukost på Mötesplatsen"
_CONTACT, _NUMBER = f"{places.SITE_CONTACTS}/:contact", f"{places.SITE_NUMBERS}/:number"


def _open_after_all(words: Words) -> str:
    return words.t("Open on {day} after all", day=words.day(_CLOSED, BEGINS.date()))


def _monday(said: str) -> Callable[[Words], str]:
    """A field of the week's first day."""

    def named(words: Words) -> str:
        day = words.weekday(1)
        return words.t(said, day=day[:1].upper() + day[1:])

    return named


def _titled(said: str) -> Tap:
    return lambda words: words.t(said, title=_BREAKFAST)


def _file(*lines: str) -> Choose:
    return Choose("Choose a file", "lista.csv", "\r\n".join(lines))


_MONDAY = _monday("{day}, opens")

_SHOWN = (
    Screen(
        "is-it-you",
        places.FILES,
        ("For Excel (XLSX)",),
        (Write("Your password", ANNA.password), "It is me"),
    ),
    Screen("list-taken-out", places.FILES, ("For Excel (XLSX)",)),
)
"""It is asked five minutes after the password was written last, and not for the five that follow, in which a
list is taken out and a time away is set."""

_COVER = (
    Screen("cover-empty", places.COVER, ("Save",)),
    Screen(
        "cover-planned", places.COVER, (*_AWAY, "Save", UNTIL_SAID), ("Call it off", "Yes, end it")
    ),
    Screen(
        "cover-off", places.COVER, (*_AWAY, "Save", UNTIL_SAID, "Call it off"), ("Yes, end it",)
    ),
)

_HOURS = (
    Screen(
        "team-hours-wrong",
        places.SITE_HOURS,
        (Write(_MONDAY, "sent"), "Save the week"),
        (Write(_MONDAY, "09:00"),),
    ),
    Screen("team-closed-empty", places.SITE_HOURS, ("Add the day",)),
    Screen(
        "team-closed",
        places.SITE_HOURS,
        (
            Write("A day on which the team is closed", _CLOSED.isoformat()),
            "Add the day",
            UNTIL_SAID,
        ),
        (_open_after_all,),
    ),
)

_LISTED = (
    Screen("team-contact-gone", f"{places.SITE_CONTACTS}/nobody", at=_CONTACT),
    Screen("team-number-empty", f"{places.SITE_NUMBERS}/new", ("Save",)),
    Screen("team-number-gone", f"{places.SITE_NUMBERS}/nothing", at=_NUMBER),
    Screen(
        "common-meeting-renamed",
        places.MEETING_TEMPLATES,
        (_titled("Rename {title}"),),
        ("Close",),
    ),
    Screen(
        "common-meeting-empty",
        places.MEETING_TEMPLATES,
        (_titled("Rename {title}"), Write("What it is called", ""), "Save"),
        ("Close",),
    ),
    Screen(
        "common-meeting-off",
        places.MEETING_TEMPLATES,
        (_titled("Take {title} off the list"),),
        UNDO,
    ),
    Screen(
        "ready-words-gone",
        f"{places.MESSAGE_TEMPLATES}/nothing",
        at="/site/message-templates/:template",
    ),
)

_FILES = (
    Screen("list-read", places.FILES, (_file(*_LIST[:3], ""),)),
    Screen("list-faulty", places.FILES, (_file(*_LIST),)),
    Screen("list-no-list", places.FILES, (_file("Telefon;Ort", "070;Exempelstad"),)),
)

TEAM_ON_THE_WAY = (*_SHOWN, *_COVER, *_HOURS, *_LISTED, *_FILES)
