"""Which blobs an entry names: it says their ids somewhere in its body, also in a field that nobody here
knows yet."""

from typing import Any

from pydantic_core import from_json


def said_in(body: str) -> set[str]:
    """Every text that stands as a value in the body."""
    try:
        rest: list[Any] = [from_json(body)]
    except (ValueError, RecursionError):  # in quarantine lies whatever came
        return set()
    texts: set[str] = set()
    while rest:
        one = rest.pop()
        if isinstance(one, str):
            texts.add(one)
        elif isinstance(one, dict):
            rest += one.values()
        elif isinstance(one, list):
            rest += one
    return texts
