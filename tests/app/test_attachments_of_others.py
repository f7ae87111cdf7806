"""What others sent, or one sent oneself, is shown and saved with care."""

import pytest
from PIL import Image

from mia_companion.app.actions.attachments import MOST
from mia_companion.device import unfit
from mia_companion.domain.attached import attached_as, attached_in
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.fold import fold
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.step_marks import StepDone, StepRemembered
from mia_companion.domain.steps import StepPlanned, StepRecorded
from tests.app.solo import Solo
from tests.device.test_files import HTML, PDF_BYTES
from tests.example_data import JOURNAL, blob, told
from tests.pictures import from_a_phone, halves, noisy, opened, phone_photo, saved
from tests.world import World


async def test_a_photo_is_shown_small_and_large(solo: Solo) -> None:
    ref = await solo.do.attachments.keep(from_a_phone(noisy(4000, 3000)), "a.jpg")
    assert isinstance(ref, BlobRef)
    small = await solo.do.attachments.show(ref, small=True)
    large = await solo.do.attachments.show(ref)
    assert isinstance(small, bytes)
    assert isinstance(large, bytes)
    assert (max(opened(small).size), max(opened(large).size)) == (720, 2048)
    assert await solo.do.attachments.show(ref, small=True) is small
    assert await solo.do.attachments.show(blob(b"x", "gone")) == "attachment-gone"


async def test_without_a_network_what_is_not_here_says_so(solo: Solo) -> None:
    ref = blob(b"x", "elsewhere")
    assert not solo.do.attachments.is_here(ref, JOURNAL)
    assert await solo.do.attachments.show(ref, JOURNAL) == "offline"
    assert await solo.do.attachments.save(ref, JOURNAL, "File") == "offline"


SAID = [
    (PDF_BYTES, "application/pdf", "Beslut.pdf", "Beslut.pdf"),
    (PDF_BYTES, "application/pdf", "Beslut.exe", "Beslut.exe.pdf"),
    (PDF_BYTES, "application/pdf", "../../x\u202e.pdf", "x.pdf"),
    (PDF_BYTES, "application/pdf", "", "Fil.pdf"),
    (b"hej", "text/plain", "hej.html", "hej.html.txt"),
    (PDF_BYTES, "image/jpeg", "foto.jpg", unfit.NOT_WHAT_IT_SAYS),
    (HTML, "text/html", "sida.html", unfit.NOT_WHAT_IT_SAYS),
    (HTML, "text/plain", "text.txt", unfit.NOT_WHAT_IT_SAYS),
    (b"MZ" + bytes(99), "application/pdf", "a.pdf", unfit.NOT_WHAT_IT_SAYS),
]


@pytest.mark.parametrize(("content", "kind", "name", "saved_as"), SAID)
async def test_what_others_sent_is_saved_under_a_name_that_says_what_it_is(
    solo: Solo, content: bytes, kind: str, name: str, saved_as: str
) -> None:
    ref = blob(content, name=name, kind=kind)
    solo.companion.store.blobs.fetched(ref, JOURNAL, content)
    got = await solo.do.attachments.save(ref, JOURNAL, "Fil")
    assert got == (saved_as if saved_as.startswith("file-") else (saved_as, content))


async def test_a_picture_of_others_that_would_burst_is_not_shown(solo: Solo) -> None:
    for raw, kind, problem in (
        (saved(Image.new("1", (12_000, 11_000)), "PNG"), "image/png", unfit.PHOTO_TOO_LARGE),
        (saved(halves(), "TIFF"), "image/tiff", unfit.NOT_WHAT_IT_SAYS),
        (HTML, "image/jpeg", unfit.NOT_WHAT_IT_SAYS),
    ):
        ref = blob(raw, kind=kind)
        solo.companion.store.blobs.fetched(ref, JOURNAL, raw)
        for small in (True, False):
            assert await solo.do.attachments.show(ref, JOURNAL, small=small) == problem


async def test_one_fetch_serves_all_who_wait_for_it(world: World) -> None:
    _, phone, tablet = await world.people()
    ref = await phone.do.attachments.keep(phone_photo(), "a.jpg")
    assert isinstance(ref, BlobRef)
    phone.do.path.record_good("Jag gick ut", attachments=(ref,))
    await phone.sync()
    await tablet.sync()
    journal = tablet.companion.view.journal("shared") or ""
    assert await tablet.do.attachments.show(ref, journal) == "not-found"
    await phone.companion.carrier.carry()
    assert isinstance(await tablet.do.attachments.show(ref, journal), bytes)
    await world.stop()
    assert isinstance(await tablet.do.attachments.show(ref, journal, small=True), bytes)
    assert tablet.do.attachments.is_here(ref, journal)


def test_everything_that_names_a_photo_is_found() -> None:
    refs = [blob(b"x", f"blob-{n}") for n in range(4)]
    journal = told(
        StepPlanned(step_id="step-1", words="Gå ut"),
        StepDone(step_id="step-1", attachments=(refs[0],)),
        StepRemembered(step_id="step-1", attachments=(refs[1],)),
        StepRecorded(step_id="step-2", words="Ringde", attachments=(refs[2],)),
        MessageWritten(message_id="m1", words="Se", attachments=(refs[3],)),
    )
    picture = fold(EMPTY, journal)
    assert sorted(one.blob_id for one in attached_in(picture)) == [r.blob_id for r in refs]
    assert attached_as(picture, "blob-9") is None
    assert MOST * 300 < 64 * 1024 // 2  # an entry that names so many still fits
