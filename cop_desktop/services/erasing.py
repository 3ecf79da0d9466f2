"""Forgetting a person for good: their rows, and their name wherever it was written.

What is left are counts without a name, and a tombstone, so that no other laptop brings them back.
The file itself is written anew afterwards (`Store.forget`); a step of Undo there is none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Column, String, Table, or_, select, update
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Base, ErasedRow, Member
from cop_desktop.services.merging.forgotten import Names
from cop_desktop.services.merging.meeting import remember_now

from . import exports, naming
from .keys import refresh_keys
from .people import full_name
from .search import fold

FOLDED = frozenset({"sort_key", "search_key"})  # made of other columns, letters left out


@frozen
class Mention:
    """A text that names the person."""

    table: str
    column: str
    row: UUID
    text: str


def named(session: Session, text: str) -> dict[UUID, str]:
    """Who has that whole name or e-mail address: a member of each such person, and their name.

    Nobody is meant by an empty text, though many have no address.
    """
    query = select(Member.person, Member.id, Member.given_name, Member.family_name, Member.email)
    found: dict[UUID, tuple[UUID, str]] = {}
    text = text.strip()
    for person, key, given, family, email in session.execute(query) if fold(text) else ():
        name = full_name(given, family)
        if fold(text) == fold(name) or text.casefold() == email.casefold():
            found[person] = (key, name)
    return dict(found.values())


def words(session: Session, member_id: UUID) -> re.Pattern[str]:
    """What names the person: both orders of the name, telephones, the address."""
    return naming.whole(_people(_rows_of(session, member_id)))


def mentions(session: Session, member_id: UUID) -> tuple[Mention, ...]:
    """Where the person is named beside their own row: by full name, telephone or address."""
    members = _rows_of(session, member_id)
    return tuple(_mentions(session, naming.whole(_people(members)), {it.id for it in members}))


def staying(session: Session, member_id: UUID) -> tuple[Mention, ...]:
    """Where the first or the family name stands alone: these stay, for a person to decide."""
    members = _rows_of(session, member_id)
    people, theirs = _people(members), {it.id for it in members}
    whole, alone = naming.whole(people), naming.alone(people)
    found = _mentions(session, alone, theirs)
    return tuple(
        it for it in found if it.table != "member" and alone.search(whole.sub("", it.text))
    )


def erase(session: Session, member_id: UUID, instead: str, today: date) -> None:
    """Forget the person in every community of the file; `instead` stands where they were named.

    A first name alone stays where it is: it may be anybody's.
    """
    members = _rows_of(session, member_id)
    known = naming.whole(_people(members))
    said = list(_mentions(session, known, {it.id for it in members}))
    for it in said:
        table = Base.metadata.tables[it.table]
        text = known.sub(instead, it.text)
        session.execute(update(table).where(table.c.id == it.row).values({it.column: text}))
    _refresh(session, said)
    exports.reword(session, known, instead, today)
    for member in members:
        session.add(ErasedRow(table="member", row=member.id, erased_on=today))
        session.delete(member)
    session.flush()
    session.expire_all()
    remember_now(session, Names(known, instead))


def _refresh(session: Session, said: Sequence[Mention]) -> None:
    """What is found by folded words, of members in whose row or organisation the name stood."""
    rows = {it.row for it in said if it.table in ("member", "organisation")}
    session.expire_all()
    found = select(Member.id).where(or_(Member.id.in_(rows), Member.organisation_id.in_(rows)))
    refresh_keys(session, session.scalars(found))


def _rows_of(session: Session, member_id: UUID) -> Sequence[Member]:
    """The person's rows in all communities of the file."""
    person = select(Member.person).where(Member.id == member_id).scalar_subquery()
    return session.scalars(select(Member).where(Member.person == person)).all()


def _people(members: Sequence[Member]) -> list[tuple[str, ...]]:
    return [(it.given_name, it.family_name, it.mobile, it.phone, it.email) for it in members]


def _mentions(session: Session, named: re.Pattern[str], theirs: set[UUID]) -> Iterator[Mention]:
    for table, column in _texts():
        for row, text in session.execute(select(table.c.id, column).where(column != "")):
            if row not in theirs and text and named.search(text):
                yield Mention(table.name, column.name, row, text)


def _texts() -> Iterator[tuple[Table, Column[str]]]:
    for table in Base.metadata.sorted_tables:
        if table.info.get("bulk") or table.name == "export_event":
            continue
        for column in table.columns:
            if type(column.type) is String and column.name not in FOLDED:
                yield table, column
