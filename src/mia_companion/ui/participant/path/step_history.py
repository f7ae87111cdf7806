"""All that has happened to a step: its words, its days, how it went, and what was remembered."""

from collections.abc import Callable
from datetime import date

from mia_companion.domain.marks import Mark
from mia_companion.domain.movement import marks_that_stand
from mia_companion.domain.steps import Memory, Schedule, Step
from mia_companion.i18n.words import Words
from mia_companion.ui.components.names import state_name
from mia_companion.ui.components.step_times import repeats_in_words
from mia_companion.ui.context import Here
from mia_companion.ui.participant.path.history import Happened, wordings


def step_history(here: Here, step: Step) -> list[Happened]:
    """In no order; what stands can be taken back, what was replaced can be used again."""
    again = wordings(here, step.wordings, lambda words: here.do.path.reword_step(step.id, words))
    suggestion = here.view.plan().shared.suggestions.get(step.id)
    suggested = []
    if suggestion is not None:
        words = here.t("Suggested: {words}", words=suggestion.words)
        suggested = [Happened(suggestion.by, words)]
    return [
        *suggested,
        *again,
        *_schedules(here, step),
        *_marks(here, step),
        *_memories(here, step),
    ]


def _marks(here: Here, step: Step) -> list[Happened]:
    standing = {id(one) for one in marks_that_stand(step)}

    def back(one: Mark) -> tuple[str, Callable[[], object]]:
        if id(one) in standing:
            return here.t("Take back"), lambda: here.do.path.take_back(step.id, one.by)
        return here.t("Use this again"), lambda: here.do.path.mark_step(
            step.id, one.state, note=one.note, day=one.day, attachments=one.attachments
        )

    return [
        Happened(one.by, _mark_in_words(here, one), one.undone, back(one)) for one in step.marks
    ]


def _mark_in_words(here: Here, one: Mark) -> str:
    said = state_name(here.words, one.state)
    if one.day is not None:
        said = here.t("{state}, {day}", state=said, day=here.words.day(one.day, here.today()))
    if not one.note:
        return said
    return here.t("{time}: {what}", time=said, what=one.note)


def _schedules(here: Here, step: Step) -> list[Happened]:
    """Beginning with the second, or the first that says a day: no day is not worth a line."""
    standing = step.schedule

    def back(one: Schedule) -> tuple[str, Callable[[], object]] | None:
        if standing is None or (one.day, one.repeats) == (standing.day, standing.repeats):
            return None
        return here.t("Use this again"), lambda: here.do.path.reschedule_step(
            step.id, day=one.day, repeats=one.repeats
        )

    return [
        Happened(one.by, _schedule_in_words(here.words, one, here.today()), one.undone, back(one))
        for place, one in enumerate(step.schedules)
        if place or one.day or one.repeats
    ]


def _schedule_in_words(words: Words, one: Schedule, today: date) -> str:
    if one.repeats:
        return words.t("Comes again: {days}", days=repeats_in_words(words, one.repeats))
    if one.day is not None:
        return words.t("Planned for {day}", day=words.day(one.day, today))
    return words.t("No special day")


def _memories(here: Here, step: Step) -> list[Happened]:
    def back(one: Memory) -> tuple[str, Callable[[], object]]:
        if one.undone:
            return here.t("Use this again"), lambda: here.do.path.remember(
                step.id, one.words, one.attachments
            )
        return here.t("Take back"), lambda: here.do.path.take_back(step.id, one.by)

    return [
        Happened(one.by, _memory_in_words(here.words, one), one.undone, back(one))
        for one in step.memories
    ]


def _memory_in_words(words: Words, one: Memory) -> str:
    if not one.words:
        return words.t("A photo or a file was kept")
    return words.t("Remembered: {words}", words=one.words)
