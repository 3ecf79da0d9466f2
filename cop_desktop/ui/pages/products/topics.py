"""The topics that a product answers: the thread back to what somebody needed."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import product_topics
from cop_desktop.services.product_topics import Answer
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import IconButton, Label

from .adding import NamedList
from .detail import Detail


class Topics(NamedList):
    """Linked by their titles."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        super().__init__(desk, _("Topics it answers"), _("Add a topic"))
        self.detail: Detail | None = None
        self.named.connect(self._link)

    def show_product(self, detail: Detail) -> None:
        """What it answers, and what it could."""
        self.detail = detail
        answered = {it.topic_id for it in detail.answers}
        titles = [title for title, key in detail.topics.items() if key not in answered]
        self.show_rows([self._row(it) for it in detail.answers], titles)

    def _row(self, it: Answer) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        line.addWidget(Label(look, it.topic, elide=True), 1)
        away = IconButton(look, "ph.x", _("It does not answer “{topic}”", topic=it.topic))
        away.clicked.connect(partial(self._unlink, it))
        line.addWidget(away)
        return box

    def _link(self, title: str) -> None:
        if self.detail:
            key = _named(self.detail.topics, title)
            label = self.desk.catalog("Link topic: {title}", title=title)
            self.write(label, partial(_link, self.detail.row.id, key, title))

    def _unlink(self, it: Answer, _checked: bool = False) -> None:
        label = self.desk.catalog("Unlink topic: {title}", title=it.topic)
        self.write(
            label, lambda session: product_topics.unlink_topic(session, it.product_id, it.topic_id)
        )


def _named(topics: Mapping[str, UUID], title: str) -> UUID | None:
    """The topic of that title, or the only one whose title holds it."""
    near = [key for name, key in topics.items() if title.casefold() in name.casefold()]
    return topics.get(title) or (near[0] if len(near) == 1 else None)


def _link(product_id: UUID, topic_id: UUID | None, title: str, session: Session) -> None:
    if topic_id is None:
        raise UserError(
            N_("No topic is called “{title}”. Topics are opened in the place of needs."),
            title=title,
        )
    product_topics.link_topic(session, product_id, topic_id)
