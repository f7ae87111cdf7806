"""What the table beside others is made of, without measuring anything."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from bench.peers.cells import OURS, rate, row
from bench.peers.load import Client, answer_in, request, run
from bench.peers.records import Author, Records, fresh_ids, pattern
from bench.peers.rounds import Measured, ratio
from bench.peers.rows import FLOOR, POCKETBASE, Reach, table
from bench.peers.sides import wanted
from mia_companion.domain.entries import Entry

_BODY = b'{"a":1}'


def _plain(size: int) -> bytearray:
    return bytearray(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nX: y\r\n\r\n" % size + _BODY)


def test_an_answer_is_whole_when_all_its_bytes_have_come() -> None:
    whole = _plain(len(_BODY))
    assert answer_in(whole) == _BODY
    assert [answer_in(whole[:n]) for n in range(len(whole))] == [None] * len(whole)


def test_an_answer_in_chunks_is_put_together() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    # The second chunk ends like an answer does: its length decides.
    whole = bytearray(head + b"3\r\nabc\r\n7\r\nd0\r\n\r\ne\r\n0\r\n\r\n")
    assert answer_in(whole) == b"abcd0\r\n\r\ne"
    assert [answer_in(whole[:n]) for n in range(len(whole))] == [None] * len(whole)


def test_a_request_says_how_long_its_body_is() -> None:
    said = request("POST", "/there", _BODY, Authorization="me")
    assert said.startswith(b"POST /there HTTP/1.1\r\n")
    assert b"\r\nContent-Length: 7\r\n" in said
    assert b"\r\nAuthorization: me\r\n" in said
    assert said.endswith(b"\r\n\r\n" + _BODY)


@pytest.fixture
def answering() -> Iterator[Callable[[bytes], int]]:
    """A server that answers everything alike: give it the answer, it says its port."""
    with ExitStack() as stack:

        def serve(answer: bytes) -> int:
            class Handler(socketserver.BaseRequestHandler):
                def handle(self) -> None:
                    while self.request.recv(4096):
                        self.request.sendall(answer)
                        if not answer:
                            return

            server = stack.enter_context(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler))
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
            stack.callback(server.shutdown)
            return int(server.server_address[1])

        yield serve


def _asking(times: int) -> Client:
    for _ in range(times):
        wanted((yield request("GET", "/")), _BODY)


def test_every_answer_is_counted_with_its_bytes(answering: Callable[[bytes], int]) -> None:
    answer = bytes(_plain(len(_BODY)))
    taken = run(answering(answer), [_asking(3), _asking(4)], 30)
    assert len(taken.each) == 7
    assert taken.received == 7 * len(answer)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"HTTP/1.1 403 No\r\nContent-Length: 7\r\n\r\n" + _BODY, RuntimeError),
        (b'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{"b":1}', RuntimeError),
        (b"", ConnectionError),
    ],
    ids=["a refusal", "another answer than was wanted", "a connection that ends"],
)
def test_what_was_not_answered_as_wanted_is_no_figure(
    answering: Callable[[bytes], int], answer: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error):
        run(answering(answer), [_asking(3), _asking(3)], 30)


def test_a_pattern_filled_with_an_id_is_another_entry_of_the_same_length() -> None:
    entry = Records().entry(Author("journal-1", "account-1", "device-1"))
    id_ = next(fresh_ids("0000000a"))
    filled = pattern(entry).filled(id_)
    other = Entry.model_validate_json(filled)
    assert len(filled) == len(entry.model_dump_json().encode())
    assert other.id == id_.decode() != entry.id
    assert other.body == entry.body.replace(entry.id, other.id)


def test_a_ratio_is_the_median_of_the_rounds_own() -> None:
    assert ratio([10, 20, 90], [10, 10, 10]) == 2
    assert ratio([1, 2], [2, 1]) == pytest.approx(1.25)


def test_p99_is_of_all_requests_of_all_rounds() -> None:
    found = Measured(each=[0.001] * 198 + [0.5, 0.7])
    assert found.p99 == 0.5


@pytest.mark.parametrize(
    ("reach", "met", "printed"),
    [
        (Reach(3, POCKETBASE), "yes", "≥ 3 × PocketBase"),
        (Reach(3.1, POCKETBASE), "**no**", "≥ 3.1 × PocketBase"),
        (Reach(0.5, FLOOR, at_most=True), "yes", "≤ 0.5 × floor"),
        (Reach(0.4, FLOOR, at_most=True), "**no**", "≤ 0.4 × floor"),
        (Reach(25, "KiB", at_most=True), "yes", "≤ 25 KiB"),
        (Reach(15, "KiB", at_most=True), "**no**", "≤ 15 KiB"),
    ],
)
def test_a_reach_is_held_against_its_own_column(reach: Reach, met: str, printed: str) -> None:
    values = {OURS: [30.0], POCKETBASE: [10.0], FLOOR: [60.0]}
    made = row("Work", values, rate, reach, value=20)
    assert made.cells == (
        *("Work", "30/s", "10/s", "PostgreSQL only", "60/s", "0.50 ×", "3.00 ×"),
        *(printed, met),
    )


def test_every_reach_must_be_met_and_none_is_met_by_what_was_not_measured() -> None:
    values = {OURS: [30.0], FLOOR: [60.0]}
    both = (Reach(0.5, FLOOR), Reach(0.6, FLOOR))
    assert row("Work", values, rate, *both).met is False
    assert row("Work", values, rate, Reach(1, POCKETBASE)).met is None
    assert row("Work", values, rate).met is None


def test_the_table_has_a_cell_for_every_column() -> None:
    lines = table([row("Work", {FLOOR: [60.0]}, rate, absent={})]).splitlines()
    assert {line.count("|") for line in lines} == {10}
