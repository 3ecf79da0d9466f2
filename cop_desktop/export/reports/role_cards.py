"""Role cards: eight or four to a sheet, with backs, to cut out and hold in one's hand."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import RoleText, content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import agendas, communities, roles
from cop_desktop.services.roles import Seat


def gather(session: Session, community_id: UUID, today: date) -> tuple[str, tuple[Seat, ...]]:
    """The community's name and its seven seats today."""
    seats = roles.now(session, community_id, today).seats
    return communities.one(session, community_id, today).name, seats


def at_work(session: Session, meeting_id: UUID) -> frozenset[Role]:
    """The roles that have a part in a meeting's agenda."""
    return frozenset(role for block in agendas.of(session, meeting_id) for role in block.roles)


def role_cards(
    facts: tuple[str, tuple[Seat, ...]], _: Catalog, *, each: int = 8,
    flip: doc.Flip | None = doc.Flip.LONG, only: frozenset[Role] = frozenset(),
) -> doc.Document:  # fmt: skip
    """Seven cards and a blank one for a role the community invents.

    `each`: how many to a sheet, 8 or 4; `flip`: the edge over which the printer turns the sheet for
    the backs, None for fronts only; `only`: cards of these roles, if there are any.
    """
    community, seats = facts
    words = doc.CardWords(
        _("Held by"), _("until"), _("Free seat"), _("A role we miss: what does it do?")
    )
    cards = tuple(
        _card(place, seat, each, _)
        for place, seat in enumerate(seats, start=1)
        if not only or seat.role in only
    )
    return doc.Document(
        title=_("Role cards"),
        language=_.language,
        rtl=_.rtl,
        paper=doc.Format.CARDS,
        author=community,
        subject=community,
        one_sided=flip is None,
        blocks=(doc.Cards((*cards, doc.Card(back=_blank_back(_))), words, each, flip),),
    )


def _card(place: int, seat: Seat, each: int, _: Catalog) -> doc.Card:
    words = content(_.language).role(seat.role)
    ends = {holding.until for holding in seat.holders if holding.until}
    return doc.Card(
        role=seat.role,
        name=words.name,
        number=f"{place}/{len(Role)}",
        purpose=words.purpose,
        things=words.things,
        question=_.ctx("quotation", "“{words}”", words=words.question),
        holder=", ".join(holding.name for holding in seat.holders),
        until=formats.date_short(min(ends), _.language) if ends else "",
        back=(*_back(words, _), *(_more(words, _) if each == 4 else ())),
    )


def _back(words: RoleText, _: Catalog) -> tuple[doc.Prompts, ...]:
    return (
        doc.Prompts(_("Before a meeting"), words.before),
        doc.Prompts(_("After it"), words.after),
        doc.Prompts(_("What we care for"), (words.cares_for,)),
    )


def _more(words: RoleText, _: Catalog) -> tuple[doc.Prompts, ...]:
    """What a large card has room for: what stays of the role's work, and lines to write on."""
    return (doc.Prompts(_("What we leave behind"), (words.leaves_behind,)), doc.Prompts(_("Notes")))


def _blank_back(_: Catalog) -> tuple[doc.Prompts, ...]:
    return (doc.Prompts(_("Before a meeting")), doc.Prompts(_("After it")))
