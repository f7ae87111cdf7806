"""A letter on a phone, with the real server behind it: two words, a yes at the desk, and the plan."""

import asyncio
from pathlib import Path

import pytest

from mia_companion.ui import places, words_first
from mia_companion.wire.accounts import LETTER, Invitation
from tests.ui.at_work import Counted, Working
from tests.world import a_world


async def test_the_coordinators_yes_opens_the_plan_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen that asks is gone with the answer; what it began goes on to the end."""
    monkeypatch.setattr(words_first, "pause", lambda _: asyncio.sleep(0.02))
    async with a_world(tmp_path) as world:
        desk, phone = world.device("desk"), world.device("phone", Counted(world.network))
        await desk.sign_in()
        invited = await desk.do.access.invite("Amina Ek")
        assert isinstance(invited, Invitation)
        await desk.sync()
        letter = await desk.do.pairing.new_code(invited.participant, way=LETTER)
        assert isinstance(letter, Invitation)
        phone.do.choices.language("en")
        async with Working(phone, f"{places.START}/{letter.secret}", 390) as screen:
            await screen.sees("The picture has been read.")
            await screen.click("Go on")
            await screen.sees("Call your coordinator, and say these two words:")
            pairing = phone.companion.view.pairing
            assert pairing is not None
            await desk.do.pairing.compared(invited.participant, pairing.pair, same=True)
            await screen.sees("I did something good", "Amina Ek")
            await asyncio.gather(*phone.companion.runner.stop(), return_exceptions=True)
