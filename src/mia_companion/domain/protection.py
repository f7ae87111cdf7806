"""Protected identity: what is said of somebody wherever the app's own screens end. Pure.

    inside    the person's own coordinators and the person: everything, with a mark that says so
    outside   files, papers, addresses, mail, logs, lists of those who do not follow the person:
              a code for the name, nothing for places and people

Whatever leaves goes through here; docs/protected-identity.md names every way out.
"""

from hashlib import sha256

from mia_companion.domain.plan import Plan

_LETTERS = "BCDFGHJKMNPQRTVWXYZ"
"""No vowels, so that no word and no month comes about; without L and S, which are read as 1 and 5."""

_DIGITS = "2346789"


def code_of(participant: str) -> str:
    """A short code for the person with that id, `K7F3-9A`: the same on every device, and says nothing.

    It begins with a letter, so that no program takes it for a number or a day.
    """
    rest = int.from_bytes(sha256(f"protected:{participant}".encode()).digest(), "big")
    rest, first = divmod(rest, len(_LETTERS))
    code = _LETTERS[first]
    both = _LETTERS + _DIGITS
    for _ in range(5):
        rest, one = divmod(rest, len(both))
        code += both[one]
    return f"{code[:4]}-{code[4:]}"


def outside_name(plan: Plan, participant: str) -> str:
    """What the person is called outside: a code where the identity is protected or no name is here."""
    name = plan.name.strip()
    return code_of(participant) if plan.shared.profile.protected or not name else name


def outside_words(plan: Plan, words: str) -> str:
    """A place, a party or a contact of the person's as it is said outside: nothing where protected."""
    return "" if plan.shared.profile.protected else words
