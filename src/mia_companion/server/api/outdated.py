"""Apps that are too old for this server.

    request ──no version, or none too old──▶ answered as ever
       └──an app too old──▶ a path that is always open ──▶ answered as ever
                        └──▶ signed out? 401, as ever ──▶ `app-too-old`

Every app says its version. What does not, such as a browser that signs somebody in or a calendar that
subscribes, is no app and is never asked.
"""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from mia_companion.server.api.frame import ROOT, with_headers
from mia_companion.server.api.parts import waiting_caller_of
from mia_companion.server.api.problem_answers import answer_to
from mia_companion.server.app_versions import Version, read_version
from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems
from mia_companion.wire.headers import APP_VERSION

ALWAYS_OPEN = frozenset(
    ("health", "tokens", "sign-in", "sign-out", "login", "own", "devices", "participants")
)
"""First parts of paths under `/v1`: coming in to read what is kept on the device, leaving, erasing what is
one's own, and ending the access of a device that is lost."""


def is_refused(scope: Scope, least: Version) -> bool:
    """Whether an app asks that is older than `least`, for something that is not always open."""
    if not least:
        return False
    said = Headers(scope=scope).get(APP_VERSION)
    if said is None or read_version(said) >= least:
        return False
    first = str(scope["path"]).removeprefix(f"{ROOT}/").partition("/")[0]
    return str(scope["path"]).startswith(f"{ROOT}/") and first not in ALWAYS_OPEN


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """The answer. Whose access has ended is told that first, so that a lost phone forgets all the same."""
    request = Request(scope)
    try:
        if "authorization" in request.headers:
            await waiting_caller_of(request)
        raise Refusal(problems.APP_TOO_OLD)
    except Refusal as wrong:
        await answer_to(wrong)(scope, receive, with_headers(send))
