"""A person is forgotten for good: rows, mentions, steps of Undo, backups. There is no way back."""

from collections.abc import Iterable
from uuid import UUID

from cop_desktop.services import erasing

from .desk import Desk


def forget(desk: Desk, ids: Iterable[UUID], label: str) -> None:
    """Erase those members, write the file anew, and keep no step that holds them."""
    instead = desk.catalog("a former member")
    try:
        with desk.store.write(label) as session:
            for member_id in ids:
                erasing.erase(session, member_id, instead, desk.today())
    finally:
        desk.history.forget()  # even when the file could not be written anew, see below
    desk.file.forget()
