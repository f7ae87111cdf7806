"""What stands on what can be read by tired eyes, by day and by night."""

import pytest

from mia_companion.ui.palette import DARK, LIGHT, LINE_PAIRS, TEXT_PAIRS
from mia_companion.ui.theme import PLACE_SIZE, light

MODES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@MODES
@pytest.mark.parametrize(("on", "under"), TEXT_PAIRS)
def test_text_stands_out(colours: dict[str, str], on: str, under: str) -> None:
    assert contrast(colours[on], colours[under]) >= 4.5


@MODES
@pytest.mark.parametrize(("on", "under"), LINE_PAIRS)
def test_lines_and_marks_stand_out(colours: dict[str, str], on: str, under: str) -> None:
    assert contrast(colours[on], colours[under]) >= 3


def test_both_modes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize(("chosen", "system"), [(1, 1), (1.3, 1), (2, 1), (1, 2), (1.25, 1.6)])
def test_headings_stand_above_the_text_at_every_size_and_grow_no_more_than_it(
    chosen: float, system: float
) -> None:
    sizes = light(PLACE_SIZE, chosen, system).text_theme
    assert sizes is not None
    body, *larger = (
        style.size * system
        for style in (
            sizes.body_medium, sizes.title_medium, sizes.title_large, sizes.headline_small,
            sizes.headline_medium, sizes.display_small,
        )
        if style is not None and style.size is not None
    )  # fmt: skip
    assert body == 16 * chosen * system
    assert [one - body for one in larger] == pytest.approx([2, 4, 6, 9, 14])


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
