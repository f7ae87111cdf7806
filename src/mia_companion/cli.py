"""mia-companion: demo, app, serve, web, admin.

demo    everything on this computer, with invented people in it
app     the native window
serve   the backend and, unless told otherwise, the web app: production
web     the web app alone, as a process of its own
admin   associations, sites, coordinators, and the grave things
"""

import argparse
import asyncio
import getpass
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from mia_companion import __version__
from mia_companion.device.logs import keep_words_out

PORT = 8550


def main(arguments: Sequence[str] | None = None) -> int:
    """What the command line says; the exit code."""
    if arguments is None:  # the process is ours; what ends it may quote what it was reading
        keep_words_out()
    said = _parser().parse_args(arguments)
    try:
        return int(said.run(said))
    except KeyboardInterrupt:
        return 0


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
    app.add_argument("--server", default=os.environ.get("MIA_SERVER", f"http://127.0.0.1:{PORT}"))
    app.set_defaults(run=_app)

    serve = commands.add_parser("serve", help="run the backend and the web app")
    _listen(serve)
    serve.add_argument("--no-web", action="store_true", help="the backend alone")
    serve.set_defaults(run=_serve)

    web = commands.add_parser("web", help="run the web app alone")
    _listen(web)
    web.add_argument("--server", required=True, help="the backend's address")
    web.set_defaults(run=_web)

    _admin_parser(commands.add_parser("admin", help="associations, sites, coordinators"))
    return parser


def _listen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=PORT)


def _admin_parser(admin: argparse.ArgumentParser) -> None:
    deeds = admin.add_subparsers(required=True, metavar="WHAT")

    def deed(
        name: str, does: Callable[..., Awaitable[Any]], *wanted: str
    ) -> argparse.ArgumentParser:
        parser = deeds.add_parser(name, help=(does.__doc__ or "").splitlines()[0])
        for one in wanted:
            parser.add_argument(one)
        parser.set_defaults(run=_admin, does=does, wanted=wanted)
        return parser

    from mia_companion.server import operations  # noqa: PLC0415  a phone's app has no server
    from mia_companion.server.auditing import commands  # noqa: PLC0415
    from mia_companion.server.keeping import commands as keeping  # noqa: PLC0415
    from mia_companion.server.reminders import bounces  # noqa: PLC0415
    from mia_companion.server.rights import disposal, everything  # noqa: PLC0415

    deed("association", operations.create_association, "name")
    deed("site", operations.create_site, "association", "name")
    wanted = ("name", "email")
    for staff in (
        deed("administrator", operations.create_administrator, "association", *wanted),
        deed("funder", operations.create_funder, "association", *wanted),
        deed("coordinator", operations.create_coordinator, "site", *wanted),
    ):
        staff.add_argument("--password-file", type=Path, help="else it is asked for")
    deed("assign", operations.assign, "participant", "coordinator")
    deed("hand-over", operations.hand_over, "participant", "old", "new")
    deed("remove-device", operations.remove_device, "account", "device")
    deed("erase", operations.erase_participant, "participant")
    deed("everything", everything.give_everything, "participant", "file")
    going = deed("disposal", disposal.dispose)
    going.add_argument("--carry-out", dest="decision", metavar="DECISION", help="by which it goes")
    going.set_defaults(wanted=("decision",))
    deed("restored", operations.begin_epoch)
    deed("bounced", bounces.bounced)
    commands.add_to(deeds)
    keeping.add_to(deeds)


def _admin(said: argparse.Namespace) -> int:
    from mia_companion.server.backend import Backend  # noqa: PLC0415
    from mia_companion.server.login.guessable import guessable  # noqa: PLC0415
    from mia_companion.server.refusals import Refusal  # noqa: PLC0415
    from mia_companion.server.reminders.settings import ReminderSettings  # noqa: PLC0415
    from mia_companion.server.rights.everything import NobodyThere  # noqa: PLC0415
    from mia_companion.server.running import running  # noqa: PLC0415
    from mia_companion.server.settings import Settings  # noqa: PLC0415
    from mia_companion.server.staff import EmailTaken  # noqa: PLC0415
    from mia_companion.server.surroundings import Surroundings  # noqa: PLC0415
    from mia_companion.wire.accounts import MIN_PASSWORD  # noqa: PLC0415

    given = [getattr(said, one) for one in said.wanted]
    if "email" in said.wanted:
        file = said.password_file
        given.append(file.read_text().strip() if file else getpass.getpass("Password: "))
        if len(given[-1]) < MIN_PASSWORD or guessable(given[-1], given[:-1]):
            print("Choose a longer password, or one that is harder to guess.", file=sys.stderr)
            return 1

    # Whoever runs one command sends nobody's reminders meanwhile.
    settings = replace(Settings.from_environment(), reminders=ReminderSettings())

    async def run() -> object:
        async with running(Backend(settings, Surroundings())) as backend:
            return await said.does(backend, *given)

    words: dict[type[Exception], str] = {
        EmailTaken: "Another account signs in with that address.",
        NobodyThere: "There is no such participant.",
        FileExistsError: "That file is there already. Name another.",
        Refusal: "Refused: {}",
    }
    try:
        print(asyncio.run(run()))
    except tuple(words) as error:
        print(words[type(error)].format(error), file=sys.stderr)
        return 1
    return 0


def _app(said: argparse.Namespace) -> int:
    from mia_companion.main import open_window  # noqa: PLC0415

    open_window(said.server)
    return 0


def _serve(said: argparse.Namespace) -> int:
    from mia_companion.server.settings import Settings  # noqa: PLC0415
    from mia_companion.serving import backend_app, how, serving, whole_app  # noqa: PLC0415

    settings = Settings.from_environment()
    make = backend_app if said.no_web else whole_app
    served = make(settings, said.port)
    serving(served, said.host, said.port, **how(settings)).run()
    return 0


def _web(said: argparse.Namespace) -> int:
    from mia_companion.server.settings import Settings  # noqa: PLC0415
    from mia_companion.serving import how, serving, web_app  # noqa: PLC0415
    from mia_companion.sync.address import checked_address  # noqa: PLC0415

    settings = Settings.from_environment()
    place, sessions = settings.login.place, settings.data_dir / "browsers"
    served = web_app(checked_address(said.server), sessions, place=place)
    serving(served, said.host, said.port, **how(settings)).run()
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
