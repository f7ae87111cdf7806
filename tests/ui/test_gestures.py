"""Nothing is done by drawing a finger, pressing long or tapping twice alone: each such gesture is known here,
with the buttons that do the same."""

import re
from pathlib import Path

import mia_companion.ui

UI = Path(next(iter(mia_companion.ui.__path__)))
_GESTURES = re.compile(
    r"\b(GestureDetector|InteractiveViewer|Dismissible|Draggable|DragTarget|Reorderable\w+|PageView|\w*Slider"
    r"|on_(?:long_press|double_tap|pan|scale|swipe|drag|horizontal|vertical)\w*)\b"
)
KNOWN = {
    "participant/path/goal_card.py": ({"GestureDetector"}, 'here.t("Open the goal")'),
    "photo.py": ({"InteractiveViewer"}, 'here.t("Look to the left")'),
}
"""Where, what, and the button beside it: a goal's words are tapped, a photo is drawn and pinched."""


def test_each_gesture_has_another_way() -> None:
    found = {}
    for file in sorted(UI.rglob("*.py")):
        text = file.read_text()
        if gestures := set(_GESTURES.findall(text)):
            found[file.relative_to(UI).as_posix()] = gestures
    assert found == {where: gestures for where, (gestures, _) in KNOWN.items()}
    for where, (_, button) in KNOWN.items():
        assert button in (UI / where).read_text(), where
