"""What axe-core finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 AA, and what axe-core counts as good practice."""

_CUT = """selector => {
  const one = document.querySelector(selector);
  const list = one && one.parentElement?.closest('[style*="-y: scroll"], [style*="-x: scroll"]');
  if (!one) return true; // gone meanwhile
  if (!list) return false;
  const at = one.getBoundingClientRect(), edge = list.getBoundingClientRect();
  return ['top', 'bottom', 'left', 'right'].some(side => Math.abs(at[side] - edge[side]) < 2);
}"""
"""Whether a list is cut at its edge there: what is half scrolled away is small only for now."""


def findings(page: Page) -> list[str]:
    """One line each; none when all is well."""
    options = {"runOnly": {"type": "tag", "values": _TAGS}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['impact']} {one['id']}: {node['html'][:300]}"
        for one in found
        for node in one["nodes"]
        if one["id"] != "target-size" or not page.evaluate(_CUT, node["target"][0])
    ]
