"""What `flet build` itself makes of pyproject.toml, for each of the platforms."""

import tomllib
from pathlib import Path

import pytest

from mia_companion import __version__
from mia_companion.i18n.languages import LANGUAGES
from tests.phones.flet_build import Built
from tools.phones import PYTHON, ROOT
from tools.phones.build import TARGETS, build_number, left_out
from tools.phones.locales import globs, kept
from tools.phones.template import MENDS

FLET = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["flet"]

OF_THE_TEMPLATE = {"android.manifest_application", "android.min_sdk_version"}
"""What no code of flet-cli reads, but its template: read there on 2026-11-28, and in Flet's documentation."""


@pytest.mark.parametrize("target", TARGETS)
def test_who_it_is_and_which_version(built: dict[str, Built], target: str) -> None:
    said, flutter = built[target].said, built[target].flutter
    assert said["bundle_id"] == "se.miavidare.companion"
    assert said["product_name"] == "MIA"  # the home screen tells nobody what it is for
    assert said["artifact_name"] == "mia"
    assert said["company_name"] == "MIA Vidare"
    assert said["options"]["python_version"] == PYTHON
    assert flutter[flutter.index("--build-name") + 1] == __version__
    assert flutter[flutter.index("--build-number") + 1] == str(build_number(__version__))
    assert "--suppress-analytics" in flutter


def test_a_build_number_grows_with_the_version() -> None:
    versions = ["0.1.0", "0.1.1", "0.2.0", "0.10.0", "1.0.0", "1.0.1", "2.0.0"]
    numbers = [build_number(one) for one in versions]
    assert numbers == sorted(set(numbers))
    for wrong in ("1.0", "1.1000.0", "1.0.0rc1"):
        with pytest.raises(ValueError, match=r"three numbers|invalid literal"):
            build_number(wrong)


@pytest.mark.parametrize("target", ["apk", "aab"])
def test_android_asks_for_no_more_and_keeps_no_copies(built: dict[str, Built], target: str) -> None:
    options = built[target].said["options"]
    assert {name for name, wanted in options["android_permissions"].items() if wanted} == {
        "android.permission.INTERNET",
        "android.permission.POST_NOTIFICATIONS",
        "android.permission.RECEIVE_BOOT_COMPLETED",
        "android.permission.USE_BIOMETRIC",
    }
    manifest = built[target].said["pyproject"]["tool"]["flet"]["android"]["manifest_application"]
    assert manifest["allowBackup"] == manifest["fullBackupContent"] == "false"
    assert manifest["usesCleartextTraffic"] == "false"
    rules = manifest["dataExtractionRules"].removeprefix("@xml/")
    assert (ROOT / f"native/shelter/android/src/main/res/xml/{rules}.xml").is_file()
    assert not options["deep_linking"]["scheme"]
    assert options["target_arch"] == ["arm64-v8a", "armeabi-v7a", "x86_64"]  # old phones too
    assert ("--split-per-abi" in built[target].flutter) == (target == "apk")
    told = built[target].environment["SERIOUS_PYTHON_ANDROID_EXTRACT_PACKAGES"]
    assert told.split(",") == ["babel", "puremagic", "holidays", "arabic_reshaper"]


def test_an_iphone_is_given_a_reason_for_each_thing_it_asks(built: dict[str, Built]) -> None:
    info = built["ipa"].said["options"]["info_plist"]
    assert set(info) == {
        "NSFaceIDUsageDescription",
        "NSPhotoLibraryUsageDescription",
        "CFBundleLocalizations",
    }
    for name in ("NSFaceIDUsageDescription", "NSPhotoLibraryUsageDescription"):
        swedish, english = info[name].split(". ")
        assert swedish.startswith(("Öppna", "Välj"))
        assert english.startswith(("Open", "Choose"))
    assert set(info["CFBundleLocalizations"]) == {
        one.tag for one in LANGUAGES if "-x-" not in one.tag
    }


