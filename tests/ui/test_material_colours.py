"""Also what Material draws can be read: fields, places, marks, and words under the shades of a touch."""

from functools import reduce

import flet as ft
import pytest

from mia_companion.ui.palette import DARK, FOCUS_BY_DAY, FOCUS_BY_NIGHT, LIGHT
from mia_companion.ui.theme import dark, light
from tests.ui.material import DRAWN, EXEMPT, FOCUS, HOVER, Drawn, Shade
from tests.ui.surfaces import drawn_on, unlisted
from tests.ui.test_theme import MODES, contrast


def over(shade: str, part: float, under: str) -> str:
    """`#RRGGBB` of that much of a shade over a colour."""
    pairs = ((int(shade[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part * a + (1 - part) * b):02X}" for a, b in pairs)


def _shaded(colours: dict[str, str], under: str, shade: Shade) -> str:
    day = colours is LIGHT
    if shade.colour == FOCUS:
        return over(colours["primary"], FOCUS_BY_DAY if day else FOCUS_BY_NIGHT, under)
    if shade.colour == HOVER:
        return over("#000000" if day else "#FFFFFF", shade.part, under)
    return over(colours[shade.colour], shade.part, under)


@MODES
def test_what_material_draws_stands_out(colours: dict[str, str]) -> None:
    low = [_told(colours, one) for one in DRAWN if _contrast(colours, one) < one.least]
    assert not low, "\n".join(low)


def _contrast(colours: dict[str, str], one: Drawn) -> float:
    under = reduce(
        lambda found, shade: _shaded(colours, found, shade), one.shades, colours[one.under]
    )
    return contrast(colours[one.colour], under)


def _told(colours: dict[str, str], one: Drawn) -> str:
    return f"{one.what}: {one.colour} on {one.under} {_contrast(colours, one):.2f} of {one.least}"


@pytest.mark.parametrize(
    ("theme", "colours", "part"), [(light(), LIGHT, 0.22), (dark(), DARK, 0.15)]
)
def test_the_theme_has_the_shades_that_are_measured(
    theme: ft.Theme, colours: dict[str, str], part: float
) -> None:
    assert theme.focus_color == f"{colours['primary']},{part}"
    assert theme.highlight_color == f"{colours['primary']},0.05"
    assert theme.splash_color == f"{colours['primary']},0.05"


def test_shades_are_laid_over_as_light_is_mixed() -> None:
    assert over("#000000", 0.5, "#FFFFFF") == "#808080"
    assert over("#FF0000", 0, "#123456") == "#123456"
    assert all(why for why in EXEMPT.values())


@pytest.mark.parametrize(
    ("seeded", "told"),
    [
        (ft.Text("hej", color=ft.Colors.OUTLINE), ("text", "outline", "primary_container")),
        (ft.Icon(ft.Icons.CHECK, color=ft.Colors.ERROR), ("mark", "error", "primary_container")),
        (ft.Text("hej", color="#777777"), ("text", "#777777", "primary_container")),
        (ft.TextButton("hej"), ("text", "primary", "primary_container")),
        (ft.FilledButton(ft.Text("hej")), ("text", "on_primary", "primary")),
    ],
)
def test_a_colour_on_another_is_found_where_it_is_drawn(
    seeded: ft.Control, told: tuple[str, str, str]
) -> None:
    within = ft.Container(ft.Row([seeded]), bgcolor=ft.Colors.PRIMARY_CONTAINER)
    assert tuple(next(drawn_on([within]))) == told


def test_a_pair_that_is_in_no_table_is_told() -> None:
    grey = ft.Container(ft.Text("hej", color=ft.Colors.OUTLINE), bgcolor=ft.Colors.SURFACE)
    assert unlisted([grey]) == ["text: outline on surface"]
    assert not unlisted([ft.Text("hej")])
