"""What is kept about one: asked of, answered, gathered, erased. Through real stores and a real server."""

import json
from pathlib import Path

from mia_companion.app.actions.data import NO_ANSWER, NO_REASON, Decision
from mia_companion.app.actions.outcome import EMPTY, TOO_LONG
from mia_companion.domain.corrections import CORRECTED, DISPUTED
from mia_companion.domain.erasures import ERASED, STAYS
from mia_companion.domain.rights import OWN
from mia_companion.wire.problems import OFFLINE
from tests.example_data import TODAY
from tests.world import Device

People = tuple[Device, Device, Device]
SECRET = "Det jag inte sagt till någon"


async def _begun(people: People) -> str:
    """The coordinator notes a start; the entry that says so."""
    desktop, phone, _ = people
    done = desktop.do.support.begin(TODAY, phone.participant, today=TODAY, item="e-1")
    await _sync(people)
    return done.entry


async def _sync(people: People) -> None:
    for device in (*people, *people):
        await device.sync()


async def test_a_correction_is_asked_answered_and_seen_by_both(people: People) -> None:
    desktop, phone, tablet = people
    entry = await _begun(people)
    asked = phone.do.data.ask_correction(entry, "  Jag började i april \x00", item="c-1")
    again = phone.do.data.ask_correction(entry, "Jag började i april")
    assert (again.item, again.entry) == (asked.item, ""), "what stands is not written again"
    await _sync(people)
    [one] = desktop.shared(phone.participant).corrections.values()
    assert one.waits
    assert one.asked
    assert (one.asked.words, one.about) == ("Jag började i april", entry)
    answers = desktop.do.data.answer_correction
    assert answers(one, "", "x", phone.participant).problem == NO_ANSWER
    assert answers(one, DISPUTED, " ", phone.participant).problem == NO_REASON
    assert answers(one, DISPUTED, "x" * 10_001, phone.participant).problem == TOO_LONG
    assert answers(one, DISPUTED, "Vi ser det olika", phone.participant)
    await _sync(people)
    told = tablet.shared().corrections[one.id].answer
    assert told
    assert (told.answer, told.words) == (DISPUTED, "Vi ser det olika")
    assert tablet.do.data.ask_correction(entry, "Det var i maj").item == one.id
    await _sync(people)
    [one] = desktop.shared(phone.participant).corrections.values()
    assert one.waits
    assert answers(one, CORRECTED, "", phone.participant)
    await _sync(people)
    assert not phone.shared().corrections[one.id].waits


async def test_a_correction_needs_words_and_can_be_taken_back(people: People) -> None:
    _, phone, _ = people
    entry = await _begun(people)
    assert phone.do.data.ask_correction(entry, " ").problem == EMPTY
    assert phone.do.data.ask_correction(entry, "x" * 10_001).problem == TOO_LONG
    phone.do.data.ask_correction(entry, "Inte så")
    [one] = phone.shared().corrections.values()
    assert phone.do.data.take_back(one)
    await _sync(people)
    assert not people[0].shared(phone.participant).corrections[one.id].waits


async def test_an_erasure_is_asked_once_and_a_refusal_says_why_and_how_to_appeal(
    people: People,
) -> None:
    desktop, phone, tablet = people
    first = phone.do.data.ask_erasure("Allt", item="r-1")
    assert phone.do.data.ask_erasure("Allt igen").entry == "", "one that waits is not asked twice"
    await _sync(people)
    one = desktop.shared(phone.participant).erasures[first.item]
    half = Decision(STAYS, TODAY, "Den måste finnas kvar", "", "")
    assert desktop.do.data.answer_erasure(one, half, phone.participant).problem == NO_REASON
    nothing = Decision("")
    assert desktop.do.data.answer_erasure(one, nothing, phone.participant).problem == NO_ANSWER
    whole = Decision(
        STAYS, TODAY, "Den måste finnas kvar", "Socialtjänstlagen", "Förvaltningsrätten"
    )
    assert desktop.do.data.answer_erasure(one, whole, phone.participant)
    await _sync(people)
    told = tablet.shared().erasures[one.id].answer
    assert told
    assert (told.fact.answer, told.fact.day, told.fact.law) == (STAYS, TODAY, "Socialtjänstlagen")
    assert tablet.do.data.ask_erasure("Nu igen").entry, "answered, it may be asked again"
    await _sync(people)
    newer = max(desktop.shared(phone.participant).erasures.values(), key=lambda o: o.id)
    assert desktop.do.data.answer_erasure(
        newer, Decision(ERASED, TODAY, "", "", ""), phone.participant
    )


async def _written(people: People) -> None:
    """Something of each side, and something of the participant's own, on every device."""
    _, phone, _ = people
    assert phone.do.path.plan_step(SECRET, private=True)
    phone.do.bad_days.write("helps", f"{SECRET}: sova")
    phone.do.bad_days.show_beforehand(True)
    phone.do.drafts.keep("step:new", json.dumps({"words": SECRET, "private": True}))
    phone.do.path.plan_step("Gå ut")
    await _sync(people)


def _lies_here(device: Device, folder: Path) -> bool:
    """Whether any row of the person's own journal is on the device, in whatever state."""
    own = device.companion.view.journal(OWN)
    rows = [*device.companion.store.journals.entries(own)] if own else []
    waiting = [w for w in device.companion.store.outbox.all() if w.entry.journal == own]
    shown = repr(device.companion.view.picture(OWN))
    drafts = device.companion.store.drafts.values()
    beforehand = device.companion.view.beforehand.plan
    return bool(rows or waiting or drafts or SECRET in shown or (beforehand and beforehand.parts))


async def test_what_is_ones_own_goes_here_at_once_and_elsewhere_when_that_hears_of_it(
    people: People, tmp_path: Path
) -> None:
    _, phone, tablet = people
    await _written(people)
    before = phone.companion.view.journal(OWN)
    kept = phone.path.read_bytes() + _log(phone)
    rows = phone.companion.store._database.rows(
        "SELECT sealed FROM entries WHERE journal = ?", before
    )
    assert rows
    assert all(sealed in kept for (sealed,) in rows)
    tablet.do.path.plan_step(f"{SECRET}, på plattan", private=True)
    assert await phone.do.data.erase_own() == ""
    assert not _lies_here(phone, tmp_path)
    after = phone.path.read_bytes() + _log(phone)
    assert not any(sealed in after for (sealed,) in rows), "not in the file's free pages either"
    assert [one.words for one in phone.shared().steps.values()] == ["Gå ut"]
    await _sync(people)
    assert not _lies_here(tablet, tmp_path)
    assert tablet.companion.view.choices.left_unsent == "", "it went to nobody"
    assert phone.companion.view.journal(OWN) == tablet.companion.view.journal(OWN) != before
    assert phone.do.path.plan_step("Nytt för mig", private=True)
    await _sync(people)
    assert [one.words for one in tablet.companion.view.picture(OWN).steps.values()] == [
        "Nytt för mig"
    ]


def _log(device: Device) -> bytes:
    log = device.path.with_name(device.path.name + "-wal")
    return log.read_bytes() if log.exists() else b""


async def test_without_a_connection_nothing_goes_and_it_says_so(people: People) -> None:
    _, phone, _ = people
    await _written(people)
    phone.transport.app, app = None, phone.transport.app  # type: ignore[attr-defined]
    assert await phone.do.data.erase_own() == OFFLINE
    assert SECRET in repr([*phone.companion.view.picture(OWN).steps.values()])
    phone.transport.app = app  # type: ignore[attr-defined]
    assert await phone.do.data.erase_own() == ""
