"""The proxies that `deploy/` sets up, as processes on this computer: what is run is what is shipped.

Caddy takes its ports and its certificate from the environment. nginx has none, so that the lines which its
file tells an operator to write anew are written anew here, each of which must be there.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.deployed.authority import HOST, Certificate

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


@dataclass(frozen=True)
class Front:
    """A running proxy: where people come, and what it has logged."""

    https_port: int
    http_port: int
    log: Path
    trusts: Certificate

    @property
    def https(self) -> str:
        """Its address, by TLS."""
        return f"https://{HOST}:{self.https_port}"

    @property
    def http(self) -> str:
        """Its address in the clear."""
        return f"http://{HOST}:{self.http_port}"


Proxy = Callable[..., AbstractContextManager[Front]]
"""Called with a folder, a certificate, and the upstreams' ports; perhaps with `path`."""


@contextmanager
def caddy(
    folder: Path, shown: Certificate, upstreams: Sequence[int], path: str = ""
) -> Iterator[Front]:
    """Caddy with `deploy/caddy/Caddyfile`."""
    secure, plain, health = free_ports(3)
    front = Front(secure, plain, folder / "caddy.log", shown)
    told = {
        "MIA_HOST": HOST,
        "MIA_PATH": path,
        "MIA_TLS": f"tls {shown.chain} {shown.key}",
        "MIA_UPSTREAMS": " ".join(f"127.0.0.1:{port}" for port in upstreams),
        "MIA_ADDRESS": "127.0.0.1",
        "MIA_HTTPS_PORT": str(front.https_port),
        "MIA_HTTP_PORT": str(front.http_port),
        "MIA_HEALTH_PORT": str(health),
        "HOME": str(folder),
    }
    run = [program("caddy"), "run", "--adapter", "caddyfile"]
    file = DEPLOY / "caddy" / "Caddyfile"
    with _running([*run, "--config", str(file)], front, told):
        yield front


@contextmanager
def nginx(
    folder: Path, shown: Certificate, upstreams: Sequence[int], path: str = ""
) -> Iterator[Front]:
    """nginx with the files of `deploy/nginx/`."""
    secure, plain = free_ports(2)
    front = Front(secure, plain, folder / "mia.log", shown)
    snippets = folder / "snippets"
    snippets.mkdir(exist_ok=True)
    for name in ("mia-proxy.conf", "mia-path.conf"):
        said = (DEPLOY / "nginx" / name).read_text("utf-8")
        said = _anew(said, {"/mia/": f"{path}/"}) if path and "path" in name else said
        (snippets / name).write_text(
            said.replace("/var/log/nginx/mia.log", str(front.log)), "utf-8"
        )
    servers = "\n".join(f"server 127.0.0.1:{p} max_fails=2 fail_timeout=2s;" for p in upstreams)
    line = "server 127.0.0.1:8550 max_fails=2 fail_timeout=2s;"
    upstream = (DEPLOY / "nginx" / "mia-upstream.conf").read_text("utf-8")
    site = (DEPLOY / "nginx" / "mia.conf").read_text("utf-8")
    anew = {
        "listen 80;": f"listen 127.0.0.1:{front.http_port};",
        "listen 443 ssl": f"listen 127.0.0.1:{front.https_port} ssl",
        "mia.example.se": HOST,
        "/etc/ssl/mia/fullchain.pem": str(shown.chain),
        "/etc/ssl/mia/key.pem": str(shown.key),
        "/var/log/nginx/mia.log": str(front.log),
        "/var/log/nginx/mia-error.log": str(folder / "error.log"),
    }
    site = _anew(site, anew)
    if path:
        begin, end = site.index("    include snippets/mia-proxy.conf;"), site.rindex("}")
        site = f"{site[:begin]}    include snippets/mia-path.conf;\n{site[end:]}"
    main = f"""
daemon off;
pid {folder}/nginx.pid;
worker_processes 1;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {_anew(upstream, {line: servers})}
    {site}
}}
"""
    (folder / "nginx.conf").write_text(main, "utf-8")
    command = [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with _running([*command, "-e", str(folder / "error.log")], front, {}):
        yield front


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens at, each another: one that was let go of might come again."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in probes:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in probes]


def program(name: str) -> str:
    """The program's file: named by the environment (`NGINX=…`), of this environment, or on PATH."""
    beside = Path(sys.prefix) / "bin" / name
    found = os.environ.get(name.upper()) or (str(beside) if beside.exists() else shutil.which(name))
    if not found:
        raise FileNotFoundError(
            f"{name} is not here: install it, or say {name.upper()}=/where/it/is"
        )
    return found


def _anew(said: str, lines: dict[str, str]) -> str:
    for old, new in lines.items():
        assert old in said, f"{old!r} is not in the file that is shipped"
        said = said.replace(old, new)
    return said


@contextmanager
def _running(command: list[str], front: Front, told: dict[str, str]) -> Iterator[None]:
    with front.log.with_suffix(".said").open("ab") as said:
        running = subprocess.Popen(command, env=os.environ | told, stdout=said, stderr=said)
    try:
        until = time.monotonic() + 15
        while not all(_listens(port) for port in (front.https_port, front.http_port)):
            if running.poll() is not None or time.monotonic() > until:
                raise AssertionError(front.log.with_suffix(".said").read_text("utf-8", "replace"))
            time.sleep(0.02)
        yield
    finally:
        running.kill()  # it would wait for lines that are still open
        running.wait()


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
