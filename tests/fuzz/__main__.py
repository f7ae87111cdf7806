"""`python -m tests.fuzz RUNS [SEED [PARSER …]]`: so many tries from that seed, on all parsers or those named.

Every second input is what the fuzzer made, which chooses the parser and sees how far it came in our Python;
the others are, for each parser in turn, something that it is made for with edits by lot: how far an input
came in what is not Python nobody sees.

What breaks one is printed: put its bytes into a test when it is mended.
"""

import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["mia_companion", "tests.fuzz.parsers"]):
    from tests.fuzz.parsers import PARSERS, PLANTED

from tests.fuzz.seeds import seeds

LONGEST = 4_096
PLANTED_SEEDS = {name: [b"..."] for name in PLANTED}
TRIED = "Tried:"
_SIGNS = (
    b"", b"\x00", b'"', b"{}", b"[]", b"null", b"-1", b"1e999", b"9" * 40, b"\\ud800", b"\xff", b"\n",
    "\u202e".encode(), b"2026-02-30", b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59-23:59",
)  # fmt: skip


def edited(dice: random.Random, made_for: Sequence[bytes]) -> bytes:
    """One of what a parser is made for, with places cut out and written over."""
    said = bytearray(dice.choice(made_for))
    for _ in range(dice.randint(1, 6)):
        place, cut = dice.randint(0, len(said)), dice.choice((0, 0, 1, 2, 4, 12, 60))
        other = dice.choice(made_for)
        begin = dice.randint(0, len(other))
        fill = (dice.randbytes(dice.randint(0, 3)), dice.choice(_SIGNS), other[begin : begin + 30])
        said[place : place + cut] = dice.choice(fill)
    return bytes(said[:LONGEST])


def main(runs: int, seed: int, names: Sequence[str]) -> None:
    """Never returns: the fuzzer ends the process, with 77 where it found something."""
    chosen = list(names or PARSERS)
    parsers = [{**PARSERS, **PLANTED}[name] for name in chosen]
    made_for = [{**seeds(), **PLANTED_SEEDS}[name] for name in chosen]
    dice = random.Random(seed)
    tried = dict.fromkeys(chosen, 0)

    def one(raw: bytes) -> None:
        so_far = sum(tried.values())
        if so_far % 2 and raw:
            at, given = raw[0] % len(chosen), raw[1:]
        else:
            at = so_far // 2 % len(chosen)
            given = edited(dice, made_for[at])
        tried[chosen[at]] += 1
        try:
            parsers[at](given)
        except BaseException:
            print(f"{chosen[at]} broke on {given!r}", flush=True)
            raise
        if sum(tried.values()) == runs:  # the fuzzer ends the process by itself
            print(TRIED, json.dumps(tried), flush=True)

    corpus = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for at, name in enumerate(chosen):
        for number, given in enumerate(made_for[at]):
            (corpus / f"{name}-{number}").write_bytes(bytes([at]) + given)
    atheris.Setup(
        [
            sys.argv[0], f"-runs={runs}", f"-seed={seed}", f"-max_len={LONGEST}", "-timeout=20",
            "-rss_limit_mb=1500", "-print_final_stats=1", f"-artifact_prefix={corpus}/broken-", str(corpus),
        ],
        one,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]), int(given[1]) if len(given) > 1 else 1, given[2:])
