"""Passing on through a real server: nothing is handed out before it is taken, and both have the same."""

from hashlib import sha256
from pathlib import Path

from mia_companion.app.actions.outcome import TOO_LONG
from mia_companion.app.actions.passing import TAKEN, WAITS, WAS_REFUSED, standing
from mia_companion.app.view import View
from mia_companion.domain.attached import attached_as
from mia_companion.domain.rights import SHARED
from mia_companion.domain.sheets import SheetStep, read_sheet
from tests.app.passing import people
from tests.world import a_world


async def test_both_sides_have_the_very_bytes_that_the_entry_names(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        them = await people(world)
        disclosure, paper = await them.pass_on()
        waits = them.known(them.karin, disclosure)
        assert waits is not None
        assert waits.state == WAITS
        assert waits.file is None, "nothing is handed out before the server has taken it"
        await them.karin.sync()
        await them.karin.companion.carrier.carry()
        await them.amina.sync()
        for device in (them.karin, them.amina):
            known = them.known(device, disclosure)
            assert known is not None
            assert known.state == TAKEN
            assert known.fact.recipient == "Enheten i Falun"
            assert known.file is not None
            assert sha256(known.file).hexdigest() == known.fact.sha256
            sheet = read_sheet(known.file.decode())
            assert sheet is not None
            assert [one.words for one in sheet.steps] == ["Gå till biblioteket"]
            got = await them.paper_on(device, disclosure)
            assert got == paper
            (ref,) = known.fact.attachments
            assert sha256(paper).hexdigest() == ref.sha256
            assert attached_as(device.shared(them.person), ref.blob_id) == ref


async def test_taken_back_meanwhile_nothing_is_handed_out_and_nobody_sees_a_thing(
    tmp_path: Path,
) -> None:
    async with a_world(tmp_path) as world:
        them = await people(world)
        disclosure, _ = await them.pass_on()  # offline
        them.amina.do.consents.withdraw(them.consent)
        await them.amina.sync()
        await them.karin.sync()
        await them.karin.companion.carrier.carry()
        refused = them.known(them.karin, disclosure)
        assert refused is not None
        assert (refused.state, refused.reason) == (WAS_REFUSED, "no-consent")
        assert refused.file is None
        assert not them.karin.shared(them.person).disclosures
        await them.amina.sync()
        assert them.known(them.amina, disclosure) is None
        (ref,) = refused.fact.attachments
        journal = them.amina.companion.view.journal(SHARED) or ""
        assert isinstance(await them.amina.do.attachments.save(ref, journal, "Fil"), str)
        them.karin.do.choices.discard(refused.entry)
        assert them.known(them.karin, disclosure) is None
        assert not them.karin.companion.store.blobs.has(ref.blob_id, journal)


async def test_what_was_handed_out_stays_to_be_seen_when_the_consent_is_taken_back(
    tmp_path: Path,
) -> None:
    async with a_world(tmp_path) as world:
        them = await people(world)
        disclosure, paper = await them.pass_on()
        await them.karin.sync()
        await them.karin.companion.carrier.carry()
        await them.amina.sync()
        them.amina.do.consents.withdraw(them.consent)
        await them.amina.sync()
        known = them.known(them.amina, disclosure)
        assert known is not None
        assert known.state == TAKEN
        assert await them.paper_on(them.amina, disclosure) == paper


async def test_too_much_for_one_entry_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        them = await people(world)
        sheet = them.sheet()
        long = tuple(SheetStep(words="å" * 2_000) for _ in range(40))
        fits_not = sheet.model_copy(update={"steps": long})
        quotes = sheet.model_copy(update={"steps": (SheetStep(words='"' * 20_000),)})
        for much in (fits_not, quotes):
            done = await them.karin.do.passing.pass_on(
                them.person, much, "insurance", b"%PDF-1.7 x"
            )
            assert done.problem == TOO_LONG
        assert not them.karin.companion.view.outbox
        assert not them.karin.companion.view.carried
        done = await them.karin.do.passing.pass_on(
            them.person, sheet, "insurance", b"%PDF-1.7 x", recipient="x" * 201
        )
        assert done.problem == TOO_LONG


async def test_given_back_to_a_restored_server_it_was_handed_out_all_the_same(
    tmp_path: Path,
) -> None:
    async with a_world(tmp_path) as world:
        them = await people(world)
        await world.stop()
        world.back_up()
        await world.start()
        disclosure, _ = await them.pass_on()
        await them.karin.sync()
        (taken,) = them.karin.shared(them.person).disclosures.values()
        them.amina.do.consents.withdraw(them.consent)
        await them.amina.sync()
        await world.stop()
        world.restore()
        await world.start()
        seen: list[str] = []

        def look(view: View) -> None:
            known = standing(view, disclosure, them.person)
            seen.append(known.state if known else "gone")

        stop = them.karin.companion.subscribe(look)
        await them.karin.sync()
        stop()
        assert set(seen) == {TAKEN}
        await them.amina.sync()
        known = them.known(them.amina, disclosure)
        assert known is not None
        assert known.state == TAKEN
        assert known.disclosure is not None
        assert known.disclosure.fact == taken.fact
