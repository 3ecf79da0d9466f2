"""Menus of a topic: the agendas it can come onto, the needs it can answer."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QWidget

from cop_desktop import formats
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.needs import NeedRow
from cop_desktop.ui.desk import Desk

from .words import short

MOST = 15


def agendas(desk: Desk, put: Callable[[MeetingRow], None], parent: QWidget) -> QMenu:
    """The meetings ahead; without any, the way to them."""
    _, today, menu = desk.catalog, desk.today(), empty(desk, parent)
    with desk.store.read() as session:
        rows = meetings.every(session, desk.community_id)
    for row in rows:
        if row.starts_at.date() >= today and row.state == MeetingState.PLANNED:
            day = formats.date_short(row.starts_at.date(), _.language)
            action = menu.addAction(_plain(formats.dotted(day, row.topic)))
            action.triggered.connect(lambda _=False, row=row: put(row))
    if menu.isEmpty():
        menu.addAction(_("No meeting is planned ahead")).setEnabled(False)
        menu.addAction(_("To the meetings"), lambda: desk.open_place("meetings"))
    return menu


def open_needs(
    desk: Desk, rows: Iterable[NeedRow], link: Callable[[NeedRow], None], parent: QWidget
) -> QMenu:
    """Needs still felt, those that no topic takes up first."""
    menu = empty(desk, parent)
    for row in sorted(rows, key=lambda it: bool(it.topics))[:MOST]:
        action = menu.addAction(_plain(short(row.text)))
        action.triggered.connect(lambda _=False, row=row: link(row))
    if menu.isEmpty():
        menu.addAction(desk.catalog("No other need is open")).setEnabled(False)
    return menu


def empty(desk: Desk, parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setLayoutDirection(desk.look.direction)
    return menu


def _plain(words: str) -> str:
    return words.replace("&", "&&")
