"""A loop whose threads are none: work is done where it is handed over. A life is the same each time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any


class AtOnce(ThreadPoolExecutor):
    """Does everything in the thread that asks for it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Done when it returns."""
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as wrong:
            done.set_exception(wrong)
        return done


def a_loop() -> asyncio.Runner:
    """A runner of such a loop; to be closed."""
    made = asyncio.Runner()
    made.get_loop().set_default_executor(AtOnce(1))
    return made
