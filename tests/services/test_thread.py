"""The thread: from a need to the value that came of it, in one ledger."""

from datetime import date
from uuid import UUID

from cop_desktop.services import (
    actions,
    agendas,
    decisions,
    meetings,
    needs,
    product_topics,
    products,
    stories,
    thread,
    topics,
)
from cop_desktop.services.thread import Thread
from cop_desktop.store import Change, Store

TODAY = date(2026, 11, 22)


def told(store: Store, topic: UUID) -> Thread:
    with store.read() as session:
        return thread.of(session, topic, TODAY)


def test_a_thread_holds_every_step_of_its_topic_and_none_of_another(
    store: Store, community: UUID
) -> None:
    steps: list[Change] = []
    with store.write("topic") as session:
        need = needs.add(session, community, {"text": "אין שפה"}, date(2026, 9, 2))
        topic = topics.propose(session, need, date(2026, 9, 3))
        other = topics.add(session, community, {"title": "אחר"}, TODAY)
    bare = told(store, topic)
    assert [it.text for it in bare.needs] == ["אין שפה"]
    store.on_commit.append(steps.append)
    with store.write("agenda") as session:
        meeting = meetings.every(session, community)[0].id
        block = agendas.add(session, meeting, {"title": "מילון", "topic_id": topic})
    with store.write("evening") as session:
        said = {"text": "כותבים", "item_id": block, "due": date(2026, 12, 1)}
        decisions.add(session, meeting, said)
        task = {"text": "לאסוף", "item_id": block, "guest": "יעל"}
        actions.add(session, community, task, meeting)
        decisions.add(session, meeting, {"text": "אחרת", "topic_id": other})
    with store.write("product") as session:
        product = products.add(session, community, {"title": "מילון מונחים"})
        product_topics.link_topic(session, product, topic)
    with store.write("stories") as session:
        of_it = {"title": "מהמילון", "product_id": product, "noted_on": date(2026, 11, 20)}
        stories.add(session, community, of_it, TODAY)
        stories.add(session, community, {"title": "מהנושא", "topic_id": topic}, TODAY)
        stories.add(session, community, {"title": "אחר", "topic_id": other}, TODAY)
    whole = told(store, topic)
    (carried,) = whole.agenda
    assert (carried.meeting, carried.block, carried.held) == ("פתיחת שנה", "מילון", True)
    assert [(it.text, it.on, it.open) for it in whole.decisions] == [
        ("כותבים", date(2026, 10, 13), True)
    ]
    assert [(it.text, it.owner) for it in whole.tasks] == [("לאסוף", "יעל")]
    assert [(it.title, it.status) for it in whole.products] == [("מילון מונחים", "idea")]
    assert [it.title for it in whole.stories] == ["מהמילון", "מהנושא"]
    for step in reversed(steps):
        store.revert(step)
    assert told(store, topic) == bare
