"""Flet's own template of an app, mended where `[tool.flet]` has no words for what we need.

v1.0.5/flet-build-template.zip ──unpacked──▶ native/template ──mended──▶ `flet build` renders it
                                                 └─ something is not as it was: nothing is built

Android   core library desugaring, without which flutter_local_notifications does not build
iOS       from version 15 on; and no line to a server without TLS, which the template allows
"""

import shutil
import zipfile
from pathlib import Path

import flet.version

from tools.phones import ROOT

TEMPLATE = ROOT / "native" / "template"
DESUGARING = "com.android.tools:desugar_jdk_libs:2.1.4"
"""The version that flet-notifications names."""

_APP = "{{cookiecutter.out_dir}}"

# file, what stands there, what stands there then, how often it stands there
MENDS = (
    (
        "android/app/build.gradle.kts",
        "compileOptions {",
        "compileOptions {\n        isCoreLibraryDesugaringEnabled = true",
        1,
    ),
    (
        "android/app/build.gradle.kts",
        "dependencies {",
        f'dependencies {{\n    coreLibraryDesugaring("{DESUGARING}")\n',
        1,
    ),
    (
        "ios/Runner.xcodeproj/project.pbxproj",
        "IPHONEOS_DEPLOYMENT_TARGET = 13.0;",
        "IPHONEOS_DEPLOYMENT_TARGET = 15.0;",
        None,
    ),
    ("ios/Podfile", "platform :ios, '13.0'", "platform :ios, '15.0'", 1),
    (
        "ios/Runner/Info.plist",
        "<key>NSAllowsArbitraryLoads</key>\n\t\t\t<true />",
        "<key>NSAllowsArbitraryLoads</key>\n\t\t\t<false />",
        1,
    ),
)


class Changed(Exception):
    """The template is not what was mended before: look at it, and at MENDS."""


def mended(text: str, was: str, becomes: str, often: int | None, name: str = "") -> str:
    """The text with `was` replaced, which stands there that often, or at least once. Raises Changed."""
    found = text.count(was)
    if found == 0 or often not in (None, found):
        raise Changed(f"{name}: {was!r} stands there {found} times")
    return text.replace(was, becomes)


def unpacked(archive: Path, to: Path) -> Path:
    """The folder of the archive that holds cookiecutter.json, as `to`. Raises Changed."""
    shutil.rmtree(to, ignore_errors=True)
    beside = to.with_name(to.name + ".unpacking")
    shutil.rmtree(beside, ignore_errors=True)
    with zipfile.ZipFile(archive) as files:
        files.extractall(beside)
    roots = sorted(beside.rglob("cookiecutter.json"), key=lambda one: len(one.parts))
    if not roots:
        raise Changed("the archive holds no cookiecutter.json")
    shutil.move(roots[0].parent, to)
    shutil.rmtree(beside, ignore_errors=True)
    return to


def mend(template: Path) -> None:
    """Mend an unpacked template in place. Raises Changed, and then nothing may be built of it."""
    for name, was, becomes, often in MENDS:
        file = template / _APP / name
        if not file.is_file():
            raise Changed(f"there is no {name}")
        file.write_text(mended(file.read_text("utf-8"), was, becomes, often, name), "utf-8")


def main() -> None:
    """Fetch the template of the Flet that is installed, and mend it."""
    from flet_cli.commands.build_base import DEFAULT_TEMPLATE_URL  # noqa: PLC0415
    from flet_cli.utils.template_cache import get_cached_template_zip  # noqa: PLC0415

    version = flet.version.flet_version
    archive = get_cached_template_zip(DEFAULT_TEMPLATE_URL.format(version=version), version)
    try:
        mend(unpacked(archive, TEMPLATE))
    except Changed:
        shutil.rmtree(TEMPLATE, ignore_errors=True)
        raise


if __name__ == "__main__":
    main()
