"""Language switched while running, right to left, and what axe-core says of the main screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mia_companion.i18n.words import words_for
from tests.journeys.person import DESKTOP, PATIENCE_MS, Person, person
from tests.journeys.stage import Stage, open_stage
from tests.journeys.ways import SWEDISH, enter, invite, plan_step, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(420)]
ARABIC = words_for("ar")


@pytest.fixture(scope="module")
def shared_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One stage for journeys that do not mind each other."""
    folder: Path = tmp_path_factory.mktemp("stage")
    opened = open_stage(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "dark", [pytest.param(False, marks=pytest.mark.long, id="light"), pytest.param(True, id="dark")]
)
def test_the_main_screens_in_swedish_and_arabic(
    browser: Browser, shared_stage: Stage, dark: bool
) -> None:
    stage = shared_stage
    with (
        person(browser, stage.coordinator, DESKTOP, dark=dark) as anna,
        person(browser, stage.participant, dark=dark) as samira,
    ):
        sign_in(anna)
        enter(samira, invite(anna, f"Samira {dark}"))
        plan_step(samira, "Gå till biblioteket 😀")
        anna.tap(f"Samira {dark}")
        anna.sees("Gå till biblioteket")
        anna.clean()
        samira.clean()
        for place in ("My path", "Times", "Messages", "Me"):
            samira.stand(SWEDISH.c("place", place))
            samira.clean()

        samira.tap(SWEDISH.t("Language"))
        samira.tap(ARABIC.language.own_name)
        expect(samira.page.locator("html")).to_have_attribute("lang", "ar", timeout=PATIENCE_MS)
        samira.open()
        for place in ("Today", "My path", "Times", "Messages", "Me"):
            samira.stand(ARABIC.c("place", place))
            samira.clean()
        samira.stand(ARABIC.c("place", "Today"))
        samira.sees("Gå till biblioteket")  # a person's own words are never touched
        assert _is_mirrored(samira)
        for who in (anna, samira):
            assert not who.left
            assert not who.missing_fonts


def test_only_our_own_origin_by_policy(browser: Browser, shared_stage: Stage) -> None:
    with person(browser, shared_stage.participant) as someone:
        answer = someone.page.goto(someone.home)
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "http" not in policy
        assert "'unsafe-eval'" not in policy
        someone.awake()
        blocked = someone.page.evaluate(
            "fetch('https://example.org/').then(() => 'reached', () => 'blocked')"
        )
        assert blocked == "blocked"


def _is_mirrored(who: Person) -> bool:
    """In a mirrored layout the first of the five places stands at the right."""
    first, last = (
        who.page.get_by_role("tab", name=ARABIC.c("place", name)).first.bounding_box()
        for name in ("Today", "Me")
    )
    assert first is not None
    assert last is not None
    return first["x"] > last["x"]
