"""Since when somebody waits for an answer: one rule for the caseload and for the inbox. Pure."""

from collections.abc import Mapping
from datetime import datetime

from mia_companion.domain.plan import Plan
from mia_companion.domain.settled_threads import Settled

_LOOKED_AT = 20
"""Messages at the end of a thread among which an answer is looked for; then twice as many, and so on."""


def waits_since(
    plan: Plan, settled: Mapping[str, Settled], participant: str, thread: str
) -> datetime | None:
    """When the participant wrote the first of the messages that stand at the thread's end unanswered, and
    of which no coordinator has said that they need no answer. None when nothing waits.

    What it costs follows how much stands there unanswered, not how long the thread is.
    """
    upto = settled[thread].message_id if thread in settled else ""
    count = _LOOKED_AT
    while True:
        messages = plan.newest_messages(count, thread)
        since = None
        for message in reversed(messages):
            if message.by.author != participant or message.id == upto:
                return since
            since = message.by.at
        if len(messages) < count:
            return since
        count *= 2
