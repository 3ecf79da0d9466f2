"""The card of a role: what it is for, and what it asks before, in and after a meeting."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Label, Tabs, Words

Parts = tuple[tuple[str, tuple[str, ...]], ...]  # each with a title, or without one


class RoleCard(QWidget):
    """Four sides of one card."""

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self._role: Role | None = None
        self.tabs = Tabs(look, [
            _.ctx("role card", "The role"), _.ctx("role card", "Before"),
            _.ctx("role card", "During"), _.ctx("role card", "After"),
        ])  # fmt: skip
        self.tabs.chosen.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.tabs)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.px(4))
        column.addLayout(self._lines)

    def show_role(self, role: Role) -> None:
        self._role = role
        self._show()

    def lines(self) -> list[str]:
        """What stands on the side that is shown."""
        side = self._sides(self._role)[self.tabs.index] if self._role else ()
        return [line for _title, lines in side for line in lines]

    def _show(self) -> None:
        assert self._role is not None
        empty(self._lines)
        for title, lines in self._sides(self._role)[self.tabs.index]:
            if title:
                self._lines.addWidget(Label(self.look, title, "caption"))
            for words in lines:
                self._lines.addWidget(Words(self.look, f"• {words}" if len(lines) > 1 else words))

    def _sides(self, role: Role) -> tuple[Parts, ...]:
        _, text = self._, content(self._.language).role(role)
        whole = (
            (_("Three things to do"), text.things),
            (_("A question to ask"), (text.question,)),
            (_("Cares for"), (text.cares_for,)),
            (_("Leaves behind"), (text.leaves_behind,)),
        )
        during = method(_.language).role(role).during
        return whole, (("", text.before),), (("", during),), (("", text.after),)
