"""A PIN that is forgotten: a new code gets in, nothing is deleted, and what was not sent can come back."""

from hashlib import sha256
from pathlib import Path

from mia_companion.app.lock.tried import WAITS, WRONG
from mia_companion.domain.blobs import BlobRef
from mia_companion.store.blob_rows import WAITING
from tests.lock.pocket import INSIDE, OTHER_PIN, PIN, Pocket, a_pocket
from tests.sync.scripted import TOKENS

PHOTO = b"a photo of nothing" * 50
WRITTEN = "skrivet utan nät"


async def _forgotten(pocket: Pocket) -> str:
    """Something waits, the PIN is forgotten; when the store was set aside."""
    content = sha256(PHOTO).hexdigest()
    ref = BlobRef(blob_id="photo-1", sha256=content, size=len(PHOTO), media_type="image/jpeg")
    account = TOKENS.account.id
    pocket.companion.store.blobs.keep(ref, account, PHOTO)
    assert pocket.do.messages.write(WRITTEN, attachments=(ref,))
    assert pocket.do.messages.write("utan bild")
    pocket.do.drafts.keep("message", "halvskrivet")
    await pocket.device.choose(PIN)
    await pocket.restart()
    assert await pocket.device.begin_anew()
    (when,) = pocket.device.state.set_aside
    return when


async def test_a_new_store_begins_and_the_old_one_lies_there_as_it_was(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        when = await _forgotten(pocket)
        assert not pocket.device.state.is_locked
        assert not pocket.device.state.has_pin
        assert pocket.companion.view.account is None
        assert (tmp_path / f"companion-{when}.sqlite").exists()
        await pocket.restart()
        assert not pocket.device.state.is_locked
        assert pocket.device.state.set_aside == (when,)


async def test_a_second_tap_and_a_second_forgotten_pin_write_over_nothing(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        when = await _forgotten(pocket)
        before = (tmp_path / f"companion-{when}.sqlite").read_bytes()
        assert await pocket.device.begin_anew()
        assert list(pocket.device.state.set_aside) == [when]
        pocket.live_here()
        await pocket.device.choose(OTHER_PIN)  # within the same second
        await pocket.restart()
        await pocket.device.begin_anew()
        assert len(pocket.device.state.set_aside) == 2
        assert (tmp_path / f"companion-{when}.sqlite").read_bytes() == before
        for one in pocket.device.state.set_aside:
            assert pocket.secrets.values[f"pin-{one}"]


async def test_the_old_pin_brings_back_what_was_not_sent_and_then_it_is_gone(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        when = await _forgotten(pocket)
        pocket.live_here()  # with a new code
        assert not pocket.companion.view.to_send
        before = pocket.device.from_before(when)
        assert (await before.bring_back(OTHER_PIN)).problem == WRONG
        assert await before.bring_back(PIN)
        said = [w.raw.decode() for w in pocket.companion.view.to_send]
        assert len(said) == 2
        assert WRITTEN in said[0]
        (blob,) = pocket.companion.store.blobs.waiting()
        assert blob.state == WAITING
        assert pocket.companion.store.blobs.bytes_of(blob) == PHOTO
        assert pocket.do.drafts.read("message") == "halvskrivet"
        assert pocket.device.state.set_aside == ()
        assert not [name for name in pocket.files() if when in name]
        assert not [name for name in pocket.secrets.values if when in name]


async def test_brought_back_twice_it_comes_once(tmp_path: Path) -> None:
    """As when the app was killed after the first time, before the old store was deleted."""
    async with a_pocket(tmp_path) as pocket:
        when = await _forgotten(pocket)
        pocket.live_here()
        kept = {one: (tmp_path / one).read_bytes() for one in pocket.files() if when in one}
        secrets = dict(pocket.secrets.values)
        assert await pocket.device.from_before(when).bring_back(PIN)
        for name, content in kept.items():
            (tmp_path / name).write_bytes(content)
        pocket.secrets.values.update({n: v for n, v in secrets.items() if when in n})
        assert await pocket.device.from_before(when).bring_back(PIN)
        assert len(pocket.companion.view.to_send) == 2
        assert len(pocket.companion.store.blobs.waiting()) == 1


async def test_another_person_brings_back_nothing_and_deletes_nothing(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        when = await _forgotten(pocket)
        account = TOKENS.account.model_copy(update={"id": "ali"})
        pocket.live_here(TOKENS.model_copy(update={"account": account}))
        await pocket.device.from_before(when).bring_back(PIN)
        assert not pocket.companion.view.to_send
        assert pocket.do.drafts.read("message") == ""
        assert pocket.device.state.set_aside == (when,)


async def test_its_tries_are_counted_too(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        when = await _forgotten(pocket)
        for _ in range(5):
            await pocket.device.from_before(when).bring_back("1111")
        await pocket.restart()
        assert (await pocket.device.from_before(when).bring_back(PIN)).problem == WAITS


async def test_it_goes_when_the_person_says_so(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        when = await _forgotten(pocket)
        assert await pocket.device.from_before(when).drop()
        assert pocket.device.state.set_aside == ()
        assert not [name for name in pocket.files() if when in name]


async def test_a_lost_key_is_told_kindly_and_one_comes_in_again(tmp_path: Path) -> None:
    """As after a phone's key store was emptied: no crash, no loop, and what is there is laid aside."""
    async with a_pocket(tmp_path) as pocket:
        pocket.do.messages.write(WRITTEN)
        pocket.secrets.values.clear()
        await pocket.restart()
        assert pocket.companion.view.was_mended
        assert any(".broken-" in name for name in pocket.files())
        async with pocket.in_hand() as hand:
            await hand.click("English")
            assert hand.shows("could not be read, so it was put aside")
            assert hand.shows("Ask your coordinator for a new code")
            assert not any(hand.shows(word) for word in INSIDE)
            assert hand.shows("The code from your coordinator")
        pocket.live_here()
        await pocket.restart()
        assert pocket.companion.view.plan().name == "Amina"
        assert not pocket.companion.view.was_mended


async def test_a_pin_whose_wrapping_is_lost_leaves_the_way_in_by_code(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        pocket.secrets.values.clear()
        await pocket.restart()
        assert not pocket.device.state.is_locked
        assert pocket.companion.view.account is None
