"""What the page that Flutter draws understands, as scripts and paths."""

GO = (
    "path => { history.pushState(null, '', path);"
    " dispatchEvent(new PopStateEvent('popstate', {state: null})); }"
)
"""To another address, as with a link in the app."""

_STILL = """first => new Promise(done => {
  const watch = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(end, 150); });
  const end = () => { watch.disconnect(); clearTimeout(quiet); clearTimeout(last); done(); };
  const last = setTimeout(end, first + 3000);
  let quiet = setTimeout(end, first);
  watch.observe(document.querySelector('flt-semantics-host'),
    { subtree: true, childList: true, attributes: true, characterData: true });
})"""
STILL = f"() => ({_STILL})(150)"
"""Until nothing is being drawn any more."""

GO_AND_STILL = f"path => {{ ({GO})(path); return ({_STILL})(2000); }}"
"""To another address, until its screen has come and stands still."""

WHICH_TAB = "one => [...document.querySelectorAll('[role=tab]')].indexOf(one)"

FOCUS = "f => { f.blur(); f.setAttribute('autocorrect', 'awaited'); f.focus(); }"
LINE_IS_OPEN = "xpath=self::*[@autocorrect != 'awaited']"
"""The engine sets that attribute when its line to a field is open."""
