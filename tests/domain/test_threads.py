"""What is unread, over all threads and in each."""

from mia_companion.domain.entries import Entry
from mia_companion.domain.fold import fold
from mia_companion.domain.messages import MessageWritten, ThreadReadUpTo
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from tests.example_data import COORDINATOR, PARTICIPANT, entry, in_order


def _in_threads() -> Plan:
    def wrote(n: int, thread: str, author: str = COORDINATOR) -> Entry:
        said = MessageWritten(message_id=f"m{n}", thread_id=thread, words="Hej")
        return entry(said, f"wrote-{n:03}", author=author)

    waits = wrote(9, "general", COORDINATOR)
    journal = in_order(
        [
            wrote(1, "general"),
            wrote(2, "step:step-1"),
            wrote(3, "step:step-1"),
            wrote(4, "appointment:a-1", PARTICIPANT),
            entry(ThreadReadUpTo(seq=2, thread_id="step:step-1"), "read-0001"),
        ]
    )
    return Plan(shared=fold(fold(EMPTY, journal), [waits]))


def test_unread_is_counted_over_all_threads_and_in_each() -> None:
    plan = _in_threads()
    assert plan.unread_by_thread(PARTICIPANT) == {"general": 1, "step:step-1": 1}
    assert plan.unread_in_all(PARTICIPANT) == 2
    assert plan.unread_in_all(COORDINATOR) == 1
    for thread in plan.threads:
        assert plan.unread(PARTICIPANT, thread) == plan.unread_by_thread(PARTICIPANT).get(thread, 0)


def test_the_latest_unread_message_is_found_in_whatever_thread_it_is() -> None:
    latest = _in_threads().latest_unread(PARTICIPANT)
    assert latest is not None
    assert (latest.id, latest.thread_id) == ("m3", "step:step-1")
    assert Plan().latest_unread(PARTICIPANT) is None
