"""Name tents for everybody who is expected, and for the guests who lead a block."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Reply, Role
from cop_desktop.services import agendas, attendance, communities, meetings, roles
from cop_desktop.services.attendance import SheetLine

Facts = tuple[str, tuple[tuple[SheetLine, Role | None], ...], tuple[str, ...]]


def gather(session: Session, meeting_id: UUID, community_id: UUID, today: date) -> Facts:
    """The community's name, who is expected with the role they hold, and the guests."""
    on = meetings.one(session, meeting_id).starts_at.date()
    held: dict[UUID, Role] = {}
    for seat in roles.now(session, community_id, on).seats:
        for holding in seat.holders:
            held.setdefault(holding.member_id, seat.role)
    sheet = attendance.sheet(session, meeting_id)
    return (
        communities.one(session, community_id, today).name,
        tuple((it, held.get(it.member_id)) for it in sheet if it.reply != Reply.NOT_COMING),
        guests(agendas.of(session, meeting_id)),
    )


def guests(blocks: Iterable[agendas.Block]) -> tuple[str, ...]:
    """Who leads a block and is no member, once each."""
    return tuple(dict.fromkeys(block.guest for block in blocks if block.guest))


def name_tents(facts: Facts, _: Catalog, *, each: int = 2) -> doc.Document:
    """A tent for each, `each` (1 or 2) to a sheet; raises UserError when nobody is expected."""
    community, people, strangers = facts
    tents = tuple(_tent(line, role, _) for line, role in people)
    tents += tuple(doc.NameTent(name, _("Guest")) for name in strangers)
    if not tents:
        raise UserError(N_("Nobody is expected yet, so there are no names to print. Add members."))
    return doc.Document(
        title=_("Name tents"),
        language=_.language,
        rtl=_.rtl,
        paper=doc.Format.TENTS,
        author=community,
        one_sided=True,
        blocks=(doc.NameTents(tents, each, community),),
    )


def _tent(line: SheetLine, role: Role | None, _: Catalog) -> doc.NameTent:
    called = content(_.language).role(role).name if role else ""
    return doc.NameTent(line.name, line.organisation, role, called)
