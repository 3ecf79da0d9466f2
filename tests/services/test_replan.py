"""A plan rearranged: activities change places, a year's goals are taken over."""

from uuid import UUID

import pytest

from cop_desktop.services import plan, replan
from cop_desktop.store import Store

YEAR = 2026


@pytest.fixture
def goals(store: Store, community: UUID) -> tuple[UUID, UUID]:
    """The small community's goal with activities א ב ג, and an empty one."""
    with store.write("plan") as session:
        first = plan.of_year(session, community, YEAR).goals[0]
        plan.remove_items(session, [item.id for item in first.items])
        for title in "אבג":
            plan.add_item(session, first.id, {"title": title})
        return first.id, plan.add_goal(session, community, YEAR, {"title": "שנייה"})


def titles(store: Store, community: UUID) -> list[str]:
    with store.read() as session:
        found = plan.of_year(session, community, YEAR).goals
    return ["".join(item.title for item in goal.items) for goal in found]


def put(store: Store, community: UUID, words: str, goal: UUID, before: str = "") -> None:
    with store.write("put") as session:
        ids = {item.title: item.id for item in plan.of_year(session, community, YEAR).items}
        moved = [ids[title] for title in words]
        replan.place_items(session, moved, goal, ids[before] if before else None)


def test_activities_go_before_another_or_to_the_end(
    store: Store, community: UUID, goals: tuple[UUID, UUID]
) -> None:
    put(store, community, "ג", goals[0], "א")
    assert titles(store, community) == ["גאב", ""]
    put(store, community, "גא", goals[0])
    assert titles(store, community) == ["בגא", ""]


def test_activities_go_under_another_goal_in_the_order_given(
    store: Store, community: UUID, goals: tuple[UUID, UUID]
) -> None:
    put(store, community, "ג", goals[1])
    put(store, community, "בא", goals[1], "ג")
    assert titles(store, community) == ["", "באג"]


def test_goals_are_copied_without_activities_and_only_once(
    store: Store, community: UUID, goals: tuple[UUID, UUID]
) -> None:
    counts = []
    for _ in range(2):
        with store.write("copy") as session:
            counts.append(replan.copy_goals(session, community, YEAR, YEAR + 1))
    with store.read() as session:
        there = plan.of_year(session, community, YEAR + 1)
    assert counts == [2, 0]
    assert [(goal.title, goal.items) for goal in there.goals] == [
        ("שפה משותפת", ()),
        ("שנייה", ()),
    ]
