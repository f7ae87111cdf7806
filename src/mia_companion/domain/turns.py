"""What is asked of the steps in a person's pictures: whose turn it is, and which were marked last."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from mia_companion.domain.layers import live, shelf_of
from mia_companion.domain.picture import Picture
from mia_companion.domain.steps import Step
from mia_companion.domain.suggestions import Suggestion


def turn(step: Step, today: date) -> tuple[int, date, datetime, str] | None:
    """Where the step stands in the row; None while it repeats and every day ahead is marked."""
    day, planned = step.next_day(today), step.planned_by.at
    if day is None:
        return None if step.repeats else (1, today, planned, step.id)
    return (0 if day <= today else 2, day, planned, step.id)


def live_steps(pictures: Sequence[Picture]) -> Iterable[Step]:
    """Every step that was not taken back and is not settled: those planned and resting are among them."""
    return (s for p in pictures for s in live(p.steps).values() if not s.gone)


def all_steps(pictures: Sequence[Picture]) -> Iterable[Step]:
    """Every step that was not taken back."""
    return (s for p in pictures for s in p.steps.values() if not s.gone)


def marked_last(pictures: Sequence[Picture], count: int) -> tuple[Step, ...]:
    """The steps marked last, newest first."""
    newest = _marked(live_steps(pictures))[:count]
    settled = [latest for p in pictures if (latest := shelf_of(p.steps).latest)]
    if settled and not (len(newest) == count > 0 and newest[-1][0] > max(settled)):
        newest = _marked(all_steps(pictures))[:count]
    return tuple(step for _, _, step in newest)


def _marked(steps: Iterable[Step]) -> list[tuple[datetime, str, Step]]:
    marked = [(s.mark.by.at, s.id, s) for s in steps if s.mark is not None]
    return sorted(marked, key=lambda one: one[:2], reverse=True)


def open_suggestions(picture: Picture) -> tuple[Suggestion, ...]:
    """What was suggested and nobody has answered, oldest first. One that was taken has a step with its id.

    What was answered is open again only after an `Undone`, which bears the id of both and makes both live.
    """
    waiting = (
        s for s in live(picture.suggestions).values() if not s.gone and s.declined_by is None
    )
    left = (s for s in waiting if not _is_taken(picture, s))
    return tuple(sorted(left, key=lambda s: (s.by.at, s.id)))


def _is_taken(picture: Picture, suggestion: Suggestion) -> bool:
    step = picture.steps.get(suggestion.id)
    return step is not None and not step.gone
