"""Role cards: eight or four to a sheet, with backs, to cut out and hold in one's hand.

A card lies on a table among guests. What the data tells of single people (who was not heard, whose
manager has not agreed) is for the leader and the holders alone: it is shown, and never printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import RoleText, content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import agendas, communities, role_prompts, roles
from cop_desktop.services.role_prompts import Prompt
from cop_desktop.services.roles import Seat

from . import prompt_words

TITLE, ROOM = 40, 180  # letters on a back: of a title, and for all that the data tells
Told = Mapping[Role, tuple[Prompt, ...]]


def gather(session: Session, community_id: UUID, today: date) -> tuple[str, tuple[Seat, ...]]:
    """The community's name and its seven seats today."""
    seats = roles.now(session, community_id, today).seats
    return communities.one(session, community_id, today).name, seats


def at_work(session: Session, meeting_id: UUID) -> frozenset[Role]:
    """The roles that have a part in a meeting's agenda."""
    return frozenset(role for block in agendas.of(session, meeting_id) for role in block.roles)


def told_now(session: Session, community_id: UUID, today: date) -> Told:
    """What the data tells each role, without what is nobody else's business."""
    every = role_prompts.of(session, community_id, today)
    return {role: tuple(it for it in prompts if not it.private) for role, prompts in every.items()}


def role_cards(
    facts: tuple[str, tuple[Seat, ...]], _: Catalog, *, each: int = 8,
    flip: doc.Flip | None = doc.Flip.LONG, only: frozenset[Role] = frozenset(),
    told: Told | None = None,
) -> doc.Document:  # fmt: skip
    """Seven cards and a blank one for a role the community invents.

    `each`: how many to a sheet, 8 or 4; `flip`: the edge over which the printer turns the sheet for
    the backs, None for fronts only; `only`: cards of these roles, if there are any; `told`: what
    the data tells now, on the back of a card of one's own for each holder.
    """
    community, seats = facts
    words = doc.CardWords(
        _("Held by"), _("until"), _("Free seat"), _("A role we miss: what does it do?")
    )
    cards = tuple(
        _card(place, part, each, _, told)
        for place, seat in enumerate(seats, start=1)
        if not only or seat.role in only
        for part in (_by_holder(seat) if told is not None else (seat,))
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


def _by_holder(seat: Seat) -> Iterator[Seat]:
    """The seat once for each who holds it; a free one once."""
    for holding in seat.holders:
        yield replace(seat, holders=(holding,))
    if not seat.holders:
        yield seat


def _card(place: int, seat: Seat, each: int, _: Catalog, told: Told | None) -> doc.Card:
    words = content(_.language).role(seat.role)
    ends = {holding.ends for holding in seat.holders if holding.ends}
    data = _data(seat.role, told, _)
    return doc.Card(
        role=seat.role,
        name=words.name,
        number=f"{place}/{len(Role)}",
        purpose=words.purpose,
        things=words.things,
        question=_.ctx("quotation", "“{words}”", words=words.question),
        holder=", ".join(holding.name for holding in seat.holders),
        until=formats.date_short(min(ends), _.language) if ends else "",
        back=(*_back(words, data, _), *(_more(words, _) if each == 4 else ())),
    )


def _data(role: Role, told: Told | None, _: Catalog) -> tuple[str, ...]:
    prompts = told.get(role, ()) if told else ()
    sentences, room = [], ROOM
    for prompt in prompts:
        sentences.append(prompt_words.sentence(role, prompt, _, TITLE))
        room -= len(sentences[-1])
    return tuple(sentences[:1] if room < 0 else sentences)


def _back(words: RoleText, data: tuple[str, ...], _: Catalog) -> tuple[doc.Prompts, ...]:
    """What the data tells goes first, in the place of what the role cares for."""
    asked = (
        doc.Prompts(_("Before a meeting"), words.before),
        doc.Prompts(_("After it"), words.after),
    )
    if data:
        return (doc.Prompts(_("What the data tells today"), data), *asked)
    return (*asked, doc.Prompts(_("What we look after"), (words.cares_for,)))


def _more(words: RoleText, _: Catalog) -> tuple[doc.Prompts, ...]:
    """What a large card has room for: what stays of the role's work, and lines to write on."""
    return (doc.Prompts(_("What we leave behind"), (words.leaves_behind,)), doc.Prompts(_("Notes")))


def _blank_back(_: Catalog) -> tuple[doc.Prompts, ...]:
    return (doc.Prompts(_("Before a meeting")), doc.Prompts(_("After it")))
