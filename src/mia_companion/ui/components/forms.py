"""A form whose every field survives leaving the screen and a crash, and that makes one thing once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import flet as ft
from pydantic import ValidationError

from mia_companion.domain.entries import Frozen
from mia_companion.ui.context import Here, use_here


class Form(Frozen):
    """`id` is that of what the form will make; a repeated tap on Save finds it made."""

    id: str = ""


F = TypeVar("F", bound=Form)


@dataclass(frozen=True, slots=True)
class Drafted(Generic[F]):
    """`change(field=value, …)` keeps a field; `put_away()` begins a new form."""

    latest: Callable[[], F]
    change: Callable[..., None]
    put_away: Callable[[], None]

    @property
    def form(self) -> F:
        """As it stands at this moment. A tap may come before what was typed last is drawn: a handler asks
        for the form itself, and uses none from when the screen was drawn."""
        return self.latest()

    def field(self, name: str) -> Callable[[Any], None]:
        """A handler that changes one field."""
        return lambda value: self.change(**{name: value})


def use_form(place: str, blank: F) -> Drafted[F]:
    """The form half filled in at that place, or `blank` under a new id."""
    here = use_here()
    begun = ft.use_memo(lambda: _begun(here, place, blank), [place])
    form, set_form = ft.use_state(begun)
    held = ft.use_ref(form)

    def latest() -> F:
        return form if held.current is None else held.current

    def stand(new: F) -> None:
        held.current = new
        set_form(new)

    def change(**fields: Any) -> None:
        new = latest().model_copy(update=fields)
        stand(new)
        here.do.drafts.keep(place, new.model_dump_json())

    def put_away() -> None:
        here.do.drafts.keep(place, "")
        stand(_fresh(here, blank))

    return Drafted(latest, change, put_away)


def _begun(here: Here, place: str, blank: F) -> F:
    kept = here.do.drafts.read(place)
    try:
        return type(blank).model_validate_json(kept) if kept else _fresh(here, blank)
    except ValidationError:  # kept by another version of the app
        return _fresh(here, blank)


def _fresh(here: Here, blank: F) -> F:
    return blank.model_copy(update={"id": here.do.drafts.new_id()})
