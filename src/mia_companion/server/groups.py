"""What waits is done together: the more there is to do, the less each costs.

asked ─▶ waiting ─▶ a group, while the next one gathers ─▶ answers
                      ├─ failed, as any would: full, locked, gone ─▶ all of them fail
                      └─ failed ─▶ each of them alone, so that one harms no other
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Groups(Generic[Asked, Answer]):
    """`work` answers a group in its order; an exception in the place of an answer is raised to its asker.

    `most` is how much a group may hold by what each weighs, and one that weighs as much is alone in it;
    `alike` is what befalls all alike when it befalls one.
    """

    def __init__(
        self,
        work: Callable[[Sequence[Asked]], Awaitable[Sequence[Answer | Exception]]],
        *,
        most: int,
        weigh: Callable[[Asked], int] = lambda _: 1,
        alike: tuple[type[Exception], ...] = (),
    ) -> None:
        self._work = work
        self._most = most
        self._weigh = weigh
        self._running: asyncio.Task[None] | None = None
        self._alike = alike
        self._waiting: list[tuple[Asked, asyncio.Future[Answer]]] = []

    async def ask(self, one: Asked) -> Answer:
        """Its answer, once its group is done."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((one, answer))
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return await answer

    async def _run(self) -> None:
        try:
            while self._waiting:
                await self._answer(self._next())
        finally:
            self._running = None

    def _next(self) -> list[tuple[Asked, asyncio.Future[Answer]]]:
        weight = count = 0
        for one, _ in self._waiting:
            weight += self._weigh(one)
            if weight > self._most and count:
                break
            count += 1
        group, self._waiting = self._waiting[:count], self._waiting[count:]
        return group

    async def _answer(self, group: list[tuple[Asked, asyncio.Future[Answer]]]) -> None:
        try:
            answers = await self._work([one for one, _ in group])
        except Exception as wrong:
            if len(group) > 1 and not isinstance(wrong, self._alike):
                for member in group:
                    await self._answer([member])
                return
            answers = [wrong] * len(group)
        for (_, future), answer in zip(group, answers, strict=True):
            if future.done():  # its asker has gone
                continue
            if isinstance(answer, Exception):
                future.set_exception(answer)
            else:
                future.set_result(answer)
