"""Glyphs that a page's fonts lack are asked of us as `/assets/fonts/<family>/…`: answer from our own."""

from pathlib import Path

PREFIX = "/assets/fonts/"

_FILE_BY_FAMILY = {
    "notosansarabic": "NotoSansArabic-Regular.ttf",
    "notonaskharabic": "NotoSansArabic-Regular.ttf",
    "notosansethiopic": "NotoSansEthiopic-Regular.ttf",
    "notocoloremoji": "NotoEmoji-Regular.woff2",
    "notoemoji": "NotoEmoji-Regular.woff2",
}
_OTHERS = "NotoSans-Regular.ttf"


def fallback_font(fonts: Path, path: str) -> Path | None:
    """The file that answers such a path; a family we lack gets the widest we have."""
    family = path.removeprefix(PREFIX).split("/", 1)[0]
    if not family.isalnum():
        return None
    return fonts / _FILE_BY_FAMILY.get(family, _OTHERS)
