"""The server's address, before anything is sent there."""

from pathlib import Path
from urllib.parse import urlsplit

from mia_companion.wire.place import LOOPBACK

BUILT_FOR = "server.txt"
"""Beside a built app's entry file: the one server that it is for."""

ON_THIS_COMPUTER = "http://127.0.0.1:8550"


def checked_address(server: str) -> str:
    """The address as it is. Raises ValueError where somebody on the way could read what is sent: it is
    https, or this computer itself."""
    parts = urlsplit(server)
    here = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or here):
        raise ValueError("the server's address must be https://")
    return server


def given_address(said: str, beside: Path) -> str:
    """Where an app finds its server: as it is told now, or as it was built for; on this computer where
    neither is."""
    built_for = beside / BUILT_FOR
    if not said and built_for.is_file():
        said = built_for.read_text("utf-8").strip()
    return said or ON_THIS_COMPUTER
