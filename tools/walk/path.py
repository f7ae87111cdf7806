"""The participant's path: goals, milestones and steps, what was done and what rests, and the movement."""

from mia_companion.domain.areas import AREAS, CARE
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tools.walk.screens import BREATH, Last, Own, Screen, Whole, Write, to

_STEP = Own("Frukost före nio tre dagar", "كتابة ثلاثة أسئلة للطبيب")
_REPEATING = Own("Gå ett varv runt kvarteret", "قراءة بصوت عالٍ")
_DONE = Own("Åka med Kim en hållplats", "قراءة صفحة واحدة")
_MILESTONE = Own("Följa med på en gruppträff", "التحدث مع الطبيب")
_REACHED = Own("Sitta kvar en hel fika", "قراءة رسالة كاملة")
_OWN_GOAL = Own("Våga säga nej", "")
_OWN_STEP = Own("Skriva det jag inte vågar säga än", "")
_SMALL = "En liten promenad"

_GOAL_AT, _STEP_AT = "/path/goal/:goal", "/path/step/:step"
_MILESTONE_AT, _SUGGESTION_AT = "/path/milestone/:milestone", "/path/suggestion/:suggestion"
_LEFT = "Leave this out"


def _area(words: Words) -> str:
    """One that the person who is walked with has said something about."""
    return words.t("Studies") if words.tag == "ar" else words.t("Self-confidence")


def _monday(words: Words) -> str:
    return words.weekday(1)


def _folded(words: Words) -> str:
    one, several = "{count} goal that rests or is reached", "{count} goals that rest or are reached"
    return words.n(one, several, 1)


def _mark_own_step(words: Words) -> str:
    return words.t("Mark as done: {words}", words=_OWN_STEP.of(words.tag))


_GOALS = (
    Screen("path", places.PATH),
    Screen("suggestion", places.PATH, ("Change it",), at=_SUGGESTION_AT),
    Screen("goal", places.PATH, ("Open the goal",), at=_GOAL_AT),
    Screen("goal-milestone", places.PATH, ("Open the goal", "Add a milestone"), at=_GOAL_AT),
    Screen(
        "goal-milestone-empty",
        places.PATH,
        ("Open the goal", "Add a milestone", "Save"),
        at=_GOAL_AT,
    ),
    Screen("path-resting", places.PATH, (_folded,), lacks=("ar",)),
    Screen("goal-resting", places.PATH, (_folded, _OWN_GOAL), at=_GOAL_AT, lacks=("ar",)),
    Screen("milestone", places.PATH, (_MILESTONE,), at=_MILESTONE_AT),
    Screen("milestone-reached", places.MOVEMENT, (_REACHED,), at=_MILESTONE_AT),
    Screen("new-goal", places.NEW_GOAL),
    Screen("new-goal-empty", places.NEW_GOAL, ("Set the goal",)),
)

_STEPS = (
    Screen("step", places.PATH, (_STEP,), at=_STEP_AT),
    Screen("step-word", places.PATH, (_STEP, "Write a word with it"), at=_STEP_AT),
    Screen("step-memory", places.PATH, (_STEP, "Keep a memory of it"), at=_STEP_AT),
    Screen(
        "step-memory-empty", places.PATH, (_STEP, "Keep a memory of it", "Keep it"), at=_STEP_AT
    ),
    Screen("step-when", places.PATH, (_STEP, "Change when"), ("Leave it as it is",), at=_STEP_AT),
    Screen(
        "step-when-day",
        places.PATH,
        (_STEP, "Change when", "Tomorrow"),
        ("Leave it as it is",),
        at=_STEP_AT,
    ),
    Screen(
        "step-when-later",
        places.PATH,
        (_STEP, "Change when", "Later days"),
        ("Leave it as it is",),
        at=_STEP_AT,
    ),
    Screen(
        "step-when-weekly",
        places.PATH,
        (_STEP, "Change when", "It comes again every week"),
        ("Leave it as it is",),
        at=_STEP_AT,
    ),
    Screen(
        "step-when-weekday",
        places.PATH,
        (_STEP, "Change when", "It comes again every week", _monday),
        ("Leave it as it is",),
        at=_STEP_AT,
    ),
    Screen(
        "step-reworded",
        places.PATH,
        (_STEP, "Say it in other words"),
        ("Leave it as it is",),
        at=_STEP_AT,
    ),
    Screen(
        "step-reworded-empty",
        places.PATH,
        (_STEP, "Say it in other words", Write("In other words", " "), Whole("Save")),
        ("Leave it as it is",),
        at=_STEP_AT,
    ),
    Screen("step-repeating", places.PATH, (_REPEATING,), at=_STEP_AT),
    Screen("step-done", places.DONE, (_DONE,), at=_STEP_AT),
    Screen("new-step", places.NEW_STEP),
    Screen("new-step-empty", places.NEW_STEP, ("Plan it",)),
    Screen("done", places.DONE),
    Screen("resting", places.RESTING),
)

