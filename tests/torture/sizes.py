"""How often each torture is done: `make test` the first number, `make torture` the whole."""

import os

WHOLE = os.environ.get("TORTURE") == "whole"


def times(here: int, whole: int) -> int:
    """How often, in this run."""
    return whole if WHOLE else here
