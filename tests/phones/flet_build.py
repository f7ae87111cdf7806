"""`flet build` itself, up to where it would start Flutter: what it makes of our configuration.

Flet's own code reads pyproject.toml, resolves every setting, merges our plug-in into the pubspec, draws the
icons and composes the command lines. In the place of what is not here stand: Flutter's search for itself,
the template (a folder with a pubspec and the files that icons are drawn over), Dart's and Flutter's runs,
which are noted, and the list of Pythons, which is otherwise fetched.
"""

import argparse
import json
import shutil
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from flet_cli.commands import build_base
from flet_cli.commands.build import Command
from flet_cli.commands.flutter_base import BaseFlutterCommand
from flet_platform_assets import DEFAULT_SPECS

from tools.phones import PYTHON, ROOT
from tools.phones.build import command

_PYTHONS = {
    "default_python_version": PYTHON,
    "pythons": {
        short: {
            "full_version": f"{short}.6",
            "pyodide_version": "1",
            "android_abis": ["arm64-v8a", "armeabi-v7a", "x86_64"],
        }
        for short in ("3.12", "3.13", PYTHON)
    },
}


@dataclass
class Built:
    """What came of one target."""

    said: dict[str, Any] = field(default_factory=dict)
    """What the template is rendered with."""
    package: list[str] = field(default_factory=list)
    """The packager's command line."""
    flutter: list[str] = field(default_factory=list)
    """Flutter's."""
    environment: dict[str, str] = field(default_factory=dict)
    """What Flutter's run is given besides."""
    pubspec: dict[str, Any] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    """Every setting that was looked up, with dots."""
    flutter_dir: Path = Path()
    warnings: list[str] = field(default_factory=list)

    def given(self, option: str) -> list[str]:
        """The values of one option of the packager's."""
        line = self.package
        return [line[at + 1] for at, one in enumerate(line[:-1]) if one == option]


def a_copy(folder: Path) -> Path:
    """A folder that looks like the repository to Flet, and may be written to."""
    folder.mkdir()
    for one in ROOT.iterdir():
        if one.name != "build":
            (folder / one.name).symlink_to(one)
    return folder


def build(target: str, repository: Path, patch: pytest.MonkeyPatch) -> Built:
    """Run `flet build` with what tools/phones/build.py tells it."""
    built = Built()
    manifest = repository.with_suffix(".json")
    manifest.write_text(json.dumps(_PYTHONS))
    patch.setenv("FLET_PYTHON_BUILD_MANIFEST", str(manifest))
    patch.setattr(BaseFlutterCommand, "initialize_command", lambda self: None)
    patch.setattr("cookiecutter.main.cookiecutter", lambda **said: _rendered(built, target, **said))
    patch.setattr(build_base, "load_pyproject_toml", _noting(built, build_base.load_pyproject_toml))
    patch.setattr(
        build_base.console, "log", lambda *said, **_: built.warnings.extend(map(str, said))
    )
    patch.chdir(repository)

    parser = argparse.ArgumentParser()
    flet = Command(parser)
    words = command(target)
    flet.options = parser.parse_args([*words[4:5], str(repository), *words[6:]])
    flet.target_platform = target
    flet.verbose, flet.env, flet.dart_exe, flet.flutter_exe = 0, {}, "dart", "flutter"
    flet.emojis = defaultdict(str)
    flet.update_status = lambda *_: None
    flet.cleanup = _gave_up
    flet.run = lambda line, cwd, env=None, capture_output=True: _ran(built, flet, line, env)

    flet.initialize_command()
    flet.validate_entry_point()
    flet.setup_template_data()
    flet.create_flutter_project()
    flet.package_python_app()
    flet.register_flutter_extensions()
    if flet.create_flutter_project(second_pass=True):
        flet.update_flutter_dependencies()
    flet.customize_icons()
    flet.customize_splash_images()
    flet.run_flutter()
    built.said, built.flutter_dir = flet.template_data, flet.flutter_dir
    built.pubspec = yaml.safe_load(Path(flet.pubspec_path).read_text("utf-8"))
    return built


def _rendered(built: Built, target: str, *, template: str, output_dir: str, **_: object) -> None:
    assert template == "native/template"
    project = Path(output_dir) / "flutter"
    platform = build_base.ICON_PLATFORMS[target]
    for one in DEFAULT_SPECS[platform].targets:
        file = project / one.relative_path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    if platform == "windows":
        (project / "windows/runner/resources").mkdir(parents=True, exist_ok=True)
        (project / "windows/runner/resources/app_icon.ico").touch()
    (project / "pubspec.yaml").write_text("name: mia_companion\ndependencies:\n  flet: any\n")


def _noting(built: Built, load: Callable[[Path], Any]) -> Callable[[Path], Any]:
    def loaded(folder: Path) -> Any:
        read = load(folder)

        def asked(setting: str | None = None) -> Any:
            built.asked.add(setting or "")
            return read(setting)

        return asked

    return loaded


def _ran(built: Built, flet: Any, line: list[str], env: dict[str, str] | None) -> Any:
    if "package" in line:
        built.package = line
        (flet.build_dir / "python-app").mkdir(parents=True, exist_ok=True)
    else:
        built.flutter, built.environment = line, env or {}
    return SimpleNamespace(returncode=0, stdout="", stderr="")


def _gave_up(code: int, message: str = "", **_: object) -> None:
    raise AssertionError(f"flet build gave up: {message}")


def packaged(built: Built, to: Path) -> Path:
    """The files that the packager would take, copied as it copies: what is excluded by its exact path is
    left out, and nothing else. Its own code is Dart, and not here."""
    left_out = set(built.given("--exclude"))
    source = Path(built.package[built.package.index("package") + 1])

    def ignore(folder: str, names: list[str]) -> list[str]:
        inside = Path(folder).relative_to(source)
        return [name for name in names if str(inside / name) in left_out]

    shutil.copytree(source, to, ignore=ignore)
    return to
