"""Puts the server's parts together, starts them, and stops them; see `starting`."""

from mia_companion.server.accounts import Accounts
from mia_companion.server.attempts import Attempts
from mia_companion.server.auditing.anchor import Anchor
from mia_companion.server.auditing.chain import Chain
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.auditing.pace import Pace
from mia_companion.server.blobs import Blobs
from mia_companion.server.changes import Changes
from mia_companion.server.covers import Covers
from mia_companion.server.credentials import Credentials
from mia_companion.server.database import Database
from mia_companion.server.devices import DeviceList
from mia_companion.server.enrolment.entering import Entering
from mia_companion.server.enrolment.invitations import Invitations
from mia_companion.server.enrolment.own_devices import OwnDevices
from mia_companion.server.enrolment.pairing import Pairings
from mia_companion.server.exports import Exports
from mia_companion.server.feeds.addresses import Addresses
from mia_companion.server.feeds.feeds import Feeds
from mia_companion.server.handovers import Handovers
from mia_companion.server.imports import Imports
from mia_companion.server.journals import Journals
from mia_companion.server.judging import Judge
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.keys import KeyStore
from mia_companion.server.ledger import Ledger
from mia_companion.server.left_behind import LeftBehindNow
from mia_companion.server.live import Hub
from mia_companion.server.login.fetching import Fetching
from mia_companion.server.login.login import Login
from mia_companion.server.marks import Marks
from mia_companion.server.opened.looks import Looks
from mia_companion.server.opened.opened import WhoLooked
from mia_companion.server.orphans import Orphans
from mia_companion.server.passwords import Passwords
from mia_companion.server.pictures import Pictures
from mia_companion.server.pull import Pulls
from mia_companion.server.pull_reading import PullReader
from mia_companion.server.push import Pushes
from mia_companion.server.receipts import Receipts
from mia_companion.server.relay import POLL_SECONDS, Relay
from mia_companion.server.reminders.making import Sending
from mia_companion.server.replay import Replay
from mia_companion.server.results.counting import Counting
from mia_companion.server.results.results import Results
from mia_companion.server.rights.own import OwnJournals
from mia_companion.server.settings import Settings
from mia_companion.server.speaking import Speaker
from mia_companion.server.starting import Starting
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Tokens
from mia_companion.server.watching.watched import Watched
from mia_companion.server.watermark import Watermark


class Backend:
    """Every part of one server process. Before `start` only the server's own keys are read, or made."""

    def __init__(
        self,
        settings: Settings,
        surroundings: Surroundings,
        *,
        keys: KeyStore | None = None,
        fetching: Fetching | None = None,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self.settings = settings
        self.surroundings = around = surroundings
        self.keys = keys or open_keys(settings, around)
        key = self.keys.server_key
        self.chain = Chain(said := key("audit"), Anchor(settings.ledger_file, said))
        self.database, self.hub = Database(settings.url, self.chain), Hub()
        self.changes = Changes(self.database, self.hub)
        self.ledger = Ledger(settings.ledger_file, key("ledger"), around.clock)
        self.watermark = Watermark(settings.ledger_file)
        self.receipts = Receipts(self.keys)
        self.journals = Journals(self.keys, self.receipts, around.randomness)
        self.passwords = Passwords(settings.argon2_memory_kib, taken=settings.login.passwords)
        self.guesses = guesses = Guesses(self.database, key("guesses"), around.clock)
        tokens = Tokens(self.keys)
        pace = Pace(60 * settings.requests_per_second, settings.requests_per_second)
        self.devices = DeviceList(tokens, self.ledger, around, settings.login.idle, pace)
        self.dear = Pace(120, 0.5)
        """What costs much, or makes something, by account: see `api/parts.py`."""
        self.accounts = Accounts(
            self.database,
            self.changes,
            devices=self.devices,
            tokens=tokens,
            passwords=self.passwords,
            guesses=guesses,
            surroundings=around,
        )
        self.credentials = Credentials(
            self.database,
            self.changes,
            devices=self.devices,
            passwords=self.passwords,
            guesses=guesses,
            surroundings=around,
        )
        self.entering = Entering(
            self.changes, devices=self.devices, guesses=guesses, keys=self.keys, surroundings=around
        )
        self.login = Login(
            settings.login,
            self.database,
            self.changes,
            devices=self.devices,
            ledger=self.ledger,
            passwords=self.passwords,
            keys=self.keys,
            guesses=guesses,
            surroundings=around,
            fetching=fetching,
        )
        self.invitations = Invitations(self.changes, self.ledger, self.keys, self.devices, around)
        self.own_devices = OwnDevices(self.database, self.changes, self.devices, around)
        self.speaker = Speaker(self.journals, around)
        self.handovers = Handovers(self.changes, self.journals, self.ledger, self.speaker, around)
        self.covers = Covers(self.changes, self.ledger, self.speaker, around)
        self.left_behind = LeftBehindNow(self.database, self.journals, around.clock)
        self.imports = Imports(self.changes, self.ledger, around)
        self.exports = Exports(self.changes, around)
        self.own = OwnJournals(self.changes, self.ledger, self.keys, around)
        self.pairings = Pairings(self.database, self.changes, self.devices, around)
        self.pictures = pictures = Pictures(self.database, self.journals)
        self.pushes = Pushes(
            self.changes,
            self.journals,
            self.ledger,
            judge=Judge(self.journals, self.receipts, pictures),
            devices=self.devices,
            surroundings=around,
        )
        at = Addresses(self.keys, settings.login.public_url)
        self.feeds = Feeds(self.changes, at, pictures, ledger=self.ledger, surroundings=around)
        self.looks = Looks(self.database, around.clock)
        self.opened = WhoLooked(self.database, self.journals, around.clock)
        self.pulls = Pulls(
            self.database,
            self.journals,
            reader=PullReader(self.journals, tokens, around),
            marks=Marks(self.changes, self.devices, around),
            looks=self.looks,
            pictures=pictures,
            surroundings=around,
        )
        self.probing = Attempts(around.clock, burst=8, seconds=30)
        """How often an administrator has asked for an address that is somebody's."""
        self.blobs = Blobs(self.database, self.journals, settings.blob_quota_bytes, around)
        self.results = Results(
            self.database, Counting(self.database, pictures), self.ledger, around.clock
        )
        self.relay = Relay(
            self.database, self.hub, self.watermark, self.keys, around, poll_seconds=poll_seconds
        )
        self.orphans = Orphans(self.database, self.journals, around.clock, poll_seconds)
        sending = Sending(settings.reminders, poll_seconds, around, self.keys, guesses)
        self.reminders = sending.made(self.changes, pictures, self.speaker)
        self.watched = Watched(settings, self.database, self.hub, self.reminders, around)
        replay = Replay(self.ledger, self.watermark, self.journals, self.keys, around)
        self._starting = Starting(self.database, self.chain, replay, self.watermark, around)

    async def start(self) -> None:
        """Ready to answer when it returns. Raises what `Starting` does, and holds nothing then."""
        await self._starting.run()
        await self.relay.start()
        self.orphans.start()
        self.reminders.start()

    async def stop(self) -> None:
        """Everything that was acknowledged is on disk already; this only lets go."""
        await self.reminders.stop()
        await self.orphans.stop()
        await self.relay.stop()
        await self.looks.stop()
        await self.database.close()
