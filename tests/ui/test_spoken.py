"""A browser is told which language a page is in, and from where it is read; a phone knows it itself."""

from pathlib import Path

import pytest
from flet.messaging.protocol import MessageAction

from tests.ui.home import Drawn, a_home


def _told(screen: Drawn) -> list[str]:
    calls = [m.body for m in screen.sent.messages if m.action == MessageAction.INVOKE_METHOD]
    return [call.args["url"] for call in calls if call.name == "launch_url"]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("ti", "mia:language:ti:ltr:chosen"),
        ("fa-AF", "mia:language:fa-AF:rtl:chosen"),
        ("sv-x-lattlast", "mia:language:sv-x-lattlast:ltr:chosen"),
    ],
)
async def test_the_browser_is_told_once_and_again_when_it_is_back(
    tmp_path: Path, tag: str, said: str
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(web=True) as screen:
            assert _told(screen) == ["mia:language:en:ltr:chosen"]
            home.do.choices.language(tag)
            await screen.settle()
            home.do.choices.one_thing(True)
            await screen.settle()
            assert _told(screen) == ["mia:language:en:ltr:chosen", said]
            screen.state.returned += 1
            await screen.settle()
            assert _told(screen) == ["mia:language:en:ltr:chosen", said, said]


async def test_a_phone_is_not_asked_to_open_anything(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen() as screen:
            home.do.choices.language("ti")
            await screen.settle()
            assert _told(screen) == []
