"""The sign-in sheet: surnames found in a second at the door, room for a real signature."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Signature
from cop_desktop.services import attendance, attendance_rules, communities, meetings
from cop_desktop.services.attendance import SheetLine
from cop_desktop.services.meetings import MeetingRow

from .meeting import both_dates, place_in_year

SPARE = 6


@frozen
class SignInSheet:
    """A meeting, everybody who belongs to the community on its day, and how one signs."""

    community: str
    meeting: MeetingRow
    places: tuple[SheetLine, ...]
    signature: Signature = Signature.ONCE


def gather(session: Session, meeting_id: UUID, community_id: UUID, today: date) -> SignInSheet:
    return SignInSheet(
        communities.one(session, community_id, today).name,
        meetings.one(session, meeting_id),
        tuple(attendance.sheet(session, meeting_id)),
        attendance_rules.of(session, community_id).signature,
    )


def sign_in(facts: SignInSheet, _: Catalog, *, hours: bool | None = None) -> doc.Document:
    """Name, authority, job and a place to sign, sorted by surname; blank rows for guests.

    `hours`: with columns for when one came and left; None as the community's rule asks. A meeting
    of several days has a list for each.
    """
    meeting, title = facts.meeting, _("Sign-in sheet")
    number = place_in_year(meeting, _)
    where = meeting.place or meeting.host
    with_hours = facts.signature is Signature.IN_AND_OUT if hours is None else hours
    return doc.Document(
        title=formats.dotted(title, meeting.topic),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(
            facts.community,
            title,
            formats.dotted(number, both_dates(meeting, _), where),
            form=True,
        ),
        foot=doc.Foot(
            formats.dotted(title, number),
            _("The list stays with the leaders and is not passed on"),
        ),
        author=facts.community,
        blocks=tuple(_days(facts, with_hours, _)),
    )


def _days(facts: SignInSheet, with_hours: bool, _: Catalog) -> Iterator[doc.Block]:
    days = facts.meeting.days
    for place, day in enumerate(days):
        if place:
            yield doc.NewSheet()
        if len(days) > 1:
            on = formats.weekday_and_date(day.starts_at.date(), _.language)
            yield doc.Heading(_("Day {n}: {day}", n=place + 1, day=on))
        yield _list(facts.places, with_hours, _)
        yield doc.Blanks(
            (
                doc.Blank(_("Listed"), str(len(facts.places))),
                doc.Blank(_.ctx("number of people", "Present")),
                doc.Blank(_("Guests")),
            )
        )


def _list(places: tuple[SheetLine, ...], with_hours: bool, _: Catalog) -> doc.SignIn:
    headings = (_("Surname and first name"), _("Authority"), _("Job"), _("Signature"))
    rows = tuple(
        doc.SignInRow(place.family_name, place.given_name, place.organisation, place.job_title)
        for place in places
    )
    both = (_.ctx("sign-in", "In"), _.ctx("sign-in", "Out"))
    return doc.SignIn(headings, rows, SPARE, both if with_hours else None)
