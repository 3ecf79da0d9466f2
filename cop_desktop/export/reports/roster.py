"""The roster as a table: what a leader would otherwise keep in Excel."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import content
from cop_desktop.export.sheets import Sheet, SheetColumn
from cop_desktop.formats import listed
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import member_details, members
from cop_desktop.services.member_details import MemberDetail
from cop_desktop.services.members import Filter


def gather(session: Session, community_id: UUID, today: date) -> list[MemberDetail]:
    """Everybody who takes part or took part, by family name."""
    keys = members.find(session, community_id, today, Filter(with_former=True))
    return member_details.of(session, keys, today)


def roster(rows: list[MemberDetail], _: Catalog) -> Sheet:
    """Names, work, contacts, dates and roles; notes and needs never leave the leader's desk."""
    inside, ministry = Share.COMMUNITY, Share.MINISTRY
    return Sheet(
        _("Members"),
        _.rtl,
        (
            SheetColumn(_("Family name"), inside),
            SheetColumn(_("First name"), inside),
            SheetColumn(_("Organisation"), ministry, 24),
            SheetColumn(_("District"), ministry),
            SheetColumn(_("Job"), inside, 26),
            SheetColumn(_("Grade"), inside, 12),
            SheetColumn(_("Mobile"), inside, 14),
            SheetColumn(_("Telephone"), inside, 14),
            SheetColumn(_("E-mail"), inside, 28),
            SheetColumn(_("Expertise"), inside, 24),
            SheetColumn(_("Line manager"), inside),
            SheetColumn(_("Manager's consent"), inside),
            SheetColumn(_("Joined"), ministry, 12),
            SheetColumn(_("Left"), ministry, 12),
            SheetColumn(_("Roles"), inside, 24),
        ),
        tuple(_row(row, _) for row in rows),
    )


def _row(it: MemberDetail, _: Catalog) -> tuple[object, ...]:
    words, value = content(_.language), it.values
    held = listed([words.role(role).name for role in it.row.roles], _.language)
    return (
        value["family_name"], value["given_name"], it.row.organisation, it.district,
        value["job_title"], value["grade"], value["mobile"], value["phone"], value["email"],
        value["expertise"], value["manager_name"], words.word(value["consent"]),
        value["joined"], value["left"], held,
    )  # fmt: skip
