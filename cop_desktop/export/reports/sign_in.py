"""The sign-in sheet: surnames found in a second at the door, room for a real signature."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.services import attendance, communities, meetings
from cop_desktop.services.attendance import SheetLine
from cop_desktop.services.meetings import MeetingRow

SPARE = 6


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """A meeting and everybody who belongs to the community on its day."""

    community: str
    meeting: MeetingRow
    places: tuple[SheetLine, ...]


def gather(session: Session, meeting_id: UUID, community_id: UUID, today: date) -> SignInSheet:
    return SignInSheet(
        communities.one(session, community_id, today).name,
        meetings.one(session, meeting_id),
        tuple(attendance.sheet(session, meeting_id)),
    )


def sign_in(facts: SignInSheet, _: Catalog) -> doc.Document:
    """Name, authority, job and a place to sign, sorted by surname; blank rows for guests."""
    meeting, on = facts.meeting, facts.meeting.starts_at.date()
    title, language = _("Sign-in sheet"), _.language
    number = _("meeting {number} of {of}", number=meeting.number, of=meeting.of)
    both = f"{formats.date_long(on, language)}, {formats.hebrew_date(on, language)}"
    where = meeting.place or meeting.host
    rows = tuple(
        doc.SignInRow(place.family_name, place.given_name, place.organisation, place.job_title)
        for place in facts.places
    )
    return doc.Document(
        title=formats.dotted(title, meeting.topic),
        language=language,
        rtl=_.rtl,
        head=doc.Head(
            facts.community,
            title,
            formats.dotted(number, both, where),
            form=True,
        ),
        foot=doc.Foot(
            formats.dotted(title, number),
            _("The list stays with those who lead the community and is not passed on"),
        ),
        author=facts.community,
        blocks=(
            doc.SignIn(
                (_("Surname and first name"), _("Authority"), _("Job"), _("Signature")), rows, SPARE
            ),
            doc.Blanks(
                (
                    doc.Blank(_("Listed"), str(len(rows))),
                    doc.Blank(_.ctx("number of people", "Present")),
                    doc.Blank(_("Guests")),
                )
            ),
        ),
    )
