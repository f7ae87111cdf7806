"""What is asked of the steps in a person's pictures: whose turn it is, and which were marked last."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from mia_companion.domain.layers import live, shelf_of
from mia_companion.domain.picture import Picture
from mia_companion.domain.steps import Step
from mia_companion.domain.suggestions import Suggestion

_NEVER = datetime.min.replace(tzinfo=UTC)


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
    """The steps marked last, newest first. Of what is settled, only as much is fetched as they need."""
    found = _marked(live_steps(pictures))[:count]
    shelved = [(chunk, p.steps) for p in pictures for chunk in shelf_of(p.steps).chunks]
    shelved.sort(key=lambda pair: pair[0].latest or _NEVER, reverse=True)
    for chunk, steps in shelved:
        if len(found) == count and (not found or found[-1][0] > (chunk.latest or _NEVER)):
            break
        current = (s for key, s in chunk.fetched.items() if steps[key] is s and not s.gone)
        found = _marked([*(s for _, _, s in found), *current])[:count]
    return tuple(step for _, _, step in found)


def _marked(steps: Iterable[Step]) -> list[tuple[datetime, tuple[str, str], Step]]:
    # By the entry too: a step of the same id may be in the other journal, marked in the same moment.
    marked = [(s.mark.by.at, (s.id, s.mark.by.entry), s) for s in steps if s.mark is not None]
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
