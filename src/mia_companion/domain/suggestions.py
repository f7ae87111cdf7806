"""Steps that a coordinator suggests.

    StepSuggested ──▶ open ──StepPlanned under the same id──▶ taken, as it is or in other words
                       │  └──SuggestionDeclined──▶ declined
                       └──Undone by the coordinator──▶ gone

Whether it was taken is asked of the steps (`plan.suggestions`): one fact, one place.
"""

from collections.abc import MutableMapping
from datetime import date
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.steps import Weekday
from mia_companion.domain.words import Id, Note, Short


class StepSuggested(Frozen):
    """A coordinator suggested a step; `note` says why, or how it could go."""

    kind: Literal["StepSuggested"] = "StepSuggested"
    suggestion_id: Id
    words: Short
    note: Note = ""
    goal_id: Id | None = None
    day: date | None = None
    repeats: tuple[Weekday, ...] = ()


class SuggestionDeclined(Frozen):
    """The participant does not take it. No reason is asked for."""

    kind: Literal["SuggestionDeclined"] = "SuggestionDeclined"
    suggestion_id: Id
    words: Note = ""


class Suggestion(Frozen):
    """A suggestion as it stands."""

    id: str
    by: By
    words: str
    note: str = ""
    goal_id: str | None = None
    day: date | None = None
    repeats: tuple[int, ...] = ()
    declined_by: By | None = None
    answer: str = ""
    gone: bool = False

    def without(self, entry: str, author: str) -> "Suggestion":
        """The suggestion with that author's entry taken back."""
        if self.by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        if self.declined_by and self.declined_by.wrote(entry, author):
            return self.model_copy(update={"declined_by": None, "answer": ""})
        return self


Suggestions = MutableMapping[str, Suggestion]


def fold_suggested(suggestions: Suggestions, by: By, fact: StepSuggested) -> None:
    """The first with its id is the one."""
    if fact.suggestion_id not in suggestions:
        said = fact.model_dump(exclude={"kind", "suggestion_id"})
        suggestions[fact.suggestion_id] = Suggestion(id=fact.suggestion_id, by=by, **said)


def fold_declined(suggestions: Suggestions, by: By, fact: SuggestionDeclined) -> None:
    """The first no stands until it is taken back."""
    held = suggestions.get(fact.suggestion_id)
    if held is not None and held.declined_by is None:
        suggestions[held.id] = held.model_copy(update={"declined_by": by, "answer": fact.words})
