"""Draw what `flet build` makes an app's icons and splash screens of, from assets/icons/icon.svg.

    icon.svg ──Chromium──▶ assets/icon_<platform>.png, assets/splash.png ──flet build──▶ every size
        └──▶ native/shelter: Android's icon in layers, drawn as vectors, for phones that colour it themselves

The source is a whole square. iOS and macOS cut it themselves and take no transparency, Windows and Linux
show what they get, and Android cuts a third off around its layers and moves them.
"""

import io
import os
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tools.icons import ASSETS, FULL, ROUND, draw

LAYERS = Path(__file__).parent.parent / "native" / "shelter" / "android" / "src" / "main" / "res"
SOURCE, LAYER = 512, 768
"""Sides of the source, and of an Android layer around it, of which the inner two thirds are seen."""
_EDGE = (LAYER - SOURCE) // 2
_WATER = "M0 236 C 130 204 250 226 512 206 V 512 H 0 Z"
_WIDER_WATER = "M-128 246 L0 236 C 130 204 250 226 512 206 L640 200 V640 H-128 Z"

_SPLASH = (
    '<body style="margin:0"><div style="width:{size}px;height:{size}px;display:grid;'
    'place-items:center"><div style="width:64%;height:64%;border-radius:50%;overflow:hidden">'
    "{svg}</div></div></body>"
)
"""Within the circle that Android 12 shows of a splash, two thirds of its side."""

_XML = "http://schemas.android.com/apk/res/android"


def layer(svg: str) -> str:
    """The scene without its sky, which is Android's background layer, and with more water around it."""
    if svg.count(_WATER) != 1:
        raise ValueError("the water in icon.svg is drawn otherwise now: see tools/app_icons.py")
    wider = svg.replace(_WATER, _WIDER_WATER).replace(
        f'viewBox="0 0 {SOURCE} {SOURCE}"', f'viewBox="{-_EDGE} {-_EDGE} {LAYER} {LAYER}"'
    )
    sky = f'<rect width="{SOURCE}" height="{SOURCE}" fill="{background(svg)}"/>'
    return wider.replace(sky, "")


def background(svg: str) -> str:
    """The colour of the sky, as `#rrggbb`."""
    return _shapes(svg)[0].attrib["fill"]


def vector(svg: str, *, monochrome: bool) -> str:
    """An Android vector: of the layer in its colours, or of the sun and the stones in one."""
    ET.register_namespace("android", _XML)
    root = _element("vector", width="108dp", height="108dp")
    root.attrib |= _android(viewportWidth=LAYER, viewportHeight=LAYER)
    group = ET.SubElement(root, "group", _android(translateX=_EDGE, translateY=_EDGE))
    for shape in _shapes(layer(svg)):
        if not (monochrome and shape.tag == "path"):
            colour = "#FFFFFF" if monochrome else shape.attrib["fill"]
            said = _android(fillColor=colour.upper(), pathData=_path(shape))
            ET.SubElement(group, "path", said)
    ET.indent(root, "    ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def adaptive(svg: str) -> str:
    """The icon that says of which layers it is made."""
    root = _element("adaptive-icon")
    for name, what in (
        ("background", "@color/mia_icon_sky"),
        ("foreground", "@drawable/mia_icon_scene"),
        ("monochrome", "@drawable/mia_icon_outline"),
    ):
        ET.SubElement(root, name, _android(drawable=what))
    ET.indent(root, "    ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def vectors(svg: str) -> dict[str, str]:
    """Android's files by their path below `res`."""
    sky = f'<color name="mia_icon_sky">{background(svg).upper()}</color>'
    return {
        "drawable/mia_icon_scene.xml": vector(svg, monochrome=False),
        "drawable/mia_icon_outline.xml": vector(svg, monochrome=True),
        "mipmap-anydpi-v33/ic_launcher.xml": adaptive(svg),
        "values/mia_icon.xml": '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<resources>\n    {sky}\n</resources>\n",
    }


def _shapes(svg: str) -> list[ET.Element]:
    """All that is drawn, each with its own colour."""
    found = []
    for one in ET.fromstring(svg):
        inner = list(one) or [one]
        for shape in inner:
            shape.tag = shape.tag.rpartition("}")[2]
            shape.attrib.setdefault("fill", one.attrib.get("fill", ""))
            found.append(shape)
    return found


def _path(shape: ET.Element) -> str:
    if shape.tag == "path":
        return shape.attrib["d"]
    x, y = float(shape.attrib["cx"]), float(shape.attrib["cy"])
    rx = float(shape.attrib.get("rx") or shape.attrib["r"])
    ry = float(shape.attrib.get("ry") or shape.attrib["r"])
    half = f"a{rx:g} {ry:g} 0 1 0 "
    return f"M{x - rx:g} {y:g}{half}{2 * rx:g} 0{half}{-2 * rx:g} 0Z"


def _element(name: str, **said: Any) -> ET.Element:
    return ET.Element(name, _android(**said))


def _android(**said: Any) -> dict[str, str]:
    return {f"{{{_XML}}}{name}": str(value) for name, value in said.items()}


def opaque(png: bytes) -> bytes:
    """The same picture without an alpha channel."""
    to = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(to, "PNG", optimize=True)
    return to.getvalue()


def pictures(page: Page, svg: str) -> dict[str, bytes]:
    """By their path below `assets`."""
    square = opaque(draw(page, svg, 1024, FULL))
    drawn = {
        "icon_ios.png": square,
        "icon_macos.png": square,
        "icon_windows.png": draw(page, svg, 256, ROUND),
        "icon_linux.png": draw(page, svg, 512, ROUND),
        "icon_android.png": draw(page, layer(svg), 1024, FULL),
    }
    page.set_viewport_size({"width": 1024, "height": 1024})
    page.set_content(_SPLASH.format(size=1024, svg=svg))
    return drawn | {"splash.png": page.screenshot(omit_background=True)}


def main() -> None:
    """Draw them all anew."""
    svg = (ASSETS / "icons" / "icon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME"])
        drawn = pictures(browser.new_page(), svg)
        browser.close()
    for name, content in drawn.items():
        (ASSETS / name).write_bytes(content)
    for name, said in vectors(svg).items():
        (LAYERS / name).parent.mkdir(parents=True, exist_ok=True)
        (LAYERS / name).write_text(said, "utf-8")


if __name__ == "__main__":
    main()
