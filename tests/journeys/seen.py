"""Whether the eye finds what has the focus, and a finger hits what can be tapped: measured on the page."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import Page

from tests.journeys.keyboard import Focus

LEAST = 48
"""CSS pixels of a finger, each way."""
_CONTRAST = 3.0
_AROUND = 10
_REST = "dispatchEvent(new PointerEvent('pointerdown'))"
"""The keyboard's ring goes when a pointer is used; the focus stays."""

_SMALL = """least => {
  const roles = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'slider', 'menuitem', 'option'];
  const what = roles.map(role => `flt-semantics-host [role=${role}]`).concat(
    'flt-semantics-host input', 'flt-semantics-host textarea').join();
  const cut = (one, box) => {
    for (let list = one.parentElement.closest('[style*=": scroll"]'); list;
         list = list.parentElement.closest('[style*=": scroll"]')) {
      const edge = list.getBoundingClientRect();
      if (['top', 'bottom', 'left', 'right'].some(side => Math.abs(box[side] - edge[side]) < 10)) return true;
    }
    return false;
  };
  return Array.from(document.querySelectorAll(what))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && Math.min(box.width, box.height) < least - 0.5 && !cut(one, box))
    .map(([one, box]) => `${one.getAttribute('role') || one.tagName} ` +
      `${(one.getAttribute('aria-label') || one.textContent).slice(0, 40)}: ` +
      `${Math.round(box.width)} x ${Math.round(box.height)}`);
}"""


def small(page: Page) -> list[str]:
    """What can be tapped and is less than 48 pixels wide or high, a line each; what a list cuts is not."""
    return list(page.evaluate(_SMALL, LEAST))


def ring_share(page: Page, now: Focus) -> float:
    """How much of a line two pixels wide around what has the focus changes with it by 3:1 or more.

    1.0 and above is what WCAG 2.2 asks of a focus indicator at its strictest (2.4.13).
    """
    left, top, width, height = now.box
    view = page.viewport_size
    assert view is not None
    x, y = max(0.0, left - _AROUND), max(0.0, top - _AROUND)
    clip = {
        "x": x,
        "y": y,
        "width": min(left + width + _AROUND, view["width"]) - x,
        "height": min(top + height + _AROUND, view["height"]) - y,
    }
    with_it = _pixels(page.screenshot(clip=clip))  # type: ignore[arg-type]
    page.evaluate(_REST)
    page.wait_for_timeout(150)
    without = _pixels(page.screenshot(clip=clip))  # type: ignore[arg-type]
    changed = sum(_contrast(a, b) >= _CONTRAST for a, b in zip(with_it, without, strict=True))
    return changed / (2 * 2 * (width + height))


_Pixel = tuple[int, int, int]


def _pixels(png: bytes) -> list[_Pixel]:
    raw = Image.open(BytesIO(png)).convert("RGB").tobytes()
    return list(zip(raw[::3], raw[1::3], raw[2::3], strict=True))


def _contrast(one: _Pixel, other: _Pixel) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    if one == other:
        return 1.0
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(pixel: _Pixel) -> float:
    red, green, blue = (_LINEAR[part] for part in pixel)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_LINEAR = [
    part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
    for part in range(256)
]
