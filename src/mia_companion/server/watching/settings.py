"""How the server is watched and how it stops: `environment.variables` is the table."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from mia_companion.environment.said import Said


@dataclass(frozen=True, slots=True)
class WatchingSettings:
    """`metrics_port` 0 is no figures at all."""

    metrics_port: int = 0
    metrics_host: str = "127.0.0.1"
    stop_delay_seconds: int = 0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Raises BadSetting."""
        said = Said(environment)
        return cls(
            metrics_port=said.number("MIA_METRICS_PORT") or 0,
            metrics_host=said.text("MIA_METRICS_HOST"),
            stop_delay_seconds=said.count("MIA_STOP_DELAY_SECONDS"),
        )
