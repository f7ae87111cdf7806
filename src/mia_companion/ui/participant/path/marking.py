"""Saying how a step went: for the day, when it comes again, and the kind word after it."""

from datetime import date, timedelta

from mia_companion.app.actions import Outcome
from mia_companion.domain.steps import DONE, NOT_NOW, PARTLY, TRIED, Step
from mia_companion.i18n.words import later
from mia_companion.ui.components.step_times import comes_again
from mia_companion.ui.context import Here

HOW_IT_WENT = (
    (PARTLY, later("A part of it")),
    (TRIED, later("I tried")),
    (NOT_NOW, later("Not now")),
)
"""Beside Done, every answer that one can give."""

KIND_WORDS = {
    DONE: later("Well done. It is written down."),
    PARTLY: later("A part counts. It is written down."),
    TRIED: later("You tried, and that counts."),
    NOT_NOW: later("That is fine. It rests until you want it."),
}


def state_today(step: Step, today: date) -> str:
    """How it stands to the person today: a step that comes again is new each day."""
    mark = step.mark_on(today) if step.repeats else None
    return mark.state if mark else step.state


def mark(here: Here, step: Step, state: str, note: str = "") -> tuple[Outcome, str]:
    """What became of it, and the word to say.

    A step that comes again is done, in part or tried today; "not now" passes over the day on which
    it would come next.
    """
    day = _day_of(step, state, here.today())
    done = here.do.path.mark_step(step.id, state, note=note, day=day)
    if day is not None and state == NOT_NOW:
        after = step.next_day(day + timedelta(days=1))
        if after is not None:
            fine = here.t("That is fine.")
            return done, f"{fine} {comes_again(here.words, after, here.today())}"
    return done, here.t(KIND_WORDS[state])


def rest(here: Here, step: Step) -> tuple[Outcome, str]:
    """The step rests as a whole, whichever day it is."""
    return here.do.path.mark_step(step.id, NOT_NOW), here.t(KIND_WORDS[NOT_NOW])


def _day_of(step: Step, state: str, today: date) -> date | None:
    if not step.repeats:
        return None
    return (step.next_day(today) or today) if state == NOT_NOW else today
