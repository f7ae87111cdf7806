"""Photos and files in the demo, put there through the same verbs that people use."""

from mia_companion.demo.paintings import balcony, meeting_place
from mia_companion.demo.people import ELIN, DemoParticipant
from mia_companion.demo.tellers import StoryClock, Teller
from mia_companion.domain.blobs import BlobRef


class NotKept(Exception):
    """A photo or file of the story could not be kept; says why."""


async def tell_keepsakes(
    person: DemoParticipant, clock: StoryClock, anna: Teller, app: Teller, who: str
) -> None:
    """Elin's balcony, and how one finds Mötesplatsen, from Anna."""
    if person is not ELIN:
        return
    clock.go(-1, 17, 20)
    photo = await _kept(app, balcony(), "Min balkong.jpg")
    app.do.path.record_good("Planterade om på balkongen", attachments=(photo,))
    await app.sync()
    clock.go(-1, 17, 45)
    way = (
        await _kept(anna, meeting_place(), "Dörren till Mötesplatsen.jpg"),
        await _kept(anna, _directions(), "Hitta till Mötesplatsen.txt"),
    )
    anna.do.messages.write(
        "Så här ser dörren ut. Vägen dit har jag skrivit ner i filen.",
        attachments=way,
        participant=who,
    )
    await anna.sync()


async def _kept(teller: Teller, raw: bytes, name: str) -> BlobRef:
    kept = await teller.do.attachments.keep(raw, name)
    if isinstance(kept, str):
        raise NotKept(kept)
    return kept


def _directions() -> bytes:
    return (
        "Hitta till Mötesplatsen, Torget 3\n\n"
        "1. Gå av bussen vid Torget.\n"
        "2. Gå över torget, förbi fontänen.\n"
        "3. Den gröna dörren med lampan. Den är öppen, du behöver inte ringa på.\n\n"
        "Jag möter dig där innanför.\nAnna\n"
    ).encode()
