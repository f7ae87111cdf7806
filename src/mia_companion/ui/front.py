"""What a browser shows before the app is there, and what it installs the app by, in every language.

`assets/index.html` holds the places; until a server has put something else there it is in Swedish.
"""

import json
from html import escape

from mia_companion.device.browser.front import Front, manifest_path
from mia_companion.i18n.languages import LANGUAGES, best_match
from mia_companion.i18n.words import Words, later, words_for
from mia_companion.ui import places
from mia_companion.ui.components.beside import beside
from mia_companion.ui.offline import offline_words
from mia_companion.ui.palette import LIGHT
from mia_companion.wire.place import Place

NAME = "MIA"
"""On a home screen, which others see, too: nothing that says what it is for."""

_NO_SCRIPT = later(
    "MIA needs JavaScript. Turn it on in the browser, or call 112 in an emergency and 1177 for advice about"
    " health."
)
_ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-192.png", "192x192", "maskable"),
    ("icon-maskable-512.png", "512x512", "maskable"),
    ("icon-monochrome-192.png", "192x192", "monochrome"),
    ("icon-monochrome-512.png", "512x512", "monochrome"),
)


def front(place: Place) -> Front:
    """All of it, for a server that lies there."""
    offline, every = offline_words().encode(), [words_for(one.tag) for one in LANGUAGES]
    return Front(
        place,
        {words.tag: {**_parts(words), b"<!-- offlineWords -->": offline} for words in every},
        {words.tag: _manifest(words, place.root) for words in every},
        lambda accept: best_match(accept.split(",")).tag,
    )


def _direction(words: Words) -> str:
    return "rtl" if words.language.rtl else "ltr"


def _parts(words: Words) -> dict[bytes, bytes]:
    said = {
        '<html lang="sv">': f'<html lang="{words.tag}" dir="{_direction(words)}">',
        'href="manifest.json"': f'href="{manifest_path(words.tag)}"',
        "Öppnar MIA …": escape(words.t("Opening MIA …")),
        "<!-- noScript -->": _no_script(words),
    }
    return {mark.encode(): part.encode() for mark, part in said.items()}


def _no_script(words: Words) -> str:
    other = beside(words)
    again = f'<p lang="sv" dir="ltr">{escape(other.t(_NO_SCRIPT))}</p>' if other else ""
    return f"<p>{escape(words.t(_NO_SCRIPT))}</p>{again}"


def _manifest(words: Words, root: str) -> bytes:
    """https://www.w3.org/TR/appmanifest. In each language the same `id`: one app, not twelve."""

    def icon(file: str, sizes: str, purpose: str) -> dict[str, str]:
        src = f"{root}icons/{file}"
        return {"src": src, "sizes": sizes, "type": "image/png", "purpose": purpose}

    def shortcut(name: str, to: str, file: str) -> dict[str, object]:
        shown = [icon(file, "96x96", "any")]
        return {"name": name, "url": root + to.removeprefix("/"), "icons": shown}

    said = {
        "name": NAME,
        "short_name": NAME,
        "description": words.t(
            "MIA holds your small steps, your appointments and your messages together."
        ),
        "lang": words.tag,
        "dir": _direction(words),
        "id": root,
        "start_url": root,
        "scope": root,
        "display": "standalone",
        "background_color": LIGHT["surface"],
        "theme_color": LIGHT["surface"],
        "icons": [icon(*one) for one in _ICONS],
        "shortcuts": [
            shortcut(words.c("place", "Today"), places.TODAY, "shortcut-today-96.png"),
            shortcut(words.t("Help now"), places.HELP, "shortcut-help-96.png"),
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode()
