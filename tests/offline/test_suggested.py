"""What the coordinator has suggested: taken, changed or declined without any network."""

from mia_companion.ui import places
from tests.offline.life import Life


async def test_each_answer_to_a_suggestion(life: Life) -> None:
    suggest = life.desk.do.path.suggest
    for words in ("Gå runt kvarteret", "Ringa kuratorn", "Baka något"):
        assert suggest(words, life.amina, note="Bara om du vill.")
    await life.all_meet()
    life.loses_coverage()
    async with life.phone.in_hand(places.PATH) as app:
        app.see("A suggestion from {name}", name="Karin Lind")
        app.read("Gå runt kvarteret", "Bara om du vill.")
        await app.tap("Take it")
        app.see("It is on your path now.")
        app.read("Ringa kuratorn")
        await app.tap("Change it")
        await app.write("What do you want to do?", "Skriva till kuratorn")
        await app.tap("Take it like this")
        app.see("It is on your path now, in your words.")
        app.read("Baka något")
        await app.tap("No, thank you")
        app.see("That is fine. You decide.")
    assert life.phone.waiting == ["StepPlanned", "StepPlanned", "SuggestionDeclined"]
    await life.three_weeks_later()
    async with life.phone.in_hand(places.PATH) as app:
        app.read("Gå runt kvarteret", "Skriva till kuratorn", life.waits(3))
        app.read_not("Baka något")
        await app.go(places.RESTING)
        app.see("Suggestions you said no to")
        app.read("Baka något")
        await app.tap("Bring it back")
        app.see("It waits on your path again.")
        await app.go(places.PATH)
        await app.tap("No, thank you")
        await app.tap("Undo")
        await app.tap("Take it")
    await life.all_meet()
    async with life.desk.in_hand(life.person) as karin:
        karin.read(karin.t("Taken {ago}", ago=""), "Skriva till kuratorn", "Baka något")
        karin.read_not(karin.t("Waits for an answer, suggested {ago}", ago="").strip())
    assert not life.desk.companion.view.plan(life.amina).suggestions
    assert len(life.desk.companion.view.plan(life.amina).open_steps) == 3
