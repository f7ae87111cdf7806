"""What `deploy/` holds, read: nothing is open that is to be closed, nothing named that nobody knows."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from mia_companion.device.kinds import MAX_PICKED_BYTES
from mia_companion.domain.blobs import MAX_BLOB_BYTES
from mia_companion.environment.variables import VARIABLES
from mia_companion.server.settings import Settings
from mia_companion.wire.sync import MAX_PUSH_BYTES
from tests.deployed.proxies import DEPLOY

COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
SERVICES = COMPOSE["services"]
UNITS = sorted(one.name for one in (DEPLOY / "systemd").glob("*.service"))
NOT_SET = {"MIA_SERVER", "MIA_OIDC_CLIENT_SECRET"}
"""A desktop's, and one that a file says better."""


def test_every_setting_is_in_the_example_and_explained() -> None:
    lines = (DEPLOY / "environment.example").read_text("utf-8").splitlines()
    found = {}
    for before, line in pairwise(lines):
        if match := re.fullmatch(r"#?(MIA_\w+)=(.*)", line):
            found[match[1]] = before
    assert set(found) == set(VARIABLES) - NOT_SET
    for name, explained in found.items():
        assert re.match(r"# \S.*\.$", explained), name


def test_what_the_example_says_can_be_meant(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret", "ascii")
    lines = (DEPLOY / "environment.example").read_text("utf-8").splitlines()
    for begins in (r"(MIA_\w+)=(.*)", r"#?(MIA_\w+)=(.*)"):  # as it is, and with all of it set
        told = {m[1]: m[2] for line in lines if (m := re.fullmatch(begins, line))}
        for name in told:
            if name.endswith("_FILE"):
                told[name] = str(tmp_path / "secret")
        assert Settings.from_environment(told).behind_tls


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_may_do_no_more_than_it_must(name: str) -> None:
    said = SERVICES[name]
    assert said["read_only"] is True
    assert said["cap_drop"] == ["ALL"]
    assert said.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])
    assert said["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "pid", "network_mode", "devices"} & set(said)
    for limit in ("pids_limit", "mem_limit", "cpus", "restart", "healthcheck", "logging"):
        assert said[limit], limit
    assert ("ports" in said) == (name == "proxy")


def test_the_database_is_reached_by_the_program_alone_and_keys_lie_elsewhere() -> None:
    assert COMPOSE["networks"]["back"] == {"internal": True}
    assert [n for n, one in SERVICES.items() if "back" in one["networks"]] == [
        "app",
        "app-2",
        "database",
    ]
    mounted = {n: {v.split(":")[0] for v in one["volumes"]} for n, one in SERVICES.items()}
    assert mounted["database"] & mounted["app"] == set()
    assert {"keys", "wrapping", "data"} <= mounted["app"]
    named = {v for one in mounted.values() for v in one if re.fullmatch(r"[a-z]+", v)}
    assert named == set(COMPOSE["volumes"])
    used = {one for service in SERVICES.values() for one in service.get("secrets", [])}
    assert used == set(COMPOSE["secrets"])
    for file in (*COMPOSE["secrets"].values(), {"file": "./.env"}):
        ignored = (DEPLOY / ".gitignore").read_text("utf-8").splitlines()
        assert any(file["file"].removeprefix(".").startswith(one) for one in ignored), file


def test_every_variable_that_is_said_is_known() -> None:
    example = set(re.findall(r"^#?(MIA_\w+)=", (DEPLOY / "env.example").read_text("utf-8"), re.M))
    asked = set(re.findall(r"\$\{(MIA_\w+)", (DEPLOY / "compose.yaml").read_text("utf-8")))
    assert asked == example
    said = {one for one in SERVICES["app"]["environment"] if one.startswith("MIA_")}
    assert said <= set(VARIABLES)
    caddy = set(re.findall(r"\{\$(MIA_\w+)", (DEPLOY / "caddy" / "Caddyfile").read_text("utf-8")))
    assert set(SERVICES["proxy"]["environment"]) <= caddy


def test_the_image_holds_nothing_that_it_does_not_need() -> None:
    said = (DEPLOY / "Containerfile").read_text("utf-8")
    assert "--require-hashes --requirement requirements/run.lock" in said
    final = said.rpartition("\nFROM ")[2]
    assert "USER 10001:10001" in final
    assert "STOPSIGNAL SIGTERM" in final
    assert "/readyz" in final
    assert "pip" not in final
    assert re.search(r"@sha256:", said)
    ignore = (DEPLOY / "Containerfile.dockerignore").read_text("utf-8").splitlines()
    assert "*" in ignore
    copied = {word for line in re.findall(r"^COPY (?!--from)(.*)$", said, re.M)
              for word in line.split()[:-1] if not word.startswith("--")}  # fmt: skip
    assert copied <= {one.removeprefix("!") for one in ignore if one.startswith("!")}


def test_proxies_let_in_what_the_program_takes() -> None:
    wanted = {"uploads": MAX_PICKED_BYTES, "v1": max(MAX_BLOB_BYTES, MAX_PUSH_BYTES + 64 * 1024)}
    caddy = (DEPLOY / "caddy" / "Caddyfile").read_text("utf-8")
    nginx = (DEPLOY / "nginx" / "mia.conf").read_text("utf-8")
    below = (DEPLOY / "nginx" / "mia-path.conf").read_text("utf-8")
    named = {"uploads": "photo", "v1": "api"}
    for path, most in wanted.items():
        sizes = re.findall(rf"request_body @{named[path]} {{\s+max_size (\d+)MiB", caddy)
        for said in (nginx, below):
            sizes += re.findall(
                rf"location (?:/mia)?/{path}/ {{\s+client_max_body_size (\d+)m;", said
            )
        assert len(sizes) == 3
        for size in sizes:
            assert most <= int(size) * 2**20 <= 1.5 * most, path


def test_units_keep_what_they_say() -> None:
    assert len(UNITS) == 4
    for name in UNITS:
        said = (DEPLOY / "systemd" / name).read_text("utf-8")
        for line in (
            "User=mia",
            "ProtectSystem=strict",
            "NoNewPrivileges=yes",
            "CapabilityBoundingSet=",
        ):
            assert line in said.splitlines(), f"{name}: {line}"
        timer = DEPLOY / "systemd" / name.replace(".service", ".timer")
        assert ("Type=oneshot" in said) == timer.exists()
