"""What the page that Flutter draws understands, as scripts and paths."""

GO = (
    "path => { history.pushState(null, '', path);"
    " dispatchEvent(new PopStateEvent('popstate', {state: null})); }"
)
"""To another address, as with a link in the app."""

HEADINGS = """() => [...document.querySelectorAll('flt-semantics-host :is(h1, h2, h3, h4)')]
  .map(one => one.textContent || one.ariaLabel).join()"""

SETTLED = """([first, quiet, most]) => new Promise(done => {
  const host = document.querySelector('flt-semantics-host') ?? document.body;
  let timer = setTimeout(end, first);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, quiet); });
  const last = setTimeout(end, most);
  function end() { watch.disconnect(); clearTimeout(timer); clearTimeout(last); done(); }
  watch.observe(host, {subtree: true, childList: true, attributes: true, characterData: true});
})"""
"""Until nothing more is told: it begins within `first`, is quiet for `quiet`, lasts `most` ms at most."""

QUICK_MS = [150, 150, 3_000]

COMES = f"""async before => {{
  for (let i = 0; i < 60 && ['', before].includes(({HEADINGS})()); i++)
    await new Promise(later => setTimeout(later, 50));
  await ({SETTLED})({QUICK_MS});
}}"""
"""Until there are other headings than before, and nothing more is told."""

WHICH_TAB = "one => [...document.querySelectorAll('[role=tab]')].indexOf(one)"

FOCUS = "f => { f.blur(); f.setAttribute('autocorrect', 'awaited'); f.focus(); }"
LINE_IS_OPEN = "xpath=self::*[@autocorrect != 'awaited']"
"""The engine sets that attribute when its line to a field is open."""
