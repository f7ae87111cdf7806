"""`mia-companion admin …`: associations, sites, staff, and the grave things."""

import argparse
import asyncio
import getpass
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from mia_companion.server import operations
from mia_companion.server.auditing import commands as auditing
from mia_companion.server.backend import Backend
from mia_companion.server.doctor import examining
from mia_companion.server.keeping import commands as keeping
from mia_companion.server.keys import KeysMissing
from mia_companion.server.ledger import LedgerBroken
from mia_companion.server.login.guessable import guessable
from mia_companion.server.migrating import SchemaTooNew
from mia_companion.server.refusals import Refusal
from mia_companion.server.reminders import bounces
from mia_companion.server.reminders.settings import ReminderSettings
from mia_companion.server.rights import disposal, everything
from mia_companion.server.rights.everything import NobodyThere
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.staff import EmailTaken
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire.accounts import MIN_PASSWORD

_ASK = "See `mia-companion admin doctor`."


def add_to(admin: argparse.ArgumentParser) -> None:
    """Add the subcommands of `admin`."""
    deeds = admin.add_subparsers(required=True, metavar="WHAT")

    def deed(
        name: str, does: Callable[..., Awaitable[Any]], *wanted: str
    ) -> argparse.ArgumentParser:
        parser = deeds.add_parser(name, help=(does.__doc__ or "").splitlines()[0])
        for one in wanted:
            parser.add_argument(one)
        parser.set_defaults(run=_admin, does=does, wanted=wanted)
        return parser

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
    auditing.add_to(deeds)
    keeping.add_to(deeds)
    examining.add_to(deeds)


def _admin(said: argparse.Namespace) -> int:

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
        KeysMissing: f"The keys do not fit: {{}}. {_ASK}",
        LedgerBroken: f"The ledger does not fit: {{}}. {_ASK}",
        SchemaTooNew: "A later version of this program has been here ({}): install that one.",
        OSError: f"It could not be done: {{}}. {_ASK}",
    }
    try:
        print(asyncio.run(run()))
    except tuple(words) as error:
        sentence = next(one for kind, one in words.items() if isinstance(error, kind))
        print(sentence.format(error), file=sys.stderr)
        return 1
    except SQLAlchemyError as error:  # which may quote what it was asked
        print(f"The database refused ({type(error).__name__}). {_ASK}", file=sys.stderr)
        return 1
    return 0
