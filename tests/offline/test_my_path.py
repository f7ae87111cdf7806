"""Goals, milestones and steps: set, marked, undone and said in other words without any network."""

from mia_companion.ui import places
from tests.offline.deeds import open_step, plan_step, set_goal
from tests.offline.life import MINE, Life

OWN_GOAL, OWN_STEP = f"Våga ringa {MINE}", f"Öva på att säga hej {MINE}"


async def test_goals_side_by_side_with_milestones(life: Life) -> None:
    life.loses_coverage()
    async with life.phone.in_hand() as app:
        await set_goal(app, "Orka mer", "Health and rehabilitation")
        await set_goal(app, "Läsa igen", "Studies")
        await set_goal(app, OWN_GOAL, "Self-confidence", private=True)
        await app.tap("Open the goal")
        await app.tap("Add a milestone")
        await app.write("Something you will notice on the way", "Går ut varje dag")
        await app.tap("Save")
        app.see("The milestone is saved.")
        await app.tap_on("Går ut varje dag")
        await app.tap("I have come here")
        app.see("You have come there. Well done.")
        await app.go(places.PATH)
        await app.tap("Open the goal")
        await app.tap("Say it in other words")
        await app.write("In other words", "Orka hela dagen")
        await app.tap("Save")
        app.see("In other words: {words}", words="Orka hela dagen")
    await life.three_weeks_later()
    async with life.phone.in_hand(places.PATH) as app:
        app.read("Orka hela dagen", "Läsa igen", OWN_GOAL)
        app.read(app.said.n("{count} milestone reached", "{count} milestones reached", 1))
        app.read(life.waits(6))
        await app.tap("Open the goal")
        app.see("Written: {words}", words="Orka mer")
        await app.tap("Use these words")
        await app.tap("I have come here")
        app.see("You have come there. Look how far you walked.")
        await app.go(places.PATH)
        await app.tap("Open the goal")
        await app.tap("Let it rest")
        app.see("Rests")
        await app.tap("Undo")
        app.see_not("Rests")
    await life.all_meet()
    async with life.phone.in_hand(places.ME) as app:
        app.see("Everything has been sent.")
    async with life.desk.in_hand(life.person) as karin:
        karin.read("Orka mer", "Läsa igen", "Går ut varje dag")
        karin.see("Milestone, reached", "Reached")
        karin.read_not("Orka hela dagen")
    life.nothing_private_came_out()


async def test_steps_of_every_kind_and_every_answer(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand() as app:
        await set_goal(app, "Orka mer", "Health and rehabilitation")
        await plan_step(app, "Ringa vårdcentralen", goal="Orka mer", tomorrow=True)
        await plan_step(app, "Gå ut en stund", weekdays=(1, 4))
        await plan_step(app, "Öppna ett brev")
        await plan_step(app, "Fråga om blanketten")
        await plan_step(app, OWN_STEP, private=True)
        await app.tap("Mark as done: {words}", words="Öppna ett brev")
        app.see("Well done. It is written down.")
        await open_step(app, "Fråga om blanketten")
        await app.tap("Write a word with it")
        await app.write("A word about how it went", "Vågade nästan")
        await app.tap("I tried")
        app.see("You tried, and that counts.")
        await open_step(app, "Ringa vårdcentralen")
        await app.tap("Not now")
        app.see("That is fine. It rests until you want it.")
        await open_step(app, "Gå ut en stund")
        await app.tap("A part of it")
        await open_step(app, OWN_STEP)
        await app.tap("Done")
        await app.tap("Undo")
        await app.go(places.RECORD_GOOD)
        await app.tap("I made food and ate")
        app.see("Good that you did. It is written down.")
    assert life.phone.waiting == [
        "GoalSet", *["StepPlanned"] * 5, "StepDone", "StepTried", "StepSetAside", "StepPartlyDone",
        "StepDone", "Undone", "StepRecorded",
    ]  # fmt: skip
    await life.three_weeks_later()
    async with phone.in_hand() as app:
        app.see("Your next small step", "For today")  # no word of the Mondays that passed
        app.read("Gå ut en stund")
        await app.go(places.DONE)
        app.read("Öppna ett brev", "Fråga om blanketten", "Gå ut en stund")
        app.see("I made food and ate")
        app.read_not(OWN_STEP)
        await app.go(places.RESTING)
        app.read("Ringa vårdcentralen")
        await app.tap_on("Ringa vårdcentralen")
        await app.tap("Take it up again")
        app.see("It is on your path again.")
    assert phone.waiting[-1] == "Undone"
    await life.all_meet()
    assert phone.waiting == []
    async with life.desk.in_hand(life.person) as karin:
        karin.read("Ringa vårdcentralen", "Öppna ett brev", "Gå ut en stund", "Vågade nästan")
        karin.see("Done", "Tried", "Partly done")
    life.nothing_private_came_out()


async def test_a_step_that_comes_again_is_skipped_moved_and_said_in_other_words(life: Life) -> None:
    life.loses_coverage()
    async with life.phone.in_hand() as app:
        await plan_step(app, "Simma", weekdays=(1, 4))
        await open_step(app, "Simma")
        await app.tap("Not now")
        app.read(app.t("That is fine."))
        await app.tap("Say it in other words")
        await app.write("In other words", "Simma eller bada bastu")
        await app.tap("Save")
        app.see("It has new words.")
        await app.tap("Change when")
        await app.tap_on(app.said.weekday(1))
        await app.tap("Save")
        app.see("It has another time now.")
    await life.three_weeks_later()
    async with life.phone.in_hand(places.PATH) as app:
        app.read("Simma eller bada bastu", life.waits(4))
        await app.tap("Mark as done: {words}", words="Simma eller bada bastu")
        await app.tap_on("Simma eller bada bastu")
        app.see("Written: {words}", words="Simma")
        await app.tap("Use these words")
        await app.tap("Use this again")
    await life.all_meet()
    async with life.desk.in_hand(life.person) as karin:
        karin.read("Simma")
        karin.read_not("bastu")
    [step] = life.desk.shared(life.amina).steps.values()
    assert step.repeats == (1, 4)
