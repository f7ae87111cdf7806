"""A real OpenID provider as a process of its own."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mia_companion.server.login.settings import Provider
from tests.journeys.stage import free_port
from tools.provider import installed, node

SECRET = "a-secret-of-the-tests-that-is-long-enough"


@dataclass(frozen=True)
class RealProvider:
    """Where it listens."""

    issuer: str

    @property
    def settings(self) -> Provider:
        """As our server knows it."""
        return Provider(
            issuer=self.issuer,
            client_id="mia",
            acr=("loa3", "loa4"),
            client_secret=SECRET,
            name="Prov-id",
        )


@contextmanager
def a_provider(callback: str) -> Iterator[RealProvider]:
    """Listening; `callback` is the only address that it sends anybody back to."""
    folder, port = installed(), free_port()
    command = [node(), "provider.mjs", str(port), callback]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "listening\n"
            yield RealProvider(f"http://localhost:{port}")
        finally:
            process.kill()
