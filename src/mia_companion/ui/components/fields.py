"""Where people write. What is half written survives leaving the screen, the app and a crash."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.ui.components.box import use_box
from mia_companion.ui.components.buttons import Tapped, deed_for, icon_button, quietly
from mia_companion.ui.components.narrow import under_its_label
from mia_companion.ui.components.texts import said_aloud
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import RADIUS


@dataclass(frozen=True, slots=True)
class Draft:
    """`change(words)` keeps them; empty words take the draft away."""

    latest: Callable[[], str]
    change: Callable[[str], None]

    @property
    def words(self) -> str:
        """As they stand at this moment, also when a tap comes before what was typed last is drawn."""
        return self.latest()


def use_draft(place: str) -> Draft:
    """The half-written words of a place."""
    here = use_here()
    kept: str = ft.use_memo(lambda: here.do.drafts.read(place), [place])
    words, set_words = ft.use_state(kept)
    held = ft.use_ref(words)

    def change(new: str) -> None:
        held.current = new
        set_words(new)
        here.do.drafts.keep(place, new)

    return Draft(lambda: words if held.current is None else held.current, change)


def too_long_by(here: Here, count: int) -> str:
    """How much has to go before it can be saved; nothing when it fits."""
    if count <= 0:
        return ""
    return here.words.n(
        "{count} character too long to save. Your words are still in the box.",
        "{count} characters too long to save. Your words are still in the box.",
        count,
    )


def outline() -> ft.OutlineInputBorder:
    """The line around a field, plain to see."""
    return ft.OutlineInputBorder(side=ft.BorderSide(1, ft.Colors.OUTLINE), border_radius=RADIUS)


def in_order(number: str) -> str:
    """A number as it is written, also where one reads from the right: after a space that may break, the
    groups of digits would stand with the last one first (UAX #9, W4)."""
    return number.replace(" ", "\u00a0")


@ft.component
def WordsField(
    label: str,
    words: str,
    change: Callable[[str], None],
    *,
    submit: Tapped | None = None,
    lines: int = 1,
    begins: int = 0,
    longest: int = 2_000,
    wrong: str | None = None,
    autofocus: bool = False,
    secret: bool = False,
    number: bool = False,
) -> ft.Control:
    """A labelled field. Enter submits where there is one line; `wrong` is said beneath it. One of several
    `lines` may begin with fewer, and grow.

    What is longer than fits stays in the box, and how much it is too long is said: nothing is cut off.
    A `secret` can be looked at, by a button with a name: Flet's own has none. A phone `number` is
    kept `in_order` once the person has left the field: before, the client would move the cursor.
    """
    here = use_here()
    turns, begun = number and here.words.rtl, ft.use_memo(lambda: words, [])

    def gone() -> None:
        if turns:
            change(in_order(words))

    box = use_box(words, change, gone)
    wrong = wrong or too_long_by(here, len(words.strip()) - longest)
    looked_at, set_looked_at = ft.use_state(False)
    eye = ft.Icons.VISIBILITY_OFF_OUTLINED if looked_at else ft.Icons.VISIBILITY_OUTLINED
    name = here.t("Hide the password") if looked_at else here.t("Show the password")
    named = name if label == here.t("Password") else deed_for(here.words, name, label)
    # Another field, not the same one made larger: in a browser, one that turns from one line into several, as
    # when something comes above it, leaves what screen readers are told broken for good.
    field = ft.TextField(
        key=f"{'lines' if lines > 1 else 'line'} {box.times}",
        label=label,
        value=in_order(box.words) if turns and words == begun else box.words,
        on_focus=box.entered,
        on_blur=box.left,
        on_change=lambda e: box.typed(str(e.data or "")),
        on_submit=quietly(submit) if submit is not None else None,
        multiline=lines > 1,
        min_lines=begins or lines,
        max_lines=max(lines, 6) if lines > 1 else 1,
        error=wrong or None,
        error_max_lines=6,
        autofocus=autofocus,
        password=secret and not looked_at,
        suffix_icon=icon_button(eye, name, lambda: set_looked_at(not looked_at), named=named)
        if secret
        else None,
        border=outline(),
        filled=True,
        fill_color=ft.Colors.SURFACE_CONTAINER_LOWEST,
        hover_color=ft.Colors.TRANSPARENT,
    )
    box.stands(field)
    return ft.Column(
        [under_its_label(field), said_aloud(wrong or "")],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
