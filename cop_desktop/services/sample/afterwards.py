"""What a held meeting left behind: tasks, notes, feedback and what was learnt from it."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import zip_longest

from sqlalchemy.orm import Session

from cop_desktop.models import (
    Action,
    Base,
    Conclusion,
    Feedback,
    FeedbackRating,
    Meeting,
    MeetingNote,
)
from cop_desktop.models.vocabulary import Acted, NoteKind, Progress
from cop_desktop.services.feedback import STATEMENTS

from .story import Story, Told

LEFT_OUT = "-"


def tell(session: Session, story: Story, told: Told, meeting: Meeting) -> None:
    """Add what the tale says of a held meeting; most meetings left less than the latest."""
    session.add_all(_tasks(story, told, meeting))
    session.add_all(_notes(story, told, meeting))
    session.add_all(_conclusions(story, told, meeting))
    session.add_all(_forms(told, meeting))


def _tasks(story: Story, told: Told, meeting: Meeting) -> Iterator[Action]:
    for position, task in enumerate(told.get("tasks", ())):
        due = meeting.starts_at.date() + timedelta(weeks=task["weeks"])
        done = Progress(task["state"]) is Progress.DONE and due <= story.year.today
        started = Progress(task["state"]) is not Progress.NOT_STARTED
        yield Action(
            community_id=story.community_id, meeting_id=meeting.id, position=position,
            text=task["text"], owner_id=story.member(task, "owner"), due=due,
            state=(Progress.DONE if done
                   else Progress.UNDER_WAY if started else Progress.NOT_STARTED),
            done_on=due if done else None, note=task.get("note", ""), topic_id=story.topic(task),
        )  # fmt: skip


def _notes(story: Story, told: Told, meeting: Meeting) -> Iterator[MeetingNote]:
    for position, note in enumerate(told.get("notes", ())):
        yield MeetingNote(
            meeting_id=meeting.id, kind=NoteKind(note["kind"]), text=note["text"],
            said_by_id=story.member(note, "by"), position=position,
            confidential=note.get("confidential", False),
        )  # fmt: skip


def _conclusions(story: Story, told: Told, meeting: Meeting) -> Iterator[Conclusion]:
    for position, one in enumerate(told.get("conclusions", ())):
        yield Conclusion(
            community_id=story.community_id, meeting_id=meeting.id, text=one["text"],
            position=position, acted=Acted(one["acted"]), note=one.get("note", ""),
        )  # fmt: skip


def _forms(told: Told, meeting: Meeting) -> Iterator[Base]:
    """A form is told by its ratings, one digit a statement; open answers go to the first ones."""
    forms = told.get("feedback", ())
    answers = (told.get(name, ()) for name in ("took", "missed", "wish"))
    said = list(zip_longest(*answers, fillvalue=""))
    for place, ratings in enumerate(forms):
        took, missed, wish = said[place] if place < len(said) else ("", "", "")
        form = Feedback(
            meeting_id=meeting.id, number=place + 1, took=took, missed=missed, wish=wish
        )
        yield form
        for statement, digit in zip(STATEMENTS, ratings, strict=True):
            if digit != LEFT_OUT:
                yield FeedbackRating(feedback_id=form.id, statement=statement, rating=int(digit))
