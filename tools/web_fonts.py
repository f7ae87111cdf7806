"""Make assets/fonts/web from assets/fonts: what browsers alone get, packed as WOFF2, and in parts.

whole      the app's face, Arabic, Ethiopic                       two thirds smaller than TTF
Cyrillic   of Noto Sans what Ukrainian needs beside the app's face
Wide       of Noto Sans what Flutter may ask us for: other Latin, Greek, Vietnamese
Marks      of Noto Sans what is never seen: marks of direction, which no other of our faces has
Names      the names of the languages, for the screen where nobody has chosen one
NotoEmoji  in the parts in which Flutter's client asks for emoji, read from that client itself
icons      Flutter's own, as they are in the client, packed
manifest   of what the client loads before anything is drawn
"""

import io
import json
from collections.abc import Iterable
from pathlib import Path

import flet_web
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from tools.flutter_fonts import Asked, asked_by

CLIENT = Path(flet_web.__file__).parent / "web"
ICONS = CLIENT / "assets" / "fonts" / "MaterialIcons-Regular.otf"
FACE = "AtkinsonHyperlegible"
WHOLE = (FACE, "NotoSansArabic", "NotoSansEthiopic")
WEIGHTS = ("Regular", "Bold")

FIRST = {"MaterialIcons": "MaterialIcons", "Roboto": f"{FACE}-Regular"}
"""Not its fonts for formulas, nor Apple's icons. What it calls Roboto is the app's face, at the address at
which the page asks for that again."""
MARKS = {*range(0x200E, 0x2010), *range(0x2028, 0x2030), *range(0x2066, 0x206A)}
CYRILLIC = {*range(0x400, 0x530), 0x02BC, 0x0301, *MARKS}
WIDE = {*range(0xA0, 0x530), *range(0x1E00, 0x2100)}
_WITH_EMOJI = {0xFE0E, 0xFE0F}


def make(fonts: Path, emoji: bytes) -> None:
    """Write all of them into the folder `web` of that folder; `emoji` is the whole font of them."""
    web = fonts / "web"
    web.mkdir(exist_ok=True)
    for old in web.glob("*.woff2"):
        old.unlink()
    for weight in WEIGHTS:
        for name in WHOLE:
            (web / f"{name}-{weight}.woff2").write_bytes(packed(_read(fonts, name, weight)))
        cyrillic = only(_read(fonts, "NotoSans", weight), CYRILLIC)
        (web / f"Cyrillic-{weight}.woff2").write_bytes(packed(cyrillic))
    for name in ("NotoSans", "NotoSansArabic", "NotoSansEthiopic"):
        named = only(_read(fonts, name, "Bold"), letters_of_names(fonts))
        (web / f"Names-{name}.woff2").write_bytes(packed(named))
    for name, letters in (("Wide", WIDE), ("Marks", MARKS)):
        part = only(_read(fonts, "NotoSans", "Regular"), letters)
        (web / f"{name}-Regular.woff2").write_bytes(packed(part))
    for part in emoji_parts():
        drawn = only(TTFont(io.BytesIO(emoji)), {*part.letters, *_WITH_EMOJI})
        (web / f"NotoEmoji-{part.number}.woff2").write_bytes(packed(drawn))
    (web / "MaterialIcons.woff2").write_bytes(packed(TTFont(ICONS)))
    first = [
        {"family": name, "fonts": [{"asset": f"../fonts/web/{file}.woff2"}]}
        for name, file in FIRST.items()
    ]
    (web / "FontManifest.json").write_text(json.dumps(first) + "\n", "utf-8")


def emoji_parts() -> list[Asked]:
    """What the client may ask for, of emoji."""
    asked = asked_by((CLIENT / "main.dart.js").read_text("utf-8"))
    return [one for one in asked if one.family == "notocoloremoji"]


def letters_of_names(fonts: Path) -> set[int]:
    """What the screen of languages is written with, and the app's own face lacks."""
    said = "".join(one.own_name + words_for(one.tag).t("Language") for one in LANGUAGES)
    return set(map(ord, said)) - set(_read(fonts, FACE, "Bold").getBestCmap())


def only(font: TTFont, letters: Iterable[int]) -> TTFont:
    """The font with nothing but these letters, and all that it can do with them."""
    cutter = Subsetter(Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True))
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def packed(font: TTFont) -> bytes:
    """As WOFF2."""
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _read(fonts: Path, name: str, weight: str) -> TTFont:
    return TTFont(fonts / f"{name}-{weight}.ttf", recalcTimestamp=False)
