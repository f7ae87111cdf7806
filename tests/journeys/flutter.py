"""What the page that Flutter draws understands, as scripts and paths."""

GO = (
    "path => { history.pushState(null, '', path);"
    " dispatchEvent(new PopStateEvent('popstate', {state: null})); }"
)
"""To another address, as with a link in the app."""

FOCUS = "f => { f.blur(); f.setAttribute('autocorrect', 'awaited'); f.focus(); }"
LINE_IS_OPEN = "xpath=self::*[@autocorrect != 'awaited']"
"""The engine sets that attribute when its line to a field is open."""
