"""The server's address, before anything is sent there."""

from urllib.parse import urlsplit

_HERE = ("localhost", "127.0.0.1", "::1")


def checked_address(server: str) -> str:
    """The address as it is. Raises ValueError where somebody on the way could read what is sent: it is
    https, or this computer itself."""
    parts = urlsplit(server)
    here = parts.scheme == "http" and parts.hostname in _HERE
    if not parts.hostname or not (parts.scheme == "https" or here):
        raise ValueError("the server's address must be https://")
    return server
