"""What must hold of a life: in its midst, after a run without a fault, and when all is healed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, save_picture
from mia_companion.store.outbox import HELD, REFUSED
from tests.torture.people import Service
from tests.torture.reference import Wrote, check_meaning
from tests.torture.replica import Replica

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+(Z|\+00:00)")


class Lived:
    """What has come of a life so far.

    `wrote` are all entries by id, `excused` those that a restored server lost and no device has any more,
    and `apart` what it lost and that device does not have.
    """

    def __init__(self, service: Service, replicas: Sequence[Replica]) -> None:
        self.service = service
        self.replicas = replicas
        self.wrote: dict[str, Wrote] = {}
        self.restored = False
        self.excused: set[str] = set()
        self.apart = {one.name: set[str]() for one in replicas}

    def check_even(self, at: Replica) -> None:
        """After a run without a fault nothing waits and nothing is new."""
        heads = {id_: len(log) for id_, log in self.service.logs(at.account.id).items()}
        assert at.store.journals.cursors() == heads, "a run ended before all was here"
        left = {w.state for w in at.store.outbox.all()}
        assert left <= {HELD, REFUSED}, f"a run ended before all was sent: {left}"

    def check(self, at: Replica) -> None:
        """What the device has is a beginning of the log; it shows just that with what waits on top."""
        waiting = at.store.outbox.all()
        kept = {w.entry.id for w in waiting}
        if at.app.engine.epoch == self.service.epoch:
            logs = self.service.logs(at.account.id)
            for journal, cursor in at.store.journals.cursors().items():
                assert cursor <= len(logs[journal]), "a cursor beyond the log"
                here, known = list(at.store.journals.entries(journal)), logs[journal][:cursor]
                assert here == known[len(known) - len(here) :], "not a beginning of the log"
                since = at.store.journals.known()[journal].since
                assert len(here) == max(0, cursor - since + 1), "entries are missing"
                kept |= set(ids_of(known))
                on_top = [
                    w.entry
                    for w in (*at.store.outbox.given_back(), *waiting)
                    if w.entry.journal == journal and w.state != REFUSED
                ]
                whole = fold(fold(EMPTY, logs[journal][:cursor]), on_top)
                assert at.shown(journal) == whole, "the screen shows something else"
        if at.is_browser or self.restored:  # acknowledged, and for a while not here
            kept |= {
                one for log in self.service.logs(at.account.id).values() for one in ids_of(log)
            }
        if self.restored:
            kept |= {id_ for other in self.replicas for id_ in other.keeps()}
        mine = {id_ for id_, one in self.wrote.items() if one.at is at}
        assert not mine - kept - self.excused, "a device has lost what it wrote"

    def check_all(self) -> None:
        """Each entry has exactly one place, every audience sees one picture, and it means what it should."""
        logs = self.service.logs()
        count = Counter(one for log in logs.values() for one in ids_of(log))
        assert not count or max(count.values()) == 1, "an entry twice"
        for log in logs.values():
            assert [c.seq for c in log] == list(range(1, len(log) + 1)), "a gap"
        refused = {w.entry.id: w for one in self.replicas for w in one.store.outbox.all()}
        for id_, one in self.wrote.items():
            if one.forbidden:
                assert refused[id_].reason == "not-allowed", "the forbidden was not refused"
            elif self.service.stays_held(one.entry):
                assert refused[id_].state == HELD, "what was held is gone"
            else:
                assert id_ not in refused, f"{refused[id_].state} {refused[id_].reason}"
                assert count[id_] == 1 or id_ in self.excused, "an entry is lost"
        for journal, log in logs.items():
            sent = {c.entry.id: c.entry for c in log if c.entry.id in self.wrote}
            assert all(self.wrote[id_].entry == e for id_, e in sent.items()), "another entry"
            whole = fold(EMPTY, log)
            for at in self.replicas:
                if at.account.id in self.service.readers(journal):
                    assert at.shown(journal) == whole, "not one picture"
            apart = self.apart if self.restored else None
            check_meaning(log, whole, self.wrote, apart)


def without_clocks(life: Lived) -> dict[str, str]:
    """What each journal says, without times, and with ids by the order in which they are met."""
    found: dict[str, str] = {}
    for journal, log in life.service.logs().items():
        said = save_picture(replace(fold(EMPTY, log), active={}, as_of=None)).decode()
        met: dict[str, str] = {}
        said = _UUID.sub(lambda one: met.setdefault(one[0], f"id-{len(met)}"), said)  # noqa: B023
        found[journal] = _TIME.sub("then", said)
    return found


def ids_of(log: Sequence[Confirmed]) -> list[str]:
    """The entries' ids, in order."""
    return [one.entry.id for one in log]