_GONE = (
    Screen("goal-gone", f"{places.GOAL}/gone", at=_GOAL_AT),
    Screen("milestone-gone", f"{places.MILESTONE}/gone", at=_MILESTONE_AT),
    Screen("step-gone", f"{places.STEP}/gone", at=_STEP_AT),
    Screen("suggestion-gone", f"{places.SUGGESTION}/gone", at=_SUGGESTION_AT),
)

_MOVEMENT = (
    Screen("movement", places.MOVEMENT),
    Screen("movement-week", places.MOVEMENT, ("A week",)),
    Screen("movement-start", places.MOVEMENT, ("Since the start",)),
    Screen("areas", places.AREAS),
    Screen("area", places.AREAS, (_area,), at="/path/areas/:area"),
    Screen("area-unsaid", f"{places.AREAS}/{CARE}", at="/path/areas/:area"),
    Screen("rate", places.RATE),
    Screen("rate-next", places.RATE, (_LEFT,), (Last("Back"),)),
    Screen(
        "rate-said",
        places.RATE,
        (Whole("Good"), *(BREATH, _LEFT) * (len(AREAS) - 1)),
        ("From the beginning", _LEFT, Last("Back")),
    ),
    Screen("rate-nothing", places.RATE, (BREATH, _LEFT) * len(AREAS), ("From the beginning",)),
)

PATH = (*_GOALS, *_STEPS, *_GONE, *_MOVEMENT)

PATH_DONE = (
    Screen(
        "goal-set",
        places.NEW_GOAL,
        (Write("What do you want?", _SMALL), "Only you", "Set the goal"),
        ("Undo",),
        at=places.PATH,
    ),
    Screen(
        "step-planned",
        places.NEW_STEP,
        (Write("What do you want to do?", _SMALL), "Only you", "Plan it"),
        ("Undo",),
        at=places.PATH,
    ),
    Screen(
        "goal-taken-up",
        places.PATH,
        (_folded, _OWN_GOAL, "Take it up again"),
        ("Undo",),
        at=_GOAL_AT,
        lacks=("ar",),
    ),
    Screen(
        "goal-reached",
        places.PATH,
        (_folded, _OWN_GOAL, "Take it up again", BREATH, "I have come here"),
        ("Undo", BREATH, "Let it rest"),
        at=_GOAL_AT,
        lacks=("ar",),
    ),
    Screen("path-marked", places.PATH, (_mark_own_step,), ("Undo",), lacks=("ar",)),
    Screen("step-marked", places.PATH, (_OWN_STEP, "Done"), ("Undo",), at=_STEP_AT, lacks=("ar",)),
    Screen(
        "step-tried", places.PATH, (_OWN_STEP, "I tried"), ("Undo",), at=_STEP_AT, lacks=("ar",)
    ),
    Screen(
        "step-resting", places.PATH, (_OWN_STEP, "Not now"), ("Undo",), at=_STEP_AT, lacks=("ar",)
    ),
    Screen(
        "resting-step",
        places.PATH,
        (_OWN_STEP, "Not now", to(places.RESTING)),
        ("Undo",),
        at=places.RESTING,
        lacks=("ar",),
    ),
    Screen(
        "step-new-words",
        places.PATH,
        (_OWN_STEP, "Say it in other words", Write("In other words", _SMALL), Whole("Save")),
        ("Undo",),
        at=_STEP_AT,
        lacks=("ar",),
    ),
)
"""What was done there and is undone at once: all of it private, so that nobody else is told of it."""
