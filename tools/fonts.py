"""Fetch assets/fonts anew: static TTFs whole, as Google Fonts cuts them, from npm's packages.

What browsers get is made of them in `web_fonts.py`; the emoji, monochrome, are for browsers alone, since
phones and desktops bring their own. Needs `npm`. The versions below are the only thing to change.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from tools.web_fonts import make

EMOJI = "NotoEmoji"
FONTS = Path(__file__).parent.parent / "assets" / "fonts"


class Family(NamedTuple):
    package: str
    version: str
    name: str
    cuts: tuple[str, ...]


FAMILIES = (
    Family(
        "@expo-google-fonts/atkinson-hyperlegible",
        "0.4.1",
        "AtkinsonHyperlegible",
        ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"),
    ),
    Family("@expo-google-fonts/noto-sans", "0.4.2", "NotoSans", ("400Regular", "700Bold")),
    Family(
        "@expo-google-fonts/noto-sans-arabic",
        "0.4.3",
        "NotoSansArabic",
        ("400Regular", "700Bold"),
    ),
    Family(
        "@expo-google-fonts/noto-sans-ethiopic",
        "0.4.2",
        "NotoSansEthiopic",
        ("400Regular", "700Bold"),
    ),
    Family("@expo-google-fonts/noto-emoji", "0.4.7", EMOJI, ()),
)
STYLES = {
    "400Regular": "Regular",
    "700Bold": "Bold",
    "400Regular_Italic": "Italic",
    "700Bold_Italic": "BoldItalic",
}


def fetch(family: Family) -> dict[str, bytes]:
    """The package's files by path. npm checks the archive against the registry's hash."""
    with tempfile.TemporaryDirectory() as folder:
        spec = f"{family.package}@{family.version}"
        subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            return {
                member.name.removeprefix("package/"): opened.read()
                for member in packed
                if (opened := packed.extractfile(member))
            }


def main() -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    emoji = b""
    for family in FAMILIES:
        files = fetch(family)
        for cut in family.cuts:
            ttf = files[f"{cut}/{family.name}_{cut}.ttf"]
            (FONTS / f"{family.name}-{STYLES[cut]}.ttf").write_bytes(ttf)
        (FONTS / f"LICENSE-{family.name}.txt").write_bytes(files["LICENSE_FONT"])
        if family.name == EMOJI:
            emoji = files[f"400Regular/{EMOJI}_400Regular.ttf"]
    make(FONTS, emoji)


if __name__ == "__main__":
    main()
