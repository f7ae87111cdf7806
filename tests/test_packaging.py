"""What can be proved of a phone's package without the toolchain that builds it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLET = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["flet"]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The files that a built app holds: the app path without what is excluded."""
    source = (ROOT / FLET["app"]["path"]).resolve()
    left_out = {(source / name).resolve() for name in FLET["app"]["exclude"]}

    def ignore(folder: str, names: list[str]) -> list[str]:
        return [
            name
            for name in names
            if (Path(folder) / name).resolve() in left_out or name.startswith((".", "__pycache__"))
        ]

    target = tmp_path / "app"
    shutil.copytree(source, target, ignore=ignore)
    return target


def test_entry_file_and_assets_lie_in_the_root_of_the_app_path(package: Path) -> None:
    assert (package / f"{FLET['app']['module']}.py").is_file()
    assert (package / "assets" / "fonts").is_dir()
    assert (package / "locales" / "sv" / "LC_MESSAGES" / "messages.mo").is_file()
    fonts = {path.suffix for path in (package / "assets" / "fonts").rglob("*")}
    assert fonts == {".ttf", ".txt"}  # those of browsers are not for phones
    for gone in ("tests", "docs", "src/mia_companion/server", "src/mia_companion/demo"):
        assert not (package / gone).exists()


def test_the_app_starts_from_its_package_alone(package: Path) -> None:
    code = (
        "import main, mia_companion.main as app, mia_companion.i18n.words as words\n"
        "from mia_companion.device.statement.told import statement\n"
        "print(app.__file__); print(app.assets_folder()); print(words.words_for('sv').t('Today'))\n"
        "print(statement().long['sv'][0].words)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=package, capture_output=True, text=True, check=True
    )
    file, assets, today, accessible = done.stdout.splitlines()
    assert Path(file).is_relative_to(package)
    assert Path(assets) == package / "assets"
    assert today == "I dag"
    assert accessible == "Tillgänglighetsredogörelse för MIA"


def test_a_phones_backup_does_not_carry_what_is_sealed() -> None:
    manifest = FLET["android"]["manifest_application"]
    assert manifest == {"allowBackup": "false", "fullBackupContent": "false"}


def test_a_phone_is_asked_for_no_more_than_reminders_and_a_finger_need() -> None:
    asked = {name for name, wanted in FLET["android"]["permission"].items() if wanted}
    assert asked == {
        "android.permission.POST_NOTIFICATIONS",
        "android.permission.RECEIVE_BOOT_COMPLETED",
        "android.permission.USE_BIOMETRIC",
    }
