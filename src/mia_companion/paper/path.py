"""Goals with their milestones and open steps, and steps on their own. Each has a box to tick."""

from mia_companion.domain.goals import ACTIVE, Goal
from mia_companion.domain.milestones import REACHED, Milestone
from mia_companion.domain.steps import PLANNED, Step
from mia_companion.paper.blocks import BOX, DOT, NAME, Block, Group
from mia_companion.paper.telling import Telling, headed


def path(told: Telling) -> list[Group]:
    """Goals that are active, the oldest first, and then what is under none of them."""
    goals = [one for one in told.plan.goals if one.state == ACTIVE]
    groups: list[Group] = [_goal(told, one) for one in goals]
    alone = tuple(_step(told, one) for one in told.plan.steps_of(None) if one.state == PLANNED)
    if alone:
        groups.append((Block(told.words.t("Small steps"), NAME), *alone))
    return headed(told.words.t("My goals and steps"), groups)


def _goal(told: Telling, goal: Goal) -> Group:
    steps = [one for one in told.plan.steps_of(goal.id) if one.state == PLANNED]
    return (
        Block(told.own(goal.words), NAME),
        Block(told.beside.area(goal.area)),
        *(_milestone(told, one) for one in told.plan.milestones_of(goal.id)),
        *(_step(told, one) for one in steps),
    )


def _milestone(told: Telling, one: Milestone) -> Block:
    words = told.own(one.words)
    if one.state == REACHED:
        return Block(told.words.t("Milestone, reached: {milestone}", milestone=words), mark=DOT)
    return Block(told.words.t("Milestone: {milestone}", milestone=words), mark=BOX)


def _step(told: Telling, step: Step) -> Block:
    words = told.own(step.words)
    if when := _when(told, step):
        return Block(told.words.t("{step} ({when})", step=words, when=when), mark=BOX)
    return Block(words, mark=BOX)


def _when(told: Telling, step: Step) -> str:
    """Its day, unless that has passed, or the weekdays on which it comes."""
    words = told.words
    if step.repeats:
        return words.t("every {days}", days=words.listing(map(words.weekday, step.repeats)))
    if step.day is None or step.day < told.today:
        return ""
    return words.day(step.day, told.today)
