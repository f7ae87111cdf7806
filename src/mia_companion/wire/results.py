"""Results: exact for those who work at the site, and as they are published for everyone else."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from mia_companion.domain.cube import Cube
from mia_companion.domain.entries import Frozen
from mia_companion.domain.periods import HALF_YEAR
from mia_companion.domain.suppression import Published

Period = Annotated[str, Field(pattern=HALF_YEAR)]


class SiteResults(Frozen):
    """The exact numbers of a half-year, as they are now. That they were looked at stands in the audit.

    `outside` is what was published of it at `published_at`; without that, what would be published now;
    None for a half-year that goes on, or that is before one that has been published.
    """

    cube: Cube
    outside: Published | None = None
    published_at: AwareDatetime | None = None


class Publish(Frozen):
    """Publish a half-year for good. `outside` is what the coordinator was shown that others will see:
    when it would no longer be that, nothing is published."""

    period: Period
    outside: Published


class Publication(Frozen):
    """What a site published of a half-year."""

    site: str
    site_name: str
    published_at: AwareDatetime
    told: Published


class Publications(Frozen):
    """Everything that the sites of the caller's association have published, the newest half-year first."""

    publications: tuple[Publication, ...]
