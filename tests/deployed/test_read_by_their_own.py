"""What `deploy/` holds for Compose and systemd, read by Compose and systemd themselves."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.deployed.conftest import WHOLE
from tests.deployed.proxies import DEPLOY, program
from tests.deployed.test_shipped_files import SERVICES, UNITS

if WHOLE:

    def test_compose_itself_reads_it(tmp_path: Path) -> None:
        for name in ("compose.yaml", "Containerfile"):
            shutil.copy(DEPLOY / name, tmp_path)
        shutil.copy(DEPLOY / "env.example", tmp_path / ".env")
        shutil.copy(DEPLOY / "environment.example", tmp_path / "environment")
        compose = os.environ.get("COMPOSE") or f"{program('docker')} compose"
        command = [
            *compose.split(),
            "--project-directory",
            str(tmp_path),
            "--profile",
            "two",
            "config",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        read = yaml.safe_load(done.stdout)["services"]
        assert set(read) == set(SERVICES)
        assert read["app"]["environment"]["MIA_PUBLIC_URL"] == "https://mia.example.se"
        assert read["app"]["environment"]["MIA_KEK_FILE"] == "/var/lib/mia-wrapping/kek.json"
        assert read["app"]["build"]["args"]["BASE"].startswith("python:")
        (tmp_path / ".env").write_text("")
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "say in .env" in done.stderr

    @pytest.fixture
    def installed(tmp_path: Path) -> Path:
        """A root folder with our units in it, and the system's targets."""
        units = tmp_path / "etc/systemd/system"
        units.mkdir(parents=True)
        for file in (
            *(DEPLOY / "systemd").iterdir(),
            *Path("/usr/lib/systemd/system").glob("*.target"),
        ):
            shutil.copy(file, units)
        for name in (
            "opt/mia-companion/bin/mia-companion",
            "usr/bin/curl",
            "usr/local/bin/mia-nightly",
        ):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(shutil.which("true") or "", tmp_path / name)
        return tmp_path

    def _analyze(*said: str) -> str:
        command = [program("systemd-analyze"), *said]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return f"{done.returncode}\n{done.stdout}{done.stderr}"

    def test_systemd_itself_reads_the_units(installed: Path) -> None:
        names = [one.replace("@", "@8550") for one in UNITS]
        timers = [one.name for one in (DEPLOY / "systemd").glob("*.timer")]
        said = _analyze("verify", f"--root={installed}", *names, *timers, "mia-companion.target")
        assert said == "0\n"

    @pytest.mark.parametrize("name", UNITS)
    def test_a_unit_is_closed_as_far_as_it_can_be(installed: Path, name: str) -> None:
        unit = str(installed / "etc/systemd/system" / name)
        asked = ("--offline=true", "--threshold=12", f"--root={installed}")
        assert _analyze("security", *asked, unit).startswith("0\n")
