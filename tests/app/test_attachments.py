"""What a person picks is kept fit and durably; what came from others is shown and saved with care."""

import hashlib

import pytest
from PIL import Image

from mia_companion.device import unfit
from mia_companion.domain.attached import attached_as
from mia_companion.domain.blobs import MAX_BLOB_BYTES, BlobRef
from mia_companion.store.blob_rows import WAITING
from tests.app.solo import Solo
from tests.device.test_files import HTML, PDF_BYTES
from tests.example_data import JOURNAL, OWN_JOURNAL
from tests.pictures import from_a_phone, noisy, phone_photo, saved


async def _kept(solo: Solo, raw: bytes = b"", name: str = "IMG_2041.jpg") -> BlobRef:
    ref = await solo.do.attachments.keep(raw or phone_photo(), name)
    assert isinstance(ref, BlobRef)
    return ref


def _restart(solo: Solo) -> None:
    solo.companion.store.close()
    solo.open()


async def test_a_photo_is_kept_small_and_says_nothing_of_where_it_was_taken(solo: Solo) -> None:
    ref = await _kept(solo)
    content = solo.companion.store.blobs.content(ref)
    assert content
    assert (ref.media_type, ref.name, ref.size) == ("image/jpeg", "", len(content))
    assert ref.sha256 == hashlib.sha256(content).hexdigest()
    assert b"Exif" not in content
    assert b"Stockholm" not in content
    assert (await _kept(solo, name="Min balkong.jpg")).name == "Min balkong"


async def test_a_file_is_kept_as_it_is_under_its_name(solo: Solo) -> None:
    ref = await _kept(solo, PDF_BYTES, "../Beslut\u202e 2026.pdf")
    assert (ref.media_type, ref.name) == ("application/pdf", "Beslut 2026.pdf")
    assert solo.companion.store.blobs.content(ref) == PDF_BYTES
    assert (await _kept(solo, PDF_BYTES, "")).name == ""


@pytest.mark.parametrize(
    ("raw", "name", "problem"),
    [
        (b"", "a.jpg", unfit.EMPTY_FILE),
        (b"text", "a.jpg", unfit.NOT_WHAT_IT_SAYS),
        (HTML, "a.html", unfit.KIND_NOT_TAKEN),
        (PDF_BYTES + bytes(MAX_BLOB_BYTES), "a.pdf", unfit.FILE_TOO_LARGE),
        (saved(Image.new("1", (12_000, 11_000)), "PNG"), "a.png", unfit.PHOTO_TOO_LARGE),
        (b"\xff\xd8\xff\xe0 not whole", "a.jpg", unfit.PHOTO_UNREADABLE),
    ],
)
async def test_what_is_not_fit_is_told_and_nothing_is_kept(
    solo: Solo, raw: bytes, name: str, problem: str
) -> None:
    assert await solo.do.attachments.keep(raw, name) == problem
    assert solo.companion.store._database.rows("SELECT 1 FROM blob_bytes") == []


async def test_where_a_photo_is_wanted_a_file_is_none(solo: Solo) -> None:
    kept = await solo.do.attachments.keep(PDF_BYTES, "a.pdf", photo_only=True)
    assert kept == unfit.NOT_A_PHOTO


@pytest.mark.parametrize(("private", "journal"), [(False, JOURNAL), (True, OWN_JOURNAL)])
async def test_it_goes_where_its_entry_goes_and_waits_there(
    solo: Solo, private: bool, journal: str
) -> None:
    ref = await _kept(solo)
    done = solo.do.path.record_good("Jag gick ut", attachments=(ref,), private=private)
    assert done
    assert done.journal == journal
    carried = solo.companion.view.carried[ref.blob_id]
    assert (carried.blob.state, carried.blob.journal) == (WAITING, journal)
    assert solo.companion.view.waiting_count == 1  # the photo goes with its entry
    assert attached_as(solo.companion.view.pictures[journal], ref.blob_id) == ref
    _restart(solo)
    assert solo.companion.view.carried[ref.blob_id].blob == carried.blob


async def test_what_was_picked_stays_through_a_restart_as_long_as_its_form_does(solo: Solo) -> None:
    ref, left = await _kept(solo), await _kept(solo)
    solo.do.drafts.keep("good", f'{{"attachments": [{ref.model_dump_json()}]}}')
    _restart(solo)
    assert solo.companion.store.blobs.content(ref)
    assert solo.companion.store.blobs.content(left) is None
    assert solo.do.path.record_good("Jag gick ut", attachments=(ref,))
    gone = solo.do.path.record_good("Jag gick ut", attachments=(left,))
    assert gone.problem == "attachment-gone"
    assert len(solo.companion.view.to_send) == 1


async def test_what_is_taken_away_before_is_not_kept(solo: Solo) -> None:
    ref = await _kept(solo)
    solo.do.attachments.let_go(ref)
    assert solo.companion.store._database.rows("SELECT 1 FROM blob_bytes") == []


async def test_a_full_disk_is_said_and_nothing_is_half_kept(solo: Solo) -> None:
    database = solo.companion.store._database
    database.rows("PRAGMA max_page_count = 1")
    photo = from_a_phone(noisy(2000, 1500))
    assert await solo.do.attachments.keep(photo, "a.jpg") == "disk-full"
    assert database.rows("SELECT 1 FROM blobs") == []
    database.rows("PRAGMA max_page_count = 100000")
    assert isinstance(await solo.do.attachments.keep(photo, "a.jpg"), BlobRef)


async def test_nobody_who_is_not_signed_in_keeps_anything(solo: Solo) -> None:
    solo.do.access.start_over()
    assert await solo.do.attachments.keep(phone_photo(), "a.jpg") == "no-journal"
