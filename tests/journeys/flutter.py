"""What the page that Flutter draws understands, as scripts and paths."""

GO = (
    "path => { history.pushState(null, '', path);"
    " dispatchEvent(new PopStateEvent('popstate', {state: null})); }"
)
"""To another address, as with a link in the app."""

HEADINGS = """() => [...document.querySelectorAll('flt-semantics-host :is(h1, h2, h3, h4)')]
  .map(one => one.textContent || one.ariaLabel).join()"""

STILL = """() => new Promise(done => {
  const watch = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(end, 150); });
  const end = () => { watch.disconnect(); clearTimeout(quiet); clearTimeout(last); done(); };
  const last = setTimeout(end, 3000);
  let quiet = setTimeout(end, 150);
  watch.observe(document.querySelector('flt-semantics-host'),
    { subtree: true, childList: true, attributes: true, characterData: true });
})"""
"""Until nothing is being drawn any more."""

COME_AND_STILL = f"""async before => {{
  for (let i = 0; i < 60 && ['', before].includes(({HEADINGS})()); i++)
    await new Promise(later => setTimeout(later, 50));
  await ({STILL})();
}}"""
"""Until there are other headings than before, and nothing is being drawn any more."""

WHICH_TAB = "one => [...document.querySelectorAll('[role=tab]')].indexOf(one)"

FOCUS = "f => { f.blur(); f.setAttribute('autocorrect', 'awaited'); f.focus(); }"
LINE_IS_OPEN = "xpath=self::*[@autocorrect != 'awaited']"
"""The engine sets that attribute when its line to a field is open."""