def test_a_desktop_asks_for_nothing(built: dict[str, Built]) -> None:
    assert set(built["macos"].said["options"]["info_plist"]) == {"CFBundleLocalizations"}
    assert not any(
        "camera" in one or "location" in one
        for one in built["macos"].said["options"]["macos_entitlements"]
    )
    assert built["linux"].said["linux_categories"] == "Office;Calendar;"


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_of_the_servers_is_left_in_and_only_what_is_locked_is_installed(
    built: dict[str, Built], target: str
) -> None:
    excluded = set(built[target].given("--exclude"))
    assert excluded >= {*FLET["app"]["exclude"], "build"}
    installed = built[target].given("-r")
    [constraint] = [one for one in installed if one.startswith("--")]
    place = built[target].flutter_dir / constraint.removeprefix("--constraint=")
    assert place.resolve().parent == ROOT / "requirements"  # where pip looks from
    assert place.is_file()
    assert place.name == ("phones.lock" if target in ("apk", "aab", "ipa") else "desktops.lock")
    assert not any(one.startswith(("fastapi", "sqlalchemy", "flet-web")) for one in installed)


@pytest.mark.parametrize("target", TARGETS)
def test_locale_data_is_pruned_to_the_languages(built: dict[str, Built], target: str) -> None:
    told = built[target].given("--cleanup-package-files")
    assert [one for one in told if one.startswith("babel/")] == globs(kept())
    assert "--cleanup-packages" in built[target].package
    assert built[target].given("--cleanup-app-files") == ["**.po", "**.pot"]


@pytest.mark.parametrize("target", TARGETS)
def test_our_plug_in_is_a_part_of_it(built: dict[str, Built], target: str) -> None:
    said = built[target].pubspec["dependencies"]["mia_shelter"]["path"]
    plugin = (built[target].flutter_dir / said).resolve()
    assert plugin == ROOT / "native" / "shelter"
    assert (plugin / "pubspec.yaml").read_text("utf-8").startswith("name: mia_shelter\n")


def test_every_setting_is_one_that_is_read(built: dict[str, Built]) -> None:
    """A slip of the pen in [tool.flet] is silent otherwise."""
    asked = {one for each in built.values() for one in each.asked}
    read = {one.removeprefix("tool.flet.") for one in asked if one.startswith("tool.flet.")}
    read |= OF_THE_TEMPLATE

    def unread(table: dict[str, object], above: str = "") -> list[str]:
        found = []
        for name, value in table.items():
            here = f"{above}{name}"
            if here in read:
                continue
            found += unread(value, f"{here}.") if isinstance(value, dict) else [here]
        return found

    assert unread(FLET) == []
    assert unread({"splash": {"colour": "#fff"}, "exclude": []}) == ["splash.colour", "exclude"]


def test_on_windows_paths_are_left_out_as_windows_writes_them() -> None:
    option, *names = left_out("\\")
    assert option == "--exclude"
    assert [one.replace("\\", "/") for one in names] == FLET["app"]["exclude"]
    assert r"src\mia_companion\server" in names
    assert left_out("/") == []


def test_what_is_left_out_is_there() -> None:
    made = {"dist", "test-results"}
    for name in set(FLET["app"]["exclude"]) - made:
        assert (ROOT / name).exists(), name
    assert Path(ROOT / FLET["app"]["path"] / f"{FLET['app']['module']}.py").is_file()


def test_the_least_of_systems_is_what_the_documents_say() -> None:
    told = (ROOT / "docs" / "phones.md").read_text("utf-8")
    assert f"| Android | 8.0 (API {FLET['android']['min_sdk_version']}) |" in told
    least = next(becomes for name, _, becomes, _ in MENDS if name == "ios/Podfile")
    assert f"| iPhone | iOS {least.split(chr(39))[1].removesuffix('.0')} |" in told
