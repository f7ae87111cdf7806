"""Our plug-in: it cannot be compiled here, so what can be read of it is."""

import xml.etree.ElementTree as ET

import yaml

from tools.app_icons import LAYERS, vectors
from tools.icons import ASSETS
from tools.phones import ROOT

SHELTER = ROOT / "native" / "shelter"
ANDROID = "{http://schemas.android.com/apk/res/android}"


def test_flutter_registers_it_by_itself() -> None:
    platforms = yaml.safe_load((SHELTER / "pubspec.yaml").read_text("utf-8"))["flutter"]["plugin"][
        "platforms"
    ]
    assert set(platforms) == {"android", "ios"}
    android = platforms["android"]
    source = SHELTER / "android/src/main/kotlin" / android["package"].replace(".", "/")
    kotlin = (source / f"{android['pluginClass']}.kt").read_text("utf-8")
    assert f"package {android['package']}\n" in kotlin
    assert f"class {android['pluginClass']} : FlutterPlugin, ActivityAware" in kotlin
    assert f'namespace = "{android["package"]}"' in (SHELTER / "android/build.gradle").read_text(
        "utf-8"
    )
    assert f"public class {platforms['ios']['pluginClass']}: NSObject, FlutterPlugin" in _swift()


def _swift() -> str:
    return (SHELTER / "ios/mia_shelter/Sources/mia_shelter/ShelterPlugin.swift").read_text("utf-8")


def test_nothing_is_carried_away_by_a_backup_or_to_a_new_phone() -> None:
    rules = ET.parse(SHELTER / "android/src/main/res/xml/mia_data_extraction_rules.xml").getroot()
    assert [one.tag for one in rules] == ["cloud-backup", "device-transfer"]
    for part in rules:
        assert {one.tag for one in part} == {
            "exclude"
        }  # whatever is not included after that is not
        domains = {one.attrib["domain"] for one in part}
        plain = {"root", "file", "database", "sharedpref"}
        assert domains == plain | {f"device_{one}" for one in plain} | {"external"}
        assert all(set(one.attrib) == {"domain"} for one in part)  # the whole of each


def test_reminders_are_woken_and_nobody_else_may_wake_them() -> None:
    manifest = ET.parse(SHELTER / "android/src/main/AndroidManifest.xml").getroot()
    receivers = manifest.findall("application/receiver")
    assert {one.attrib[f"{ANDROID}name"].rpartition(".")[2] for one in receivers} == {
        "ScheduledNotificationReceiver",
        "ScheduledNotificationBootReceiver",
    }
    assert all(one.attrib[f"{ANDROID}exported"] == "false" for one in receivers)
    assert manifest.findall("uses-permission") == []


def test_the_switcher_gets_no_picture() -> None:
    kotlin = next((SHELTER / "android").rglob("*.kt")).read_text("utf-8")
    newer, older = kotlin.split("} else {")
    assert "activity.setRecentsScreenshotEnabled(false)" in newer
    assert "addFlags(WindowManager.LayoutParams.FLAG_SECURE)" in older
    for name in ("willResignActiveNotification", "didBecomeActiveNotification"):
        assert f"UIApplication.{name}" in _swift()


def test_androids_layers_are_drawn_from_the_icon_that_is_there() -> None:
    drawn = vectors((ASSETS / "icons" / "icon.svg").read_text("utf-8"))
    for name, said in drawn.items():
        assert (LAYERS / name).read_text("utf-8") == said, f"{name}: run python -m tools.app_icons"
        ET.fromstring(said.encode())
    icon = ET.fromstring(drawn["mipmap-anydpi-v33/ic_launcher.xml"].encode())
    assert [one.tag for one in icon] == ["background", "foreground", "monochrome"]
    for one in icon:
        kind, _, name = one.attrib[f"{ANDROID}drawable"].removeprefix("@").partition("/")
        places = drawn.values() if kind == "color" else drawn
        assert any(name in place for place in places), name
