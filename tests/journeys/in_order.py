"""What stands side by side in a line has to be told one right after the other, the way the line is read.

Flutter puts what is told into order by where it lies on the page, and with a tall list beside it that order
can leave a line and come back to it much later.
"""

from playwright.sync_api import Page

OWN = """const own = one => [...one.childNodes]
  .filter(n => n.nodeType === Node.TEXT_NODE || n.tagName === 'SPAN')
  .map(n => n.textContent).join(' ');
"""
"""What an element tells by itself, without those in it."""

_BROKEN_LINES = (
    f"() => {{ {OWN}"
    + """
  const host = document.querySelector('flt-semantics-host');
  if (!host) return [];
  const backward = document.documentElement.dir === 'rtl';
  const all = [...host.querySelectorAll('*')].filter(one => one.tagName !== 'SPAN')
    .map(one => ({one, box: one.getBoundingClientRect(),
      name: (one.getAttribute('aria-label') || own(one)).trim().replace(/\\s+/g, ' ')}))
    .filter(({name, box}) => name && box.width && box.height);
  const tapped = all.filter(({one}) => one.getAttribute('role') === 'button');
  const beside = (a, b) => Math.abs(a.box.top - b.box.top) < 2 && Math.abs(a.box.bottom - b.box.bottom) < 2
    && b.box.left - a.box.right > -2 && b.box.left - a.box.right < 12;
  const broken = [];
  for (const left of tapped) for (const right of tapped) {
    if (!beside(left, right)) continue;
    const [first, then] = backward ? [right, left] : [left, right];
    const between = all.slice(all.indexOf(first) + 1, all.indexOf(then))
      .filter(({one}) => !first.one.contains(one));
    if (all.indexOf(then) < all.indexOf(first)) broken.push([first.name, then.name, '']);
    else if (between.length) broken.push([first.name, then.name, between[0].name]);
  }
  return broken;
}"""
)
"""Of two buttons side by side: the first and the next, and what is told between them (nothing: backward)."""


def broken_lines(page: Page) -> list[str]:
    """One line each; none when all is well."""
    found: list[list[str]] = page.evaluate(_BROKEN_LINES)
    return [_said(*one) for one in found]


def _said(first: str, then: str, between: str) -> str:
    how = f"with {between[:60]!r} between them" if between else "the wrong way round"
    return f"{first[:60]!r} and {then[:60]!r} beside it are told {how}"
