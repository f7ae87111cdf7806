"""The description is what the server does: whatever Schemathesis makes of it, sent to a real server, signed
in as each role in turn. No failure inside, and no answer that the description does not tell of."""

import itertools
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok

from tests.server.world import Person
from tests.torture.cast import ROLES
from tests.torture.printed import Told
from tests.torture.served_cast import Served, served
from tests.torture.sizes import times
from tests.torture.two_associations import hash_quickly

pytestmark = pytest.mark.timeout(times(180, 3_600))

EXAMPLES = times(6, 200)
SPENDS = {"POST /v1/sign-out", "DELETE /v1/devices/{device}"}
# What a schema cannot say: bytes whose hash is another, days that cannot be, a new password that is the old
# one, a phone for somebody who has none; a door of a ticket that there is not, which has a page to say so.
MEANT = {
    "PUT /v1/journals/{journal}/blobs/{blob}": 422,
    "POST /v1/covers": 422,
    "POST /v1/password": 422,
    "POST /v1/administration/staff": 422,
    "POST /v1/imports": 422,
    "GET /v1/journals/{journal}/blobs/{blob}": 422,  # an id with a line's end, for some a pattern's end
    "HEAD /v1/journals/{journal}/blobs/{blob}": 422,
    "GET /v1/login/at/{door}": 400,
    "GET /v1/login/at/{door}/oidc": 400,
    "GET /v1/login/callback": 400,
    "GET /v1/login/done": 400,
}
_REFUSED = ["2xx", 401, 403, 404, 409, 410, 413, 429]
TAKEN = (
    "query: violates `additionalProperties`",  # a newer app may ask for more than this server knows
    "header: violates `required` (was Authorization)",  # here it is there all the same
    "was integer, became boolean",
    "was null, became string",
)
"""What is taken though a schema does not say so."""
CONFIG = SchemathesisConfig.from_dict(
    {
        "checks": {"positive_data_acceptance": {"expected-statuses": _REFUSED}},
        "operations": [
            {
                "include-name": name,
                "checks": {"positive_data_acceptance": {"expected-statuses": [*_REFUSED, status]}},
            }
            for name, status in MEANT.items()
        ],
    }
)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


class Asking:
    """Sends what is made, as each role in turn, now about what is there and now about what is made up."""

    def __init__(self, server: Served) -> None:
        self._server = server
        self._turn = itertools.count()
        self._people: dict[str, Person] = dict(server.cast.people)
        self._session = requests.Session()
        self.answers: Counter[int] = Counter()
        cast, people = server.cast, server.cast.people
        self._there = {
            "journal": list(cast.journals.values()),
            "blob": ["photo"],
            "participant": [people["participant"].id],
            "account": [server.do(cast.coordinator()).id],
            "site": [cast.site],
            "device": [server.do(cast.enter(people["another"].id)).device],
        }

    def send(self, case: Case[Any]) -> None:
        """Send it, and hold the answer against the description."""
        turn = next(self._turn)
        role = ROLES[turn % len(ROLES)]
        if turn % 2 and case.meta is not None and case.meta.generation.mode.is_positive:
            for name in case.path_parameters:
                known = self._there.get(name)
                if known:
                    case.path_parameters[name] = known[turn // 2 % len(known)]
        who = self._people[role]
        if case.operation.label in SPENDS:
            who = self._server.do(self._server.cast.enter(who.id))
        if case.operation.label == "GET /v1/live":
            self._live(case, who)
            return
        answer = case.call(
            base_url=self._server.address, headers=who.headers, session=self._session, timeout=20
        )
        self.answers[answer.status_code] += 1
        case.validate_response(
            answer, headers=who.headers, transport_kwargs={"session": self._session}
        )
        if answer.status_code == 200 and case.operation.label in ("POST /v1/password",):
            self._people[role] = self._server.do(self._server.cast.enter(who.id))

    def _live(self, case: Case[Any], who: Person) -> None:
        """Its answer does not end by itself."""
        asked = case.as_transport_kwargs(base_url=self._server.address, headers=who.headers)
        with self._session.request(**asked, stream=True, timeout=20) as answer:
            self.answers[answer.status_code] += 1
            if answer.request.headers.get("authorization") != who.headers["authorization"]:
                assert answer.status_code == 401
                return
            assert answer.status_code == 200, answer.text
            assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
            assert answer.raw.read(13) == b"retry: 3000\n\n"


def test_whatever_is_made_of_the_description_is_answered_as_it_says(
    tmp_path: Path, tell: Told
) -> None:
    with served(tmp_path) as server:
        said = requests.get(f"{server.address}/v1/openapi.json", timeout=20).json()
        schema = schemathesis.openapi.from_dict(said, config=CONFIG)
        asking, count, wrong = Asking(server), 0, list[str]()
        for made in schema.get_all_operations():
            assert isinstance(made, Ok)
            count += 1
            for mode in GenerationMode:
                wrong += asked(asking, made.ok(), mode, 20_261_127 + count)
        assert not wrong, "\n".join(wrong)
    total = sum(asking.answers.values())
    assert set(asking.answers) & {200, 204}
    assert max(asking.answers) < 500
    tell(
        16,
        "Whatever Schemathesis makes of the API's description, right and wrong, as each role in turn",
        f"{count} operations, {EXAMPLES} examples each, {total:,} requests",
        "no failure inside, no answer that is not described",
    )


def asked(asking: Asking, operation: Any, mode: GenerationMode, start: int) -> list[str]:
    """All that was wrong with the answers to so many questions of that mode."""
    wrong: list[str] = []

    @seed(start)
    @settings(
        max_examples=EXAMPLES // 2,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        try:
            asking.send(case)
        except (FailureGroup, AssertionError) as error:
            wrong.extend(
                f"{operation.label} {mode}: {type(e).__name__}: {e}" for e in _wrong(error)
            )

    with suppress(Unsatisfiable):  # where nothing is asked, nothing can be asked wrongly
        ask()
    return wrong


def _wrong(error: FailureGroup | AssertionError) -> list[BaseException]:
    """What is left of it without what is meant: see TAKEN."""
    each = list(error.exceptions) if isinstance(error, FailureGroup) else [error]
    return [one for one in each if not _is_taken(one)]


def _is_taken(one: BaseException) -> bool:
    if type(one).__name__ != "AcceptedNegativeData":
        return False
    lines = [line.strip() for line in str(one).splitlines()]
    parts = [line for line in lines if line.startswith("- ")]
    return bool(parts) and all(any(said in part for said in TAKEN) for part in parts)
