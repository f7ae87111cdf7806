"""The inbox: every thread of every participant, as it stands to one coordinator. Pure.

waiting ──an answer by any coordinator, or "needs no answer"──▶ done ──a new message──▶ waiting
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mia_companion.domain.messages import Message
from mia_companion.domain.plan import Plan
from mia_companion.domain.settled_threads import Settled
from mia_companion.domain.threads import latest_by_thread
from mia_companion.domain.waiting import waits_since


@dataclass(frozen=True, slots=True)
class InboxThread:
    """One thread. `waits_since` is None when it is done; then `done_by` and `done_at` say who did the
    last, and `is_settled` whether it was said to need no answer rather than answered."""

    participant: str
    thread: str
    latest: Message
    unread: int
    waits_since: datetime | None
    is_settled: bool
    done_by: str
    done_at: datetime

    @property
    def waits(self) -> bool:
        """Whether somebody waits for an answer here."""
        return self.waits_since is not None


def threads_with(
    plan: Plan, settled: Mapping[str, Settled], participant: str, reader: str
) -> tuple[InboxThread, ...]:
    """All of a participant's threads in which anybody wrote, in no promised order. `settled` is the
    team's."""
    unread = plan.unread_by_thread(reader)
    found = []
    for thread, latest in latest_by_thread(plan.shared).items():
        theirs = _is_by(latest, participant)
        since = waits_since(plan, settled, participant, thread) if theirs else None
        # the participant wrote last, and nothing waits: then somebody has said so
        last = settled[thread].by if since is None and theirs else latest.by
        found.append(
            InboxThread(
                participant=participant,
                thread=thread,
                latest=latest,
                unread=unread.get(thread, 0),
                waits_since=since,
                is_settled=since is None and theirs,
                done_by="" if since else last.author,
                done_at=last.at,
            )
        )
    return tuple(found)


def _is_by(message: Message, author: str) -> bool:
    return message.by.author == author


def waiting(threads: Iterable[InboxThread]) -> list[InboxThread]:
    """Those that wait, longest waiting first."""
    found = [(one.waits_since, one) for one in threads if one.waits_since is not None]
    found.sort(key=lambda pair: (pair[0], pair[1].participant, pair[1].thread))
    return [one for _, one in found]


def done(threads: Iterable[InboxThread]) -> list[InboxThread]:
    """Those that are done, the newest first."""
    found = [one for one in threads if not one.waits]
    return sorted(found, key=lambda one: (one.done_at, one.participant, one.thread), reverse=True)


def in_turn(threads: Iterable[InboxThread]) -> list[InboxThread]:
    """All: those that wait, and then those that are done."""
    every = tuple(threads)
    return [*waiting(every), *done(every)]
