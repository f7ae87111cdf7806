"""A line that asks the real server and the model, and does not let them say different things."""

import json

import httpx

from mia_companion.domain.entries import Confirmed
from mia_companion.wire.accounts import Account
from mia_companion.wire.sync import Accepted, Held, Pull, PullAnswer, Push, PushAnswer, Refused
from tests.torture.people import Service


class HeldToTheModel(httpx.AsyncBaseTransport):
    """One account's line: asks both, and says what the real one says."""

    def __init__(
        self,
        service: Service,
        network: httpx.AsyncBaseTransport,
        account: Account,
        limit: int | None,
    ) -> None:
        self._service = service
        self._network = network
        self._model = service.model
        self._account = account
        self._limit = limit

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        raw, path = await request.aread(), request.url.path
        if path == "/v1/pull" and self._limit:
            raw = json.dumps({**json.loads(raw), "limit": self._limit}).encode()
        headers = {
            name: request.headers[name]
            for name in ("authorization", "content-type", "accept")
            if name in request.headers
        }
        answer = await self._network.handle_async_request(
            httpx.Request(request.method, request.url, headers=headers, content=raw)
        )
        content = await answer.aread()
        if answer.is_success and path == "/v1/push":
            self._hold_push(Push.model_validate_json(raw), PushAnswer.model_validate_json(content))
        elif answer.is_success and path == "/v1/pull":
            self._hold_pull(Pull.model_validate_json(raw), PullAnswer.model_validate_json(content))
        self._service.compared += 1
        kind = {"content-type": answer.headers["content-type"]}
        return httpx.Response(answer.status_code, headers=kind, content=content)

    def _hold_push(self, asked: Push, said: PushAnswer) -> None:
        due = self._model.push(self._account, asked)
        assert [_gist(one) for one in said.results] == [_gist(one) for one in due.results]
        journals = {one.id: self._model.journals[one.journal] for one in asked.entries}
        for one in said.results:
            if isinstance(
                one, Accepted
            ):  # what only the real one can know: its time and its receipt
                log = journals[one.id].log
                log[one.seq - 1] = Confirmed(
                    entry=log[one.seq - 1].entry,
                    seq=one.seq,
                    received_at=one.received_at,
                    receipt=one.receipt,
                    epoch=one.epoch,
                )

    def _hold_pull(self, asked: Pull, said: PullAnswer) -> None:
        due = {one.journal.id: one for one in self._model.pull(self._account, asked).pages}
        pages = {one.journal.id: one for one in said.pages}
        assert pages.keys() == due.keys()
        assert (said.rebase, said.gone) == (None, ())
        left = 0
        for id_, one in pages.items():
            after, log = asked.cursors.get(id_, 0), self._model.journals[id_].log
            assert (one.head, one.picture, one.reached) == (len(log), None, due[id_].reached)
            assert list(one.entries) == log[after : after + len(one.entries)]
            left += one.head - after - len(one.entries)
        if not asked.heads_only:
            assert said.more == (left > 0)
            assert left == 0 or sum(len(one.entries) for one in said.pages) == asked.limit


def _gist(one: Accepted | Held | Refused) -> tuple[object, ...]:
    seq, reason = getattr(one, "seq", 0), getattr(one, "reason", "")
    return one.answer, one.id, seq, reason
