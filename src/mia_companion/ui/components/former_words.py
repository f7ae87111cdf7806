"""The words that stood before, folded away, each one tap from standing again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from mia_companion.domain.entries import By
from mia_companion.domain.words import Wording
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import ZONE, Here


@dataclass(frozen=True, slots=True)
class Former:
    """What was said before, by whom; `again` says it anew, None where that is nobody's to say."""

    by: By
    words: str
    again: Callable[[], object] | None = None


def former_of(
    wordings: Sequence[Wording], stands: str, again: Callable[[str], object]
) -> list[Former]:
    """Every other wording than the one that stands, newest first, each once."""
    found: dict[str, Wording] = {}
    for one in wordings:
        if one.words and one.words != stands:
            found[one.words] = one
    oldest_first = sorted(found.values(), key=lambda one: (one.by.at, one.by.seq or 2**62))
    return [Former(one.by, one.words, partial(again, one.words)) for one in reversed(oldest_first)]


def former_words(here: Here, former: Sequence[Former]) -> ft.Control:
    """Nothing at all where nothing was said before."""
    count = len(former)
    name = here.words.n("What it said before ({count})", "What it said before ({count})", count)
    return Folded(name, [_one(here, one) for one in former])


def _one(here: Here, one: Former) -> ft.Control:
    account = here.view.account
    mine = account is not None and account.id == one.by.author
    who = here.t("You") if mine else here.view.coordinator_name(one.by.author)
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    byline = here.t("{who}, {time}", who=who or here.t("Your coordinator"), time=when)
    lines: list[ft.Control] = [body(as_written(here.words, one.words)), muted(byline)]
    if one.again is not None:
        button = quiet(here.t("Use these words"), one.again, ft.Icons.UNDO)
        lines.append(ft.Row([button], wrap=True))
    return ft.MergeSemantics(stack(lines, gap=2))
