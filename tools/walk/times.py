"""A time on its way: it clashes, it is asked about, it is booked, moved, changed or called off.

Elin's forms are left as they were. Marek's are filled in, saved and undone, which empties them.
"""

from mia_companion.ui import places
from tools.walk.calendar import MEETING
from tools.walk.caseload import MAREK, ME, TIMES, UNDO, each_for, form, person
from tools.walk.screens import Last, Named, Screen, Whole, Write, same

_DAY, _CLOCK = "Day, as year-month-day", "Time, as hours:minutes"
_ABOUT = "What it is about, in a few words"
_WORKSHOP = "A look around the workshop"
_ASKED, _NURSERY, _DOCTOR = map(
    same, ("Vi ses på Mötesplatsen", "Besök på förskolan", "Läkarbesök")
)


def _at(day: str, clock: str) -> tuple[Write, Write]:
    return Write(_DAY, day), Write(_CLOCK, clock)


_CLASHING, _PASSED, _FREE = (
    _at("2026-11-24", "09:30"),
    _at("2026-11-02", "10:00"),
    _at("2026-12-03", "10:00"),
)

_BOOKING = (
    form("booking-found-nobody", "book", "Add someone", Write("Find someone by name", "Zzz")),
    form("booking-interpreter", "book", "Is to be booked", back=(Last("Not said"),)),
    form("booking-to-keep", "book", "Save as a common meeting"),
    form("booking-to-keep-empty", "book", "Save as a common meeting", "Save it"),
    form(
        "booking-video",
        "book",
        "By video",
        Write("Link to the video call", "rum elin"),
        of="marek",
        back=("We meet",),
    ),
    form("booking-common", "book", same("Trepartssamtal"), of="marek"),
    form("booking-clash", "book", *_CLASHING, of="marek"),
    form(
        "booking-passed", "book", Write(_ABOUT, "Ett besök"), *_PASSED, "Book the time", of="marek"
    ),
    form(
        "booked",
        "book",
        Write(_ABOUT, "Ett besök"),
        *_FREE,
        "Book the time",
        TIMES,
        of="marek",
        back=UNDO,
        at=ME,
    ),
)

_CHANGED = (
    person("moving-asked", TIMES, each_for("Move", _ASKED.sv), form="move/:appointment"),
    person(
        "moving-clash",
        TIMES,
        each_for("Move", _WORKSHOP),
        *_CLASHING,
        of=MAREK,
        form="move/:appointment",
    ),
    person(
        "moving-passed",
        TIMES,
        each_for("Move", _WORKSHOP),
        *_PASSED,
        "Move the time",
        of=MAREK,
        form="move/:appointment",
    ),
    person(
        "moved",
        TIMES,
        each_for("Move", _WORKSHOP),
        *_FREE,
        "Move the time",
        of=MAREK,
        back=UNDO,
    ),
    person(
        "changing-empty",
        TIMES,
        each_for("Change", _WORKSHOP),
        Write(_ABOUT, ""),
        Whole("Save"),
        of=MAREK,
        form="change/:appointment",
    ),
    person(
        "changed",
        TIMES,
        each_for("Change", _WORKSHOP),
        Write(_ABOUT, _WORKSHOP),
        Write("What to bring", "Work clothes"),
        Whole("Save"),
        of=MAREK,
        back=UNDO,
    ),
    person("called-off", TIMES, each_for("Cancel the time", _WORKSHOP), of=MAREK, back=UNDO),
    person("minutes", TIMES, "Write what was agreed"),
    person("minutes-empty", TIMES, "Write what was agreed", Whole("Save")),
)

_MEETINGS = (
    Screen(
        "calendar-day-full",
        places.CALENDAR,
        ("The week after", Named("calendar", "Day"), "The day after"),
        ("Week",),
    ),
    Screen("meeting-asked", places.CALENDAR, ("The week after", _ASKED), at=MEETING),
    Screen(
        "meeting-who-of-us",
        places.CALENDAR,
        ("The week after", _NURSERY, "Change who of us will be there"),
        at=MEETING,
    ),
    Screen(
        "meeting-interpreter",
        places.CALENDAR,
        ("The week after", same(_WORKSHOP), "An interpreter is needed"),
        UNDO,
        at=MEETING,
    ),
    Screen(
        "meeting-no-interpreter",
        places.CALENDAR,
        ("The week after", _NURSERY, "No interpreter is needed"),
        UNDO,
        at=MEETING,
    ),
    Screen(
        "meeting-called-off",
        places.CALENDAR,
        ("The week after", _NURSERY, "Cancel the time"),
        UNDO,
        at=MEETING,
    ),
    Screen("meeting-interpreter-wanted", places.CALENDAR, (_DOCTOR,), at=MEETING),
    Screen(
        "meeting-interpreter-booked",
        places.CALENDAR,
        (_DOCTOR, "It is booked now"),
        UNDO,
        at=MEETING,
    ),
    Screen("meeting-gone", f"{places.CALENDAR}/meeting/nobody/nothing", at=MEETING),
)

TIMES_ON_THE_WAY = (*_BOOKING, *_CHANGED, *_MEETINGS)
