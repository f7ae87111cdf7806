"""Nothing moves by itself, and nothing of ours moves where the device is set to less motion.

Flet does not tell whether it is: so no control here is animated at all. What moves is Flutter's own, the
sliding in of a screen and the ink of a tap, which follow the device's setting.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mia_companion.ui

SCREENS = Path(mia_companion.ui.__file__).parent
MOVING = {
    "AnimatedSwitcher", "Animation", "AnimationCurve", "CupertinoActivityIndicator", "Lottie", "ProgressBar",
    "ProgressRing", "Rive", "Shimmer", "Video",
}  # fmt: skip
"""Of Flet's controls those that move, and what makes others move."""


def moving(source: str) -> Iterator[str]:
    """The names in it of what moves."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in MOVING:
            yield node.attr
        if isinstance(node, ast.keyword) and (node.arg or "").startswith("animate"):
            yield str(node.arg)


def test_no_control_moves() -> None:
    found = {
        f"{path.relative_to(SCREENS)}: {what}"
        for path in SCREENS.rglob("*.py")
        for what in moving(path.read_text("utf-8"))
    }
    assert not found


@pytest.mark.parametrize(
    "seeded",
    ["ft.ProgressRing(width=24)", "ft.Container(animate_opacity=300)", "ft.AnimatedSwitcher(one)"],
)
def test_what_moves_is_found(seeded: str) -> None:
    assert list(moving(seeded))
