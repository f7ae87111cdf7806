"""How an app looks before it is open: its icons, and its start by day and by night."""

import io
import tomllib

import pytest
from PIL import Image

from mia_companion.ui.palette import DARK, LIGHT
from tests.phones.flet_build import Built
from tools.phones import ROOT

FLET = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["flet"]


def test_the_icons_are_ours_in_every_size(built: dict[str, Built]) -> None:
    sky = (0x1F, 0x5A, 0x5E)
    for target, folder in (
        ("ipa", "ios/Runner/Assets.xcassets/AppIcon.appiconset"),
        ("macos", "macos/Runner/Assets.xcassets/AppIcon.appiconset"),
        ("apk", "android/app/src/main/res"),
        ("linux", "linux/icons"),
    ):
        files = sorted((built[target].flutter_dir / folder).rglob("*.png"))
        files = [one for one in files if "splash" not in one.name]
        assert len(files) >= 7, target
        for file in files:
            with Image.open(file) as icon:
                assert icon.width == icon.height
                assert (icon.mode == "RGB") == (target == "ipa"), (
                    file
                )  # Apple takes no transparency
                if target != "apk":  # whose sky is a layer of its own
                    middle = (icon.width // 2, icon.height // 2)
                    assert icon.convert("RGBA").getchannel("A").getpixel(middle) == 255, file
    windows = built["windows"].flutter_dir / "windows/runner/resources/app_icon.ico"
    with Image.open(io.BytesIO(windows.read_bytes())) as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= set(icon.info["sizes"])
    largest = built["ipa"].flutter_dir / (
        "ios/Runner/Assets.xcassets/AppIcon.appiconset/Icon-App-1024x1024@1x.png"
    )
    with Image.open(largest) as icon:
        assert icon.getpixel((4, 4)) == sky
    assert built["apk"].said["adaptive_icon_background"] == "#1f5a5e"


def test_androids_icon_stays_within_what_every_launcher_shows() -> None:
    with Image.open(ROOT / "assets" / "icon_android.png") as layer:
        width = layer.width
        light = layer.convert("RGB").point(lambda value: 255 * (value > 200)).convert("L").getbbox()
    assert light is not None  # the sun and the stones, lighter than all around them
    middle, safe = width / 2, width * 33 / 108
    reach = max(abs(side - middle) for side in light)
    assert reach <= safe


@pytest.mark.parametrize("target", ["apk", "ipa"])
def test_a_start_is_calm_by_day_and_by_night(built: dict[str, Built], target: str) -> None:
    said = built[target].said
    boot = FLET["boot_screen"]["flet"]
    assert said["splash"]["color"] == boot["bgcolor_light"] == LIGHT["surface"]
    assert said["splash"]["dark_color"] == boot["bgcolor_dark"] == DARK["surface"]
    assert said["boot_screen"]["name"] == "flet"
    assert not any("message" in name for name in boot)  # no word before the language is known
    found = built[target].flutter_dir.rglob("*.png")
    pictures = [one for one in found if "splash" in one.name or "LaunchImage" in one.name]
    assert len(pictures) >= 6
    heard = [one for one in built[target].warnings if "Warning" in one]
    assert all("adaptive icon" in one for one in heard)  # its layer fills the whole, as it should
