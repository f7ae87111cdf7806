"""When the app locks by itself, whom it asks, and what a locked app's screens can know."""

import asyncio
import gc
import weakref
from dataclasses import fields
from pathlib import Path

from mia_companion.app.lock.shown import before_the_lock
from mia_companion.app.view import View
from tests.lock.pocket import INSIDE, PIN, a_pocket
from tests.sync.scripted import TOKENS


async def test_a_finger_opens_only_after_the_platform_says_yes(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        await pocket.device.lock()
        assert not await pocket.device.open_by_body("To open")  # not chosen: not even asked
        assert pocket.auth.asked == []
        await pocket.device.open(PIN)
        pocket.auth.knows = False
        assert not await pocket.device.by_body(True, "To open")
        pocket.auth.knows = True
        assert await pocket.device.by_body(True, "To open")
        await pocket.restart()
        pocket.auth.knows = False
        assert not await pocket.device.open_by_body("To open")
        assert pocket.device.state.is_locked
        pocket.auth.knows = True
        assert await pocket.device.open_by_body("To open")
        assert pocket.companion.view.plan().name == "Amina"
        assert await pocket.device.by_body(False, "To open")
        assert pocket.companion.view.lock.has_pin
        assert "released-key" not in pocket.secrets.values


async def test_out_of_sight_for_long_enough_it_locks_by_either_clock(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        device, page = pocket.device, object()
        for minutes in ("0", "1", "5"):
            pocket.do.choices.lock_after(minutes)
            seconds = 60.0 * int(minutes)
            await device.came(page)
            await device.left(page)
            if seconds:
                pocket.pass_by(seconds - 1)
                await device.came(page)
                assert not device.state.is_locked
                await device.left(page)
                pocket.pass_by(seconds)
                await device.came(page)
            assert device.state.is_locked, minutes
            await device.open(PIN)
        await device.came(page)
        await device.left(page)
        pocket.steady += 300  # the wall clock was set back meanwhile
        pocket.clock.now = pocket.clock.now.replace(year=2020)
        await device.came(page)
        assert device.state.is_locked


async def test_looking_for_a_photo_is_no_leaving(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        pocket.do.choices.lock_after("0")
        page = object()
        await pocket.device.came(page)
        pocket.device.expect_back()
        await pocket.device.left(page)
        pocket.pass_by(90)
        await pocket.device.came(page)
        assert not pocket.device.state.is_locked
        await pocket.device.left(page)  # and that was that
        assert pocket.device.state.is_locked


async def test_another_person_who_comes_in_is_not_asked_for_the_pin_of_the_one_before(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        account = TOKENS.account.model_copy(update={"id": "ali"})
        pocket.live_here(TOKENS.model_copy(update={"account": account}))
        await pocket.device._looking
        assert not pocket.device.state.has_pin
        await pocket.restart()
        assert not pocket.device.state.is_locked


async def test_a_locked_view_knows_nothing_but_what_may_be_seen(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        pocket.do.choices.discreet(True)
        pocket.do.messages.write("osänt")
        await pocket.device.lock()
        seen = before_the_lock(pocket.companion.view)
        known = {"choices", "hidden", "lock", "beforehand"}
        for field in fields(View):
            if field.name not in known:
                default = (
                    field.default_factory() if callable(field.default_factory) else field.default
                )
                assert getattr(seen, field.name) == default, field.name
        assert not any(word in repr(seen) for word in (*INSIDE, "osänt"))
        assert [one.number for one in seen.help_numbers] == ["010-000 00 99"]


async def test_what_was_open_leaves_the_memory_too(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        async with pocket.in_hand() as hand:
            for leave in (pocket.device.lock, pocket.device.forget):
                if pocket.device.state.is_locked:
                    await pocket.device.open(PIN)
                    await hand.settle(100)
                before = weakref.ref(pocket.companion)
                await leave()
                for _ in range(30):  # what still ends holds it for a while
                    await hand.settle(10)
                    hand.let_go()
                    await asyncio.sleep(0.02)
                    gc.collect()
                    if before() is None:
                        break
                assert before() is None, leave
