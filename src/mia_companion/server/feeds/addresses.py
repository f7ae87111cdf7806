"""The address of a feed: its id, and a MAC that nobody can guess.

    /v1/calendars/<id>.<mac>.ics

The id alone opens nothing, and the database alone holds no address. What is no address of ours is turned
away before anything is looked up.
"""

import base64

from mia_companion.server.keys import KeyStore
from mia_companion.server.macs import mac, same

_KEY = "feeds"
_ENDING = ".ics"
ROOT = "/v1/calendars/"


class Addresses:
    """Writes and reads them, under the server's own key."""

    def __init__(self, keys: KeyStore, public_url: str) -> None:
        self._keys = keys
        self.public_url = public_url
        """Where others reach this server; empty where it was not told."""

    def of(self, feed: str) -> str:
        """The path of that feed."""
        return f"{ROOT}{feed}.{_tag(self._keys.server_key(_KEY), feed)}{_ENDING}"

    def read(self, name: str) -> str | None:
        """The feed that the last part of a path names; None for anything that this server did not make."""
        if not name.isascii() or not name.endswith(_ENDING):
            return None
        feed, _, tag = name.removesuffix(_ENDING).partition(".")
        wanted = (_tag(key, feed).encode() for key in self._keys.server_keys(_KEY))
        return feed if any(same(one, tag.encode()) for one in wanted) else None


def _tag(key: bytes, feed: str) -> str:
    return base64.urlsafe_b64encode(mac(key, feed)).decode().rstrip("=")
