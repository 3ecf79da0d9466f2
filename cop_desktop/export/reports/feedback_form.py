"""The feedback form: a page of rings and three open questions, without a name."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.services import communities, meetings
from cop_desktop.services.feedback import OPEN, STATEMENTS
from cop_desktop.services.meetings import MeetingRow

from .meeting import code, frame

Facts = tuple[str, MeetingRow]


def gather(session: Session, meeting_id: UUID, community_id: UUID, today: date) -> Facts:
    """The community's name and the meeting."""
    name = communities.one(session, community_id, today).name
    return name, meetings.one(session, meeting_id)


def feedback_form(facts: Facts, _: Catalog) -> doc.Document:
    """Statements from 1 to 5, then what one takes along, what was missing, what to change."""
    community, meeting = facts
    words = content(_.language).feedback()
    questions = [
        doc.OpenQuestion(getattr(words, key), number)
        for number, key in enumerate(OPEN, start=len(STATEMENTS) + 1)
    ]
    return frame(
        meeting, community, _("A few words about the meeting"),
        _("The feedback is anonymous. No name is needed"), _, short=_("Feedback"),
        blocks=(
            doc.Stamp(_("Code of the meeting"), code(meeting), words.intro),
            doc.Ratings(tuple(words.statements[key] for key in STATEMENTS),
                        words.low, words.high, words.left_out),
            *questions,
            doc.ToFoot((doc.Paragraph(words.few, doc.Voice.NOTE),)),
        ),
    )  # fmt: skip
