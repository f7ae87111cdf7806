"""mia-companion: demo, app, serve, web, admin.

demo    everything on this computer, with invented people in it
app     the native window
serve   the backend and, unless told otherwise, the web app: production
web     the web app alone, as a process of its own
admin   associations, sites, coordinators, and the grave things
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mia_companion import __version__
from mia_companion.device.logs import keep_words_out
from mia_companion.environment.said import BadSetting, Said
from mia_companion.sync.address import ON_THIS_COMPUTER

if TYPE_CHECKING:
    from mia_companion.server.settings import Settings
    from mia_companion.serving import Served

PORT = 8550
BAD_SETTING = 78
"""The exit code (EX_CONFIG) with which nothing is tried again before somebody has changed something."""
GRACE_SECONDS = 20
"""For what is in flight when a server stops; a file on a slow line is sent on from where it was cut."""


def main(arguments: Sequence[str] | None = None) -> int:
    """What the command line says; the exit code."""
    if arguments is None:  # the process is ours; what ends it may quote what it was reading
        keep_words_out()
    try:
        said = _parser().parse_args(arguments)
        return int(said.run(said))
    except KeyboardInterrupt:
        return 0
    except BadSetting as wrong:
        print(wrong, file=sys.stderr)
        return BAD_SETTING


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mia-companion", description="MIA companion")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="try it here, with invented people")
    demo.add_argument("--port", type=int, default=PORT)
    demo.add_argument("--data", type=Path, help="keep the demo's data in this folder")
    demo.add_argument("--no-browser", action="store_true", help="only print the links")
    demo.set_defaults(run=_demo)

    app = commands.add_parser("app", help="open the native window")
    app.add_argument("--server", default=Said().text("MIA_SERVER") or ON_THIS_COMPUTER)
    app.set_defaults(run=_app)

    serve = commands.add_parser("serve", help="run the backend and the web app")
    _listen(serve)
    serve.add_argument("--no-web", action="store_true", help="the backend alone")
    serve.set_defaults(run=_serve)

    web = commands.add_parser("web", help="run the web app alone")
    _listen(web)
    web.add_argument("--server", required=True, help="the backend's address")
    web.set_defaults(run=_web)

    from mia_companion.server.commands import add_to  # noqa: PLC0415  a phone's app has no server

    add_to(commands.add_parser("admin", help="associations, sites, coordinators"))
    return parser


def _listen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=PORT)


def _app(said: argparse.Namespace) -> int:
    from mia_companion.main import open_window  # noqa: PLC0415

    open_window(said.server)
    return 0


def _serve(said: argparse.Namespace) -> int:
    from mia_companion.server.keys import KeysMissing  # noqa: PLC0415
    from mia_companion.serving import backend_app, whole_app  # noqa: PLC0415

    settings = _settings()
    make = backend_app if said.no_web else whole_app
    try:
        served = make(settings, said.port)
    except KeysMissing as wrong:
        print(f"The keys do not fit: {wrong}. See `mia-companion admin doctor`.", file=sys.stderr)
        return 1
    return _run(served, said, settings)


def _web(said: argparse.Namespace) -> int:
    from mia_companion.serving import web_app  # noqa: PLC0415
    from mia_companion.sync.address import checked_address  # noqa: PLC0415

    settings = _settings()
    place, sessions = settings.login.place, settings.data_dir / "browsers"
    return _run(web_app(checked_address(said.server), sessions, place=place), said, settings)


def _settings() -> "Settings":
    """Of everything that will be read, before anything is begun."""
    from mia_companion.device.statement.operator import Operator  # noqa: PLC0415
    from mia_companion.server.settings import Settings  # noqa: PLC0415

    Operator.from_environment()
    return Settings.from_environment()


def _run(served: "Served", said: argparse.Namespace, settings: "Settings") -> int:
    """Serve until the process is told to stop."""
    from mia_companion.serving import how, serving  # noqa: PLC0415

    serving(served, said.host, said.port, **how(settings), grace_seconds=GRACE_SECONDS).run()
    return 0


def _demo(said: argparse.Namespace) -> int:
    from mia_companion.demo.playing import play  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="mia-demo-") as passing:
        folder = said.data or Path(passing)
        with suppress(asyncio.CancelledError):
            asyncio.run(play(folder, said.port, open_browser=not said.no_browser))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
