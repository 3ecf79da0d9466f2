"""What agenda activists, keepers, reporters and critical friends are told."""

from datetime import datetime

from sqlalchemy import exists, select

from cop_desktop.models import Decision, Feedback, Meeting, MeetingNote, Member
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import (
    care,
    conclusions,
    feedback,
    heard,
    meetings,
    months,
    needs,
    topics,
)
from cop_desktop.services.people import NEW
from cop_desktop.services.topic_facts import took_place
from cop_desktop.services.topics import TopicRow

from .people import members
from .prompt import At, Item, Prompt, counted, named

BACK = 12  # months in which an undocumented meeting can still be told of


def topics_waiting(at: At) -> Prompt | None:
    """Every open topic stands behind it: those that wait, then those on an agenda already."""
    rows = [row for row in topics.every(at.session, at.community_id, at.today) if row.open]
    waiting = [row for row in rows if row.waiting]
    items = [*map(_topic, waiting), *(_topic(row) for row in rows if not row.waiting)]
    return counted("topics_waiting", items, len(waiting))


def _topic(row: TopicRow) -> Item:
    return Item(row.id, row.title, "needs", row.opened_on, row.waited, not row.waiting)


def needs_unanswered(at: At) -> Prompt | None:
    rows = needs.unanswered(at.session, at.community_id)
    return counted("needs_unanswered", [Item(it.id, it.text, "needs", it.noted_on) for it in rows])


def not_heard(at: At) -> Prompt | None:
    rows = heard.silent(at.session, at.community_id, at.today)
    return named(
        "not_heard", [Item(it.id, it.name, "members", it.last) for it in rows], private=True
    )


def newcomers(at: At) -> Prompt | None:
    return named("newcomers", members(at, Member.joined > at.today - NEW))


def not_documented(at: At) -> Prompt | None:
    """Meetings of the last year without a word: no summary, note or decision."""
    since = datetime.combine(months.later(at.today, -BACK), datetime.min.time())
    query = (
        select(Meeting.id, Meeting.topic, Meeting.starts_at)
        .where(
            Meeting.community_id == at.community_id,
            Meeting.starts_at >= since,
            Meeting.summary == "",
            took_place(at.today),
            ~exists().where(MeetingNote.meeting_id == Meeting.id),
            ~exists().where(Decision.meeting_id == Meeting.id),
        )
        .order_by(Meeting.starts_at)
    )
    found = at.session.execute(query)
    rows = [Item(key, topic, "meetings", began.date()) for key, topic, began in found]
    return counted("not_documented", rows)


def digest_due(at: At) -> Prompt | None:
    last = meetings.latest(
        at.session, at.community_id, datetime.combine(at.today, datetime.min.time())
    )
    if last is None or last.summary_sent_on or last.state == MeetingState.CANCELLED:
        return None
    held = last.starts_at.date()
    item = Item(last.id, last.topic, "meetings", held)
    return Prompt("digest_due", {"date": held + care.SUMMARY_DUE}, (item,))


def conclusions_open(at: At) -> Prompt | None:
    rows = [
        Item(it.meeting_id, it.text, "meetings", it.on)
        for it in conclusions.waiting(at.session, at.community_id)
    ]
    return counted("conclusions_open", rows)


def lowest_rating(at: At) -> Prompt | None:
    """Of the latest feedback, where enough was said to speak of a number below "high"."""
    latest = (
        select(Meeting.id, Meeting.topic, Meeting.starts_at)
        .where(
            Meeting.community_id == at.community_id,
            Meeting.id.in_(select(Feedback.meeting_id)),
            took_place(at.today),
        )
        .order_by(Meeting.starts_at.desc())
    )
    found = at.session.execute(latest.limit(1)).first()
    if found is None:
        return None
    rated = [
        (it.mean, it.key)
        for it in feedback.results(at.session, found.id).statements
        if it.mean is not None and it.mean < feedback.HIGH
    ]
    if not rated:
        return None
    rating, statement = min(rated, key=lambda it: it[0])
    item = Item(found.id, found.topic, "meetings", found.starts_at.date())
    return Prompt("lowest_rating", {"statement": statement, "rating": rating}, (item,))
