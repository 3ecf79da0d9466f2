"""The thread: topics, the needs they answer, pauses that weighed them, and stories of value."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.models import (
    Base,
    Need,
    NeedReading,
    NeedsPause,
    Topic,
    TopicNeed,
    ValueStory,
)
from cop_desktop.models.method import Side
from cop_desktop.models.thread_words import NeedSource, NeedState, TopicState

from .story import Story, Told, read
from .year import first_free

AHEAD = 60  # days to the next pause, which is always planned


def open_topics(session: Session, story: Story) -> None:
    """Add the topics opened by today; blocks of agendas, decisions and tasks name them."""
    told = read("thread")["topics"]
    for key, one in told.items():
        if opened := story.day(one, "opened"):
            topic = _topic(story, one, opened)
            story.topics[key] = topic.id
            session.add(topic)
    session.flush()


def _topic(story: Story, told: Told, opened: date) -> Topic:
    closed = story.day(told, "closed")
    ending = TopicState(told.get("state", TopicState.DONE))
    return Topic(
        community_id=story.community_id, title=told["title"], opened_on=opened,
        note=told.get("note", ""), owner_id=story.member(told, "owner"), weight=told["weight"],
        state=ending if closed else TopicState.OPEN, closed_on=closed,
        answer=told["answer"] if closed else "",
    )  # fmt: skip


def tell(session: Session, story: Story) -> None:
    """Add needs and what they are answered by, the pauses, and the stories."""
    told = read("thread")
    needs = {
        key: _need(story, one, noted)
        for key, one in told["needs"].items()
        if (noted := story.day(one, "on"))
    }
    session.add_all(needs.values())
    session.flush()
    keys = {key: need.id for key, need in needs.items()}
    session.add_all(_links(story, told["needs"], keys))
    session.add_all(_stories(story, told["stories"]))
    for one, day in story.by_today(told["pauses"], "on"):
        _pause(session, story, one, first_free(day), keys)
    planned = first_free(story.year.ago(-AHEAD))
    session.add(NeedsPause(community_id=story.community_id, planned_on=planned))


def _need(story: Story, told: Told, noted: date) -> Need:
    closed = story.day(told, "closed")
    ending = NeedState(told.get("state", NeedState.ANSWERED))
    return Need(
        community_id=story.community_id, text=told["text"], noted_on=noted,
        side=Side(told.get("side", Side.PERSON)), source=NeedSource(told["source"]),
        weight=told["weight"], state=ending if closed else NeedState.OPEN, closed_on=closed,
        member_id=story.member(told, "member"),
        organisation_id=story.organisation(told, "organisation"),
        meeting_id=story.meetings.get(told.get("meeting", "")),
    )  # fmt: skip


def _links(story: Story, told: Told, needs: Mapping[str, UUID]) -> Iterator[TopicNeed]:
    for key, need_id in needs.items():
        for topic in told[key].get("topics", ()):
            if topic in story.topics:
                yield TopicNeed(topic_id=story.topics[topic], need_id=need_id)


def _stories(story: Story, rows: list[Told]) -> Iterator[ValueStory]:
    for told, noted in story.by_today(rows, "on"):
        yield ValueStory(
            community_id=story.community_id, title=told["title"], noted_on=noted,
            teller_id=story.member(told, "teller"), topic_id=story.topic(told),
            product_id=story.products.get(told.get("product", "")),
            happened=told.get("happened", ""), got=told.get("got", ""),
            did=told.get("did", ""), changed=told.get("changed", ""),
            may_leave=told.get("may_leave", False),
        )  # fmt: skip


def _pause(
    session: Session, story: Story, told: Told, day: date, needs: Mapping[str, UUID]
) -> None:
    closed = min(day, story.year.today)
    pause = NeedsPause(
        community_id=story.community_id, planned_on=closed, closed_on=closed,
        learnt=told["learnt"],
    )  # fmt: skip
    session.add(pause)
    session.flush()
    readings: list[Base] = [
        NeedReading(pause_id=pause.id, need_id=needs[key], weight=weight)
        for key, weight in told["readings"].items()
    ]
    session.add_all(readings)
