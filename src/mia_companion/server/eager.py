"""Begins a coroutine at once and without a task, for work that almost never has to wait.

Python 3.12 has this as eager tasks.
"""

from collections.abc import Coroutine, Generator
from types import coroutine
from typing import Any

Work = Coroutine[Any, Any, None]


def begun(work: Work) -> Work | None:
    """Run it as far as it gets; what is left for a task to await, if anything. Raises what it raises."""
    try:
        waits_for = work.send(None)
    except StopIteration:
        return None
    return _rest(work, waits_for)


async def _rest(work: Work, waits_for: Any) -> None:
    await _resumed(work, waits_for)


@coroutine
def _resumed(work: Work, waits_for: Any) -> Generator[Any, Any, None]:
    try:
        while True:
            try:
                came = yield waits_for
            except BaseException as error:  # the task is cancelled: the work shall know
                waits_for = work.throw(error)
            else:
                waits_for = work.send(came)
    except StopIteration:
        return
