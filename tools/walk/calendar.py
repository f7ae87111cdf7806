"""The calendar, what stands above it, and booking from it."""

from mia_companion.ui import places
from tools.walk.caseload import ELIN, MAREK
from tools.walk.screens import Named, Screen, same

_BREAKFAST = same("Frukost på Mötesplatsen")
MEETING = "/calendar/meeting/:person/:appointment"
_BOOK = "/calendar/book/:day?/:clock?"

CALENDAR = (
    Screen("calendar", places.CALENDAR),
    Screen("calendar-next", places.CALENDAR, ("The week after",)),
    Screen("calendar-day", places.CALENDAR, (Named("calendar", "Day"),), ("Week",)),
    Screen("meeting", places.CALENDAR, ("The week after", _BREAKFAST), at=MEETING),
    Screen(
        "meeting-move",
        places.CALENDAR,
        ("The week after", _BREAKFAST, "Move for all"),
        at=f"{MEETING}/move-all",
    ),
    Screen(
        "meeting-change",
        places.CALENDAR,
        ("The week after", _BREAKFAST, "Change for all"),
        at=f"{MEETING}/change-all",
    ),
    Screen(
        "meeting-move-one",
        places.CALENDAR,
        ("The week after", _BREAKFAST, lambda words: words.t("Move for {name}", name="Elin Ek")),
        at=f"{MEETING}/move",
    ),
    Screen(
        "meeting-change-one",
        places.CALENDAR,
        ("The week after", _BREAKFAST, lambda words: words.t("Change for {name}", name="Elin Ek")),
        at=f"{MEETING}/change",
    ),
    Screen("booking-several", f"{places.CALENDAR}/book", (MAREK, "Add someone", ELIN), at=_BOOK),
    Screen("booking-nothing", f"{places.CALENDAR}/book", ("Book the time",), at=_BOOK),
)
