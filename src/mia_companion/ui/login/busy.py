"""One thing at a time: a second tap while the first is on its way does nothing."""

from collections.abc import Awaitable, Callable


def tapping(
    busy: bool, set_busy: Callable[[bool], None], deed: Callable[[], Awaitable[None]]
) -> Callable[[], Awaitable[None]]:
    """A handler that does it unless it is being done."""

    async def tapped() -> None:
        if busy:
            return
        set_busy(True)
        try:
            await deed()
        finally:
            set_busy(False)

    return tapped
