"""What every request of an app says of it, and what every answer bears, whoever gives it: the API, the
web app's pages and its files.

everything      SAFE, and strict transport where the server says that it stands behind TLS
the API         and nothing may be kept, shown or loaded; its pages for signing in load their own
a page          and its own policy (device/browser/policy.py), which allows our own origin only
a file          and nothing may be made of it when somebody opens it by itself; scripts, whose policy
                would bind the workers that they start, only refuse to be framed
"""

APP_VERSION = "mia-app-version"
"""What an app says with each request: its own version, `x.y.z`."""

SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}

_NOTHING_ELSE = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

API = {
    **SAFE,
    "cache-control": "no-store",
    "content-security-policy": f"default-src 'none'; {_NOTHING_ELSE}",
}

LOGIN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    f" form-action 'none'; {_NOTHING_ELSE}"
)
"""Of the pages on which staff sign in: our own script and style, and nothing else."""

FILE_POLICY = f"default-src 'none'; {_NOTHING_ELSE}; sandbox"
SCRIPT_POLICY = _NOTHING_ELSE

STRICT_TRANSPORT = ("strict-transport-security", "max-age=63072000; includeSubDomains")
"""Two years, and whatever lies below our own name too: it is never a municipality's bare one. Without
preloading, which is the municipality's to decide on."""

STRICT_TRANSPORT_BELOW = ("strict-transport-security", "max-age=63072000")
"""Below a path of a host that is others' too: what lies below its name is theirs."""


def policy_of(content_type: str) -> str:
    """The Content-Security-Policy of a file that is no page."""
    kind = content_type.partition(";")[0].strip().lower()
    return SCRIPT_POLICY if kind.endswith("javascript") else FILE_POLICY
