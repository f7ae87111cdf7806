"""What is in a file, before anything of it counts: whom to take is chosen line by line."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import flet as ft

from mia_companion.domain.caseload_rows import HERE, NEW, TWICE, WRONG, Row
from mia_companion.domain.formulas import is_formula
from mia_companion.i18n.bidi import from_left
from mia_companion.i18n.words import Words
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.own_words import as_written, shortened
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.texts import body, live, muted, strong
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.files.words import row_sentence


@ft.component
def Seen(
    rows: Sequence[Row],
    left_out: Sequence[str],
    bring_in: Callable[[Sequence[Row]], Awaitable[None]],
    busy: bool,
) -> ft.Control:
    """Every line of a file. Who is new is chosen from the beginning."""
    here = use_here()
    new = frozenset(row.line for row in rows if row.state == NEW)
    chosen, choose = ft.use_state(new)
    pages = use_pages(len(rows))

    latest = ft.use_ref(chosen)  # two taps may come before the first is drawn
    latest.current = chosen

    def turn(line: int) -> Callable[[], None]:
        def tapped() -> None:
            latest.current = (latest.current or frozenset()) ^ {line}
            choose(latest.current)

        return tapped

    async def bring() -> None:
        wanted = latest.current or frozenset()
        await bring_in([row for row in rows if row.line in wanted])

    words = here.words.n("Bring {count} person in", "Bring {count} people in", len(chosen))
    button = primary(words, bring, ft.Icons.GROUP_ADD_OUTLINED, disabled=busy or not chosen)
    return stack(
        [
            live(strong(counted(here.words, rows))),
            *_ignored(here, left_out),
            *(
                _shown(here, row, on=row.line in chosen, tapped=turn(row.line))
                for row in rows[: pages.shown]
            ),
            *show_more(here, pages),
            ft.Row([button], wrap=True),
        ]
    )


def counted(words: Words, rows: Sequence[Row]) -> str:
    """`2 are new. 1 is here already. 1 cannot be taken.`"""
    n = Counter(row.state for row in rows)
    said = [
        words.n("{count} is new.", "{count} are new.", n[NEW]) if n[NEW] else "",
        words.n("{count} is here already.", "{count} are here already.", n[HERE])
        if n[HERE]
        else "",
        words.n("{count} stands twice in the file.", "{count} stand twice in the file.", n[TWICE])
        if n[TWICE]
        else "",
        words.n("{count} cannot be taken.", "{count} cannot be taken.", n[WRONG])
        if n[WRONG]
        else "",
    ]
    return " ".join(one for one in said if one)


def _shown(here: Here, row: Row, *, on: bool, tapped: Callable[[], Any]) -> ft.Control:
    """One line: a box to tick, or why it cannot be taken."""
    name = as_written(here.words, shortened(row.name))
    if row.state == WRONG:
        name = from_left(shortened(row.name)) if is_formula(row.name) else name
        line = here.words.number(row.line)
        title = here.t("Line {number}: {name}", number=line, name=name) if name else ""
        title = title or here.t("Line {number}", number=line)
        return card(
            [strong(title), *(body(row_sentence(here.words, why)) for _, why in row.wrong)],
            tone=WARM,
            gap=4,
        )
    icon = ft.Icons.SHIELD if row.protected else ft.Icons.PERSON_OUTLINE
    return tick(name, on=on, tapped=tapped, icon=icon, about=_about(here, row))


def _about(here: Here, row: Row) -> str:
    t = here.t
    known = [
        language_name(row.language) if row.language else "",
        t("Start {day}", day=here.words.day(row.start, here.today())) if row.start else "",
        t("Protected identity") if row.protected else "",
    ]
    doubt = {
        HERE: t("Somebody with this name is in your list already."),
        TWICE: t("Stands further up in the file, too."),
    }.get(row.state, "")
    if not doubt and row.namesake:
        doubt = t("Somebody has the same name and another start.")
    facts = here.words.beside(*known)
    return "\n".join(one for one in (facts, doubt) if one)


def _ignored(here: Here, headings: Sequence[str]) -> list[ft.Control]:
    """Which columns are left out: what MIA does not need, it does not take."""
    if not headings:
        return []
    named = here.words.listing([shortened(one) for one in headings[:10]])
    return [muted(here.t("These columns are left out: {columns}.", columns=named))]
