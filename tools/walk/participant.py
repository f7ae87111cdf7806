"""The participant's screens, after somebody has opened the app with their code."""

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tools.walk.me import ME
from tools.walk.messages import MESSAGES
from tools.walk.screens import Named, Own, Screen
from tools.walk.summons import SUMMONS, UNREADABLE

_STEP = Own("Frukost före nio tre dagar", "كتابة ثلاثة أسئلة للطبيب")
_REPEATING = Own("Gå ett varv runt kvarteret", "قراءة بصوت عالٍ")
_DONE = Own("Åka med Kim en hållplats", "قراءة صفحة واحدة")
_MILESTONE = Own("Följa med på en gruppträff", "التحدث مع الطبيب")
_TIME = Own("Avstämning om ersättning", "Läkarbesök")
_BEEN = Own("Första besöket på Mötesplatsen", "Planeringsmöte")

_AS_FILE = "Put it in my own calendar"
_STEP_AT, _TIME_AT = "/path/step/:step", "/appointments/:appointment"


def _area(words: Words) -> str:
    """One that the person who is walked with has said something about."""
    return words.t("Studies") if words.tag == "ar" else words.t("Self-confidence")


def _past(words: Words) -> str:
    return (
        words.n("What has been ({count})", "What has been ({count})", 2).partition("(")[0].strip()
    )


_TODAY = (
    Screen("today", places.TODAY),
    Screen("today-how", places.TODAY, ("How did it go?",)),
    Screen("today-felt", places.TODAY, ("Rather good",), ("Undo",)),
    Screen("one-thing", places.TODAY, ("Show one thing at a time",), ("Show everything",)),
    Screen("good", places.RECORD_GOOD),
    Screen("good-empty", places.RECORD_GOOD, ("Write it down",)),
)

_PATH = (
    Screen("path", places.PATH),
    Screen("suggestion", places.PATH, ("Change it",), at="/path/suggestion/:suggestion"),
    Screen("goal", places.PATH, ("Open the goal",), at="/path/goal/:goal"),
    Screen("step", places.PATH, (_STEP,), at=_STEP_AT),
    Screen("step-when", places.PATH, (_STEP, "Change when"), ("Leave it as it is",), at=_STEP_AT),
    Screen(
        "step-reworded",
        places.PATH,
        (_STEP, "Say it in other words"),
        ("Leave it as it is",),
        at=_STEP_AT,
    ),
    Screen("step-repeating", places.PATH, (_REPEATING,), at=_STEP_AT),
    Screen("step-done", places.DONE, (_DONE,), at=_STEP_AT),
    Screen("milestone", places.PATH, (_MILESTONE,), at="/path/milestone/:milestone"),
    Screen("new-step", places.NEW_STEP),
    Screen("new-step-empty", places.NEW_STEP, ("Plan it",)),
    Screen("new-goal", places.NEW_GOAL),
    Screen("new-goal-empty", places.NEW_GOAL, ("Set the goal",)),
    Screen("done", places.DONE),
    Screen("resting", places.RESTING),
    Screen("movement", places.MOVEMENT),
    Screen("areas", places.AREAS),
    Screen("area", places.AREAS, (_area,), at="/path/areas/:area"),
    Screen("rate", places.RATE),
)

_TIMES = (
    Screen("times", places.APPOINTMENTS),
    Screen(
        "week",
        places.APPOINTMENTS,
        (Named("appointments as", "Week"),),
        (Named("appointments as", "List"),),
    ),
    Screen("appointment", places.APPOINTMENTS, (_TIME,), at=_TIME_AT),
    Screen("appointment-cancel", places.APPOINTMENTS, (_TIME, "I cannot make it"), at=_TIME_AT),
    Screen("appointment-say", places.APPOINTMENTS, (_TIME, "Write something to say"), at=_TIME_AT),
    Screen(
        "appointment-change",
        places.APPOINTMENTS,
        (_TIME, "Add something about it"),
        at="/appointments/:appointment/change",
    ),
    Screen("appointment-saved", places.APPOINTMENTS, (_TIME, _AS_FILE), at=_TIME_AT),
    Screen("appointment-been", places.APPOINTMENTS, (_past, _BEEN), at=_TIME_AT),
    Screen("new-appointment", places.NEW_APPOINTMENT),
    Screen("new-appointment-more", places.NEW_APPOINTMENT, ("More, if you want",)),
    Screen("new-appointment-empty", places.NEW_APPOINTMENT, ("Add it",)),
    Screen("from-file", places.FROM_FILE),
    Screen("from-file-read", places.FROM_FILE, (SUMMONS,)),
    Screen("from-file-wrong", places.FROM_FILE, (UNREADABLE,)),
    Screen("elsewhere", places.ELSEWHERE),
    Screen(
        "elsewhere-made",
        places.ELSEWHERE,
        ("Make an address", "The address"),
        ("Take the address away", "Yes, take it away"),
    ),
    Screen(
        "elsewhere-ending",
        places.ELSEWHERE,
        ("Make an address", "Take the address away"),
        ("Yes, take it away",),
    ),
)

PARTICIPANT = (*_TODAY, *_PATH, *_TIMES, *MESSAGES, *ME)
"""The five places, and what stands above them. `ME` is the fifth."""
