"""Caddy, which every `make test` has, and with `make deployed` nginx too."""

import os
from pathlib import Path

import pytest

from tests.deployed.authority import Certificate, certificate
from tests.deployed.proxies import Proxy, caddy, nginx

WHOLE = bool(os.environ.get("DEPLOYED"))
"""Whether all is run: `make deployed`."""

PROXIES: dict[str, Proxy] = {"caddy": caddy, **({"nginx": nginx} if WHOLE else {})}


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """What the proxies show."""
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(params=PROXIES)
def proxy(request: pytest.FixtureRequest) -> Proxy:
    """Each of them."""
    return PROXIES[request.param]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the proxy's own account may enter, too."""
    for one in (tmp_path, *tmp_path.parents):
        if one.owner() == tmp_path.owner() and one.stat().st_mode & 0o777 == 0o700:
            one.chmod(0o711)
    return tmp_path
