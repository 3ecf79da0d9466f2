"""Meetings whose agenda can be taken over."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from cop_desktop import formats
from cop_desktop.services import meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk

MOST = 12


def source_menu(
    desk: Desk, row: MeetingRow, take: Callable[[MeetingRow], None], parent: QWidget
) -> QMenu:
    """Other meetings that have an agenda, the newest first; `take` is told which was chosen."""
    _ = desk.catalog
    with desk.store.read() as session:
        rows = meetings.every(session, desk.community_id)
    found = [other for other in reversed(rows) if other.items and other.id != row.id][:MOST]
    menu = QMenu(parent)
    menu.setLayoutDirection(desk.look.direction)
    for other in found:
        day = formats.date_short(other.starts_at.date(), _.language)
        action = menu.addAction(formats.dotted(day, other.topic).replace("&", "&&"))
        action.triggered.connect(lambda _=False, other=other: take(other))
    if not found:
        menu.addAction(_("No other meeting has an agenda yet")).setEnabled(False)
    return menu
