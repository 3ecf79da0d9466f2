"""Topics that wait, to be put on an agenda in one step."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from cop_desktop.services import topics
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.topic_words import with_age

MOST = 15


def topic_menu(desk: Desk, take: Callable[[TopicRow], None], parent: QWidget) -> QMenu:
    """The longest wait first; `take` is told which was chosen."""
    _ = desk.catalog
    with desk.store.read() as session:
        rows = topics.waiting(session, desk.community_id, desk.today())
    menu = QMenu(parent)
    menu.setLayoutDirection(desk.look.direction)
    for row in rows[:MOST]:
        action = menu.addAction(with_age(row, _).replace("&", "&&"))
        action.triggered.connect(lambda _=False, row=row: take(row))
    if not rows:
        menu.addAction(_("No topic waits for an agenda")).setEnabled(False)
    menu.addSeparator()
    every = menu.addAction(_("To needs and topics"))
    every.triggered.connect(lambda: desk.open_place("needs"))
    return menu
