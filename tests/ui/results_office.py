"""A coordinator or somebody who pays before a server that answers about results."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import flet as ft
import httpx
from pydantic import BaseModel

from mia_companion.domain import rights
from mia_companion.domain.cube import RESULT, TABLES, Cube, Table, cells_of, divides
from mia_companion.domain.suppression import Published, published
from mia_companion.wire.problems import PREFIX
from mia_companion.wire.results import Publication, Publications, Publish, SiteResults
from tests.example_data import NOW
from tests.ui.office import TOKENS, Drawn, Office

LAST = "2025H2"
CELLS = {"in_work": 9, "in_studies": 6, "ready_for_work": 3, "other": 2}


def a_cube(period: str = LAST, started: int = 24) -> Cube:
    """Twenty who finished, five of whom are in a group that is told together."""

    def table(name: str) -> Table:
        whole = 20 if divides(name) != "followed_up" else 0
        cells = cells_of(name)
        filled = dict.fromkeys(cells, whole // 4) if len(cells) == 4 else dict.fromkeys(cells, 0)
        return Table(name=name, cells=CELLS if name == RESULT else filled)

    tables = tuple(table(name) for name in TABLES)
    return Cube(period=period, started=started, finished=20, followed_up=0, tables=tables)


def told(period: str = LAST, started: int = 24) -> Published:
    return published(a_cube(period, started), [])


def publication(site: str = "site-west", name: str = "MIA Väst", **said: Any) -> Publication:
    return Publication(
        site=site, site_name=name, published_at=NOW - timedelta(days=3), told=told(**said)
    )


def problem(name: str, status: int = 409) -> httpx.Response:
    said = {"type": PREFIX + name, "title": name, "status": status}
    return httpx.Response(status, json=said)


class Answers:
    """What the server says; `looks` and `asked` are what it was asked."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.looks: list[str] = []
        self.asked: list[Publish] = []
        self.outside: Published | None = told()
        self.published_at = None
        self.refuses = ""
        self.publications: tuple[Publication, ...] = ()
        office.answers |= {"/v1/results": self._results, "/v1/publications": self._publications}

    def _results(self, request: httpx.Request) -> httpx.Response:
        period = request.url.params["period"]
        self.looks.append(period)
        here = period == LAST
        return _json(
            SiteResults(
                cube=a_cube(period, 24 if here else 3),
                outside=self.outside if here else None,
                published_at=self.published_at if here else None,
            )
        )

    def _publications(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return _json(Publications(publications=self.publications))
        if self.refuses:
            return problem(self.refuses)
        self.asked.append(Publish.model_validate_json(request.content))
        self.published_at = NOW  # type: ignore[assignment]
        return httpx.Response(204)


def _json(said: BaseModel) -> httpx.Response:
    return httpx.Response(200, content=said.model_dump_json())


class Saving(Drawn):
    """The screen, and every file that it handed over."""

    def __init__(self, office: Office, route: str, width: int = 1280) -> None:
        super().__init__(office, route, width, 800)
        self.files: list[dict[str, Any]] = []

    def _hold(self, page: ft.Page) -> None:
        super()._hold(page)
        page.web = True
        page.platform = ft.PagePlatform.LINUX
        self.sent.answers["save_file"] = self.files.append


@contextmanager
def who_pays(folder: Path, language: str = "en") -> Iterator[Office]:
    """Finn, who belongs to the association and to no site."""
    account = TOKENS.account.model_copy(
        update={"id": "account-finn", "role": rights.FUNDER, "site": "", "name": "Finn Falk"}
    )
    office = Office(folder, language)
    office.companion.client.session.keep(TOKENS.model_copy(update={"account": account}))
    office.companion.reload()
    office.do.choices.language(language)
    try:
        yield office
    finally:
        office.companion.store.close()
