"""The participant's times: the list and the week, one of them and all that can be said of it."""

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.interpreters import language_name_for, spoken
from tools.walk.new_appointments import ELSEWHERE, NEW_TIMES
from tools.walk.screens import BREATH, Deed, Named, Own, Screen, Tap, Write, to

_TIME = Own("Avstämning om ersättning", "Läkarbesök")
_PLACE = Own("Frukost på Mötesplatsen", "Frukost på Mötesplatsen")
_VIDEO = Own("Samtal med kuratorn", "Besök på förskolan")
_FIRST = Own("Samtal med kuratorn", "Läkarbesök")
_ASKED = Own("Vi ses på Mötesplatsen", "")
_BEEN = Own("Första besöket på Mötesplatsen", "Planeringsmöte")
_OWN = Own("Tandläkaren", "")
_TO_SAY = Own("Säga att jag blir rädd när det kommer brev", "لا أنام جيدًا منذ الصيف")

_AT, _CHANGE_AT = "/appointments/:appointment", "/appointments/:appointment/change"
_AS_FILE = "Put it in my own calendar"
_CHANGE = "Change the time or the rest"
_DAY = "Day, as year-month-day"
_AS_IT_IS = ("Leave it as it is",)


def _past(words: Words) -> str:
    return _counted(words, "What has been ({count})")


def _happened(words: Words) -> str:
    return _counted(words, "What has happened ({count})")


def _counted(words: Words, name: str) -> str:
    return words.n(name, name, 2).partition("(")[0].strip()


def _to_say(deed: str) -> Tap:
    """A button beside one thing to say, which only its writer sees."""
    return lambda words: words.t("{deed}: {what}", deed=words.t(deed), what=_TO_SAY.of(words.tag))


def _ask_interpreter(words: Words) -> str:
    """To the languages: who reads Swedish is asked for one, everybody else for another than theirs."""
    return words.t("Another language" if spoken(words.tag) else "Ask for an interpreter")


def _arabic(words: Words) -> str:
    return language_name_for(words, "ar")


def _time(name: str, *taps: Deed, of: Own = _TIME, lacks: tuple[str, ...] = ()) -> Screen:
    """One of them, from the list."""
    return Screen(name, places.APPOINTMENTS, (of, *taps), at=_AT, lacks=lacks)


def _changed(name: str, *taps: Deed) -> Screen:
    """One's own, in the form that changes it, which is put away again."""
    way = (_OWN, _CHANGE, *taps)
    return Screen(name, places.APPOINTMENTS, way, _AS_IT_IS, at=_CHANGE_AT, lacks=("ar",))


_ALL = (
    Screen("times", places.APPOINTMENTS),
    Screen(
        "week",
        places.APPOINTMENTS,
        (Named("appointments as", "Week"),),
        (Named("appointments as", "List"),),
    ),
    Screen(
        "week-next",
        places.APPOINTMENTS,
        (Named("appointments as", "Week"), "The week after"),
        (Named("appointments as", "List"),),
    ),
)

_ONE = (
    _time("appointment"),
    _time("appointment-cancel", "I cannot make it"),
    _time("appointment-ask", "Ask for another time"),
    _time("appointment-asked", of=_ASKED, lacks=("ar",)),
    _time("appointment-say", "Write something to say"),
    _time("appointment-say-empty", "Write something to say", "Put it on the list"),
    Screen(
        "appointment-say-other",
        places.APPOINTMENTS,
        (_TIME, _to_say("Other words")),
        _AS_IT_IS,
        at=_AT,
    ),
    _time("appointment-interpreter", _ask_interpreter),
    Screen(
        "appointment-change",
        places.APPOINTMENTS,
        (_TIME, "Add something about it"),
        at=_CHANGE_AT,
    ),
    _time("appointment-saved", _AS_FILE),
    _time("appointment-happened", _happened),
    _time("appointment-place", of=_PLACE),
    _time("appointment-video", of=_VIDEO),
    _time("appointment-first", "First time there?", of=_FIRST),
    Screen("appointment-been", places.APPOINTMENTS, (_past, _BEEN), at=_AT),
    Screen(
        "appointment-agreed",
        places.APPOINTMENTS,
        (_past, _BEEN, "Write what you agreed"),
        at=_AT,
    ),
    Screen(
        "appointment-agreed-empty",
        places.APPOINTMENTS,
        (_past, _BEEN, "Write what you agreed", "Write it down"),
        at=_AT,
    ),
    Screen("appointment-gone", f"{places.APPOINTMENT}/gone", at=_AT),
)

_OWN_ONE = (
    _time("own-time", of=_OWN, lacks=("ar",)),
    _time("own-time-cancel", "I cannot make it", of=_OWN, lacks=("ar",)),
    _changed("own-time-change"),
    _changed("own-time-wrong", Write(_DAY, "sent"), "Save"),
    _changed("own-time-past", Write(_DAY, "2026-11-02"), "Save"),
    _changed(
        "own-time-ends",
        "Write when it ends",
        Write("Ends at, as hours:minutes", "7"),
        "Save",
    ),
    _changed(
        "own-time-link",
        "By video",
        Write("The link to the video call (if you have it)", "http://rum"),
    ),
)

TIMES = (*_ALL, *_ONE, *_OWN_ONE, *NEW_TIMES, *ELSEWHERE)


def _done(name: str, *taps: Deed, of: Own = _OWN, lacks: tuple[str, ...] = ("ar",)) -> Screen:
    return Screen(name, places.APPOINTMENTS, (of, *taps), ("Undo",), at=_AT, lacks=lacks)


TIMES_DONE = (
    _done("own-time-cancelled", "I cannot make it", BREATH, "Yes, cancel it"),
    Screen(
        "times-cancelled",
        places.APPOINTMENTS,
        (_OWN, "I cannot make it", BREATH, "Yes, cancel it", to(places.APPOINTMENTS)),
        ("Undo",),
        lacks=("ar",),
    ),
    _done("own-time-moved", _CHANGE, Write(_DAY, "2026-11-25"), "Save", _happened),
    _done("own-time-interpreter", _ask_interpreter, _arabic),
    _done(
        "own-time-say",
        "Write something to say",
        Write("One thing to ask or tell", "Fråga om bedövning"),
        "Put it on the list",
    ),
    _done("appointment-say-gone", _to_say("Take it away"), _happened, of=_TIME, lacks=()),
)
"""What was done there and is undone at once: all of it private, so that nobody else is told of it."""
