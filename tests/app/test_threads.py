"""Writing in a thread, with the same words in another language, and with what lies beside them."""

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.facts import read_fact
from mia_companion.domain.messages import GENERAL, MessageWritten, thread_about
from mia_companion.wire import problems
from tests.app.solo import Solo
from tests.sync.scripted import TOKENS

LETTER = BlobRef(blob_id="blob-1", sha256="0" * 64, size=9, media_type="image/jpeg", name="Brev")


def _written(solo: Solo) -> list[MessageWritten]:
    facts = [read_fact(one.entry.body) for one in solo.companion.store.outbox.all()]
    return [fact for fact in facts if isinstance(fact, MessageWritten)]


def test_a_message_carries_its_thread_its_translation_and_what_lies_beside(solo: Solo) -> None:
    solo.companion.store.blobs.keep(LETTER, TOKENS.account.id, b"en bild .")
    done = solo.do.messages.write(
        "شكرًا",
        thread=thread_about("step", "step-1"),
        translation="Tack",
        translation_language="sv",
        attachments=(LETTER,),
        item="form-1",
    )
    assert done
    assert _written(solo) == [
        MessageWritten(
            message_id="form-1",
            thread_id="step:step-1",
            words="شكرًا",
            translation="Tack",
            translation_language="sv",
            attachments=(LETTER,),
        )
    ]
    plan = solo.companion.view.plan()
    assert plan.threads == ("step:step-1",)
    assert plan.thread(GENERAL) == ()


def test_a_tap_that_is_repeated_writes_once(solo: Solo) -> None:
    first = solo.do.messages.write("Hej", item="form-1")
    assert solo.do.messages.write("Hej", item="form-1") == first
    assert len(_written(solo)) == 1


def test_no_thread_tells_of_what_is_private(solo: Solo) -> None:
    """Its id in the shared journal would already say that it is there."""
    refused = solo.do.messages.write("Om det", thread=thread_about("step", "step-own"))
    assert refused.problem == problems.NOT_ALLOWED
    assert _written(solo) == []


def test_a_language_is_said_only_of_a_translation(solo: Solo) -> None:
    assert solo.do.messages.write("Hej", translation_language="sv")
    assert _written(solo)[0].translation_language == "und"
    assert solo.do.messages.write("Hej", translation="å" * 10_001).problem == "too-long"
