"""Who answers for what runs here, and how they are reached when something is hard to use.

| variable | what it is |
|---|---|
| `MIA_RESPONSIBLE` | the municipality or the association, as its name is written |
| `MIA_ACCESS_EMAIL` | where people write about accessibility |
| `MIA_ACCESS_PHONE` | where they call about it |
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Operator:
    """Empty is not told: then the page says so, and makes nothing up."""

    name: str = ""
    email: str = ""
    phone: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """What the environment says. Raises ValueError on an address that is none."""
        email = environment.get("MIA_ACCESS_EMAIL", "").strip()
        if email and (email.count("@") != 1 or any(c.isspace() or c in "<>?&\"'" for c in email)):
            raise ValueError("MIA_ACCESS_EMAIL is no e-mail address")
        name, phone = (
            environment.get(one, "").strip() for one in ("MIA_RESPONSIBLE", "MIA_ACCESS_PHONE")
        )
        return cls(name, email, phone)
