"""Who answers for what runs here, and how they are reached when something is hard to use."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from mia_companion.environment.said import BadSetting, Said


@dataclass(frozen=True)
class Operator:
    """Empty is not told: then the page says so, and makes nothing up."""

    name: str = ""
    email: str = ""
    phone: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """What the environment says. Raises BadSetting on an address that is none."""
        said = Said(environment)
        email = said.text("MIA_ACCESS_EMAIL")
        if email and (email.count("@") != 1 or any(c.isspace() or c in "<>?&\"'" for c in email)):
            raise BadSetting("MIA_ACCESS_EMAIL is an address; what it says is no e-mail address.")
        return cls(said.text("MIA_RESPONSIBLE"), email, said.text("MIA_ACCESS_PHONE"))
