"""What the server would not take: its words stay, with the reason, until the coordinator takes them away."""

from collections.abc import Collection

import flet as ft

from mia_companion.domain.facts import read_fact
from mia_companion.store.outbox import Waiting
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.carried import not_sent
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.refused_words import refused_words


@ft.component
def Unsent(beneath: Collection[str]) -> ft.Control:
    """A card for each, or nothing; not for entries that the screen tells of `beneath`."""
    here = use_here()
    refused = [one for one in here.view.refused if one.entry.id not in beneath]
    return stack([*(_refused(here, one) for one in refused), *not_sent(here)], gap=4)


def _refused(here: Here, one: Waiting) -> ft.Control:
    colour = ft.Colors.ON_SECONDARY_CONTAINER
    lines: list[ft.Control] = [ft.Text(sentence(here.words, one.reason), color=colour)]
    held = here.view.journals.get(one.entry.journal)
    if what := refused_words(here, one):
        title = ft.Text(what, theme_style=ft.TextThemeStyle.TITLE_SMALL, color=colour)
        lines.insert(0, title)
    elif held is not None and held.info.participant:
        name = here.t("For {names}", names=name_of(here, held.info.participant))
        lines.append(ft.Text(name, color=colour))
    if said := _words_of(one):
        lines.append(ft.Text(as_written(here.words, said), color=colour))
    away = quiet(here.t("Take it away"), lambda: here.do.choices.discard(one.entry.id))
    return card([*lines, ft.Row([away], wrap=True)], tone=WARM, gap=4)


def _words_of(one: Waiting) -> str:
    fact = read_fact(one.entry.body)
    for name in ("words", "title", "name"):
        said = getattr(fact, name, "")
        if isinstance(said, str) and said:
            return said
    return ""
