"""What a browser is shown and told before the app is there, in the language of whoever opens it.

Which language that is: the one that was chosen in this browser, which the page keeps in a cookie of its own
(`assets/index.html`), else what the browser asks for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mia_companion.device.browser.cookie import said_in
from mia_companion.wire.place import ANYWHERE, Place

LANGUAGE_COOKIE = "mia-language"
MANIFESTS = "/manifest/"
_ENDING = ".webmanifest"


def _nothing(_: str) -> str:
    return ""


@dataclass(frozen=True)
class Front:
    """`parts` are what stands in the places of the index page, by language and by what marks the place;
    `manifests` by language; `accepted` finds one of them for an Accept-Language header."""

    place: Place = ANYWHERE
    parts: Mapping[str, Mapping[bytes, bytes]] = field(default_factory=dict)
    manifests: Mapping[str, bytes] = field(default_factory=dict)
    accepted: Callable[[str], str] = _nothing

    def language(self, cookies: str, accept_language: str) -> str:
        """The tag, of a Cookie and an Accept-Language header."""
        chosen = said_in(cookies, self.place.cookie(LANGUAGE_COOKIE))
        return chosen if chosen in self.parts else self.accepted(accept_language)

    def page(self, raw: bytes, tag: str) -> bytes:
        """The index page in that language."""
        for mark, words in self.parts.get(tag, {}).items():
            raw = raw.replace(mark, words)
        return raw

    def manifest(self, path: str) -> bytes | None:
        """What browsers install the app by, if it is one that is asked for."""
        return self.manifests.get(path.removeprefix(MANIFESTS).removesuffix(_ENDING))

    def forget(self) -> str:
        """A Set-Cookie header that takes the language away."""
        name = self.place.cookie(LANGUAGE_COOKIE)
        return f"{name}=; Path={self.place.root}; Secure; SameSite=Lax; Max-Age=0"


def manifest_path(tag: str) -> str:
    """Where the manifest of a language lies, below the first page."""
    return f"{MANIFESTS[1:]}{tag}{_ENDING}"
