"""What has come since the person's picture was opened: marked with a word, and said aloud."""

import flet as ft

from mia_companion.domain.entries import By
from mia_companion.domain.newest import newest
from mia_companion.domain.plan import Plan
from mia_companion.ui.components.pill import pill
from mia_companion.ui.components.texts import body, live, told
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.caseload.newest import newest_in_words


def use_seen(plan: Plan) -> int:
    """How far the journal was read when the screen opened; what came with the first page is not new."""
    seen = ft.use_ref(0)
    if not seen.current:
        seen.current = plan.shared.seq
    return seen.current or 0


def is_new(here: Here, by: By, seen: int) -> bool:
    """Whether someone else's entry came after the screen was opened."""
    account = here.view.account
    return by.seq is not None and by.seq > seen and account is not None and by.author != account.id


def new_mark(here: Here) -> ft.Control:
    """The word, on a calm ground."""
    return pill(here.t("New"))


@ft.component
def News(person: str, seen: int) -> ft.Control:
    """The newest thing, when it comes while the screen is open. Read aloud."""
    here = use_here()
    account = here.view.account
    last = newest(here.view.plan(person), account.id) if account else None
    if last is None or not is_new(here, last.by, seen):
        return told("")
    said = newest_in_words(here.words, last, here.now())
    line = ft.Row([new_mark(here), ft.Container(body(said), expand=True)], spacing=8)
    return live(line)
