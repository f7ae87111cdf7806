"""What a browser may do on our pages: speak to our own origin, and to nobody else."""

import base64
import hashlib
import re

from mia_companion.wire.headers import SAFE, policy_of

_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def content_security_policy(page: bytes) -> str:
    """The policy for an index page: its own inline scripts by hash, WebAssembly, and nothing foreign."""
    hashes = " ".join(
        "'sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode() + "'"
        for script in _INLINE.findall(page)
    )
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",  # the engine sets styles on its own elements
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",  # the engine takes from the page's own base where the app lies
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


HEADERS = tuple((name.encode(), value.encode()) for name, value in SAFE.items())
"""What every answer bears, as it goes out."""


def file_policy(content_type: bytes) -> tuple[bytes, bytes]:
    """The policy header of an answer that is no page."""
    return b"content-security-policy", policy_of(content_type.decode("latin-1")).encode()
