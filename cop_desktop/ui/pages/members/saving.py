"""How edits of members enter the file: one write each, named for Undo."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import functions, member_details, members, organisations
from cop_desktop.services.members import Filter
from cop_desktop.ui.desk import Desk

from .fields import NAMES

AT_ONCE = 5_000
Setter = Callable[[Desk, Session, Sequence[UUID], Any], None]


def save(desk: Desk, ids: Sequence[UUID], name: str, value: Any, who: str) -> None:
    """Set one field of those members; raises UserError with advice."""
    _ = desk.catalog
    label = _("Change {field}: {who}", field=_(NAMES[name]), who=who)
    with desk.store.write(label) as session:
        for some in batched(ids):
            if setter := SETTERS.get(name):
                setter(desk, session, some, value)
            else:
                members.change(session, some, {name: value})


def remove(desk: Desk, ids: Sequence[UUID], who: str) -> None:
    """Delete, and offer to take it back."""
    _ = desk.catalog
    with desk.store.write(_("Delete {who}", who=who)) as session:
        for some in batched(ids):
            members.remove(session, some)
    desk.toast(_("Deleted: {who}", who=who), undo=True)


def batched(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """As many as one statement of SQLite takes."""
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _organisation(_desk: Desk, session: Session, ids: Sequence[UUID], value: str) -> None:
    members.set_organisation(session, ids, value)


def _of_organisation(field: str) -> Setter:
    def change(desk: Desk, session: Session, ids: Sequence[UUID], value: Any) -> None:
        home = member_details.one(session, ids[0], desk.today()).values["organisation_id"]
        if home is None:
            raise UserError(N_("Name the organisation first; this belongs to it."))
        organisations.change(session, home, {field: value})

    return change


def _left(_desk: Desk, session: Session, ids: Sequence[UUID], value: Any) -> None:
    if value is None:
        members.change(session, ids, {"left": None})
    else:
        members.leave(session, ids, value)


def _mentor(desk: Desk, session: Session, ids: Sequence[UUID], value: str) -> None:
    if not value.strip():
        members.change(session, ids, {"mentor_id": None})
        return
    keys = members.find(session, desk.community_id, desk.today(), Filter(text=value))[:20]
    rows = members.rows(session, keys, desk.today())
    named = [row for row in rows if row.name == value.strip()] or rows
    if len(named) != 1 or named[0].id in ids:
        raise UserError(N_("Choose the name of one member of this community from the list."))
    members.change(session, ids, {"mentor_id": named[0].id})


def _function(desk: Desk, session: Session, ids: Sequence[UUID], value: Any) -> None:
    for member_id in ids:
        functions.resign(session, member_id, desk.today())
        if value is not None:
            functions.appoint(session, member_id, value, desk.today())


SETTERS: Mapping[str, Setter] = {
    "organisation": _organisation,
    "organisation_kind": _of_organisation("kind"),
    "district": _of_organisation("district"),
    "left": _left,
    "mentor": _mentor,
    "function": _function,
}
