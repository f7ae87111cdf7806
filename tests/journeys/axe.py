"""What axe-core finds on a page."""

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 A and AA, and what axe-core counts as good practice."""

_RUN = """([tags, rules]) => axe.run(document, {
  runOnly: rules ? {type: 'rule', values: rules} : {type: 'tag', values: tags},
  resultTypes: ['violations'],
}).then(found => found.violations.flatMap(one => one.nodes.map(node => ({
  rule: one.id, impact: one.impact, html: node.html, selector: String(node.target[0]),
}))))"""

_EDGE = """selector => {
  const one = document.querySelector(selector);
  const list = one && one.parentElement?.closest('[style*="-y: scroll"], [style*="-x: scroll"]');
  if (!list) return null;
  const at = one.getBoundingClientRect(), edge = list.getBoundingClientRect();
  const side = ['top', 'bottom', 'left', 'right'].find(s => Math.abs(at[s] - edge[s]) < 2);
  const ahead = {top: [0, -1], bottom: [0, 1], left: [-1, 0], right: [1, 0]}[side];
  return ahead && [(edge.left + edge.right) / 2, (edge.top + edge.bottom) / 2, ...ahead];
}"""
"""Where the list is whose edge cuts it off, and which way it would have to be drawn; or nothing."""

_FURTHER, _DRAWN_MS = 160, 700


@dataclass(frozen=True, slots=True)
class Finding:
    """One element that one rule finds fault with."""

    rule: str
    impact: str
    html: str
    selector: str

    def __str__(self) -> str:
        return f"{self.impact} {self.rule}: {self.html[:300]}"


def version(page: Page) -> str:
    """Of axe-core."""
    _inject(page)
    return str(page.evaluate("axe.version"))


def found(page: Page) -> list[Finding]:
    """All of it. What a list's edge makes small is drawn out into the open and measured there."""
    _inject(page)
    return [one for one in _run(page) if one.rule != "target-size" or _is_small(page, one)]


def findings(page: Page) -> list[str]:
    """One line each; none when all is well."""
    return [str(one) for one in found(page)]


def _is_small(page: Page, one: Finding) -> bool:
    """Also when it is not cut by the edge of what scrolls: only then is that its size."""
    edge = page.evaluate(_EDGE, one.selector)
    if edge is None:
        return bool(page.locator(one.selector).count())  # gone meanwhile is no fault
    x, y, across, down = edge
    page.mouse.move(x, y)
    page.mouse.wheel(across * _FURTHER, down * _FURTHER)
    page.wait_for_timeout(_DRAWN_MS)
    again = {left.selector for left in _run(page, ["target-size"])}
    still = one.selector in again and page.evaluate(_EDGE, one.selector) != edge
    page.mouse.wheel(-across * _FURTHER, -down * _FURTHER)
    page.mouse.move(0, 0)
    page.wait_for_timeout(_DRAWN_MS)
    return still


def _inject(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def _run(page: Page, rules: list[str] | None = None) -> list[Finding]:
    raw: list[dict[str, Any]] = page.evaluate(_RUN, [list(TAGS), rules])
    return [Finding(**one) for one in raw]
