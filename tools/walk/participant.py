"""The participant's screens, after somebody has opened the app with their code."""

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tools.walk.screens import Named, Own, Screen

_STEP = Own("Frukost före nio tre dagar", "كتابة ثلاثة أسئلة للطبيب")
_REPEATING = Own("Gå ett varv runt kvarteret", "قراءة بصوت عالٍ")
_DONE = Own("Åka med Kim en hållplats", "قراءة صفحة واحدة")
_MILESTONE = Own("Följa med på en gruppträff", "التحدث مع الطبيب")
_TIME = Own("Avstämning om ersättning", "Läkarbesök")
_BEEN = Own("Första besöket på Mötesplatsen", "Planeringsmöte")
_THREAD = Own("Ringa Per och fråga", "Läkarbesök")


def _past(words: Words) -> str:
    return (
        words.n("What has been ({count})", "What has been ({count})", 2).partition("(")[0].strip()
    )


PARTICIPANT = (
    Screen("today", places.TODAY),
    Screen("today-how", places.TODAY, ("How did it go?",)),
    Screen(
        "one-thing",
        places.TODAY,
        ("Show one thing at a time",),
        ("Show everything",),
    ),
    Screen("good", places.RECORD_GOOD),
    Screen("path", places.PATH),
    Screen("suggestion", places.PATH, ("Change it",)),
    Screen("goal", places.PATH, ("Open the goal",)),
    Screen("step", places.PATH, (_STEP,)),
    Screen("step-repeating", places.PATH, (_REPEATING,)),
    Screen("step-done", places.DONE, (_DONE,)),
    Screen("milestone", places.PATH, (_MILESTONE,)),
    Screen("new-step", places.NEW_STEP),
    Screen("new-goal", places.NEW_GOAL),
    Screen("done", places.DONE),
    Screen("resting", places.RESTING),
    Screen("movement", places.MOVEMENT),
    Screen("areas", places.AREAS),
    Screen("area", places.AREAS, ("Self-confidence",)),
    Screen("rate", places.RATE),
    Screen("times", places.APPOINTMENTS),
    Screen(
        "week",
        places.APPOINTMENTS,
        (Named("appointments as", "Week"),),
        (Named("appointments as", "List"),),
    ),
    Screen("appointment", places.APPOINTMENTS, (_TIME,)),
    Screen("appointment-change", places.APPOINTMENTS, (_TIME, "Add something about it")),
    Screen("appointment-been", places.APPOINTMENTS, (_past, _BEEN)),
    Screen("new-appointment", places.NEW_APPOINTMENT),
    Screen("messages", places.MESSAGES),
    Screen("messages-photo", places.MESSAGES, ("Photo or file",)),
    Screen("messages-phrases", places.MESSAGES, ("Ready phrases",)),
    Screen("threads", places.THREADS),
    Screen("thread", places.THREADS, (_THREAD,)),
    Screen("hours", places.HOURS),
    Screen("me", places.ME),
    Screen("network", places.NETWORK),
    Screen("new-contact", f"{places.NETWORK}/new"),
    Screen("consents", places.CONSENTS),
    Screen("new-consent", places.NEW_CONSENT),
    Screen("bad-days", places.BAD_DAYS),
    Screen("language", places.LANGUAGE),
    Screen("reminders", places.REMINDERS),
    Screen("paper", places.PAPER),
    Screen("looks", places.LOOKS),
    Screen("waiting", places.WAITING),
    Screen("devices", places.DEVICES),
    Screen("help", places.HELP),
    Screen("about", places.ABOUT),
    Screen("leave", places.LEAVE),
)
