"""Roles as chips: a press takes one away, the plus offers the others."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Role
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.drawing import ring
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.menu_place import open_below
from cop_desktop.ui.theme import CAPTION, ROLE_ICONS, Look
from cop_desktop.ui.widgets import IconButton
from cop_desktop.ui.widgets.chips import chip_colours, chip_width, paint_chip


class RoleChip(QPushButton):
    """A role in its colour."""

    def __init__(self, look: Look, role: Role, words: str, told: str) -> None:
        super().__init__(words)
        self.look, self.role = look, role
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        tall = max(self.look.px(26), self.look.line(CAPTION) + self.look.px(8))
        return QSize(chip_width(self.look, self.text(), ROLE_ICONS[self.role]), tall)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = chip_colours(self.look, "", self.look.theme.roles[self.role])
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        icon = "ph.x" if self.underMouse() else ROLE_ICONS[self.role]
        paint_chip(painter, self.look, box, self.text(), icon, colours)
        if self.hasFocus():
            ring(painter, self.look, QRectF(self.rect()), self.height() / 2)


class RoleChips(QWidget):
    """`changed(roles)` when one is added or taken away."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.roles: tuple[Role, ...] = ()
        self.line = Flow(self, desk.look.px(6))
        self.more: IconButton | None = None
        self._fill()

    def show_roles(self, roles: Sequence[Role]) -> None:
        if tuple(roles) != self.roles:
            self.roles = tuple(roles)
            self._fill()

    def toggle(self, role: Role) -> None:
        found = set(self.roles) ^ {role}
        self.show_roles([it for it in Role if it in found])
        self.changed.emit(self.roles)

    def _fill(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.line.empty()
        for role in self.roles:
            words = content(_.language).short(role)
            chip = RoleChip(look, role, words, _("Remove: {role}", role=words))
            chip.clicked.connect(lambda _=False, role=role: self.toggle(role))
            self.line.add(chip)
        self.more = IconButton(look, "ph.plus", _("Add a role"))
        self.more.clicked.connect(self._offer)
        self.line.add(self.more)
        self.updateGeometry()

    def _offer(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setLayoutDirection(look.direction)
        for role in Role:
            icon = look.icon(ROLE_ICONS[role], look.theme.roles[role])
            action = menu.addAction(icon, content(_.language).word(role))
            action.setCheckable(True)
            action.setChecked(role in self.roles)
            action.triggered.connect(lambda _=False, role=role: self.toggle(role))
        assert self.more is not None
        open_below(menu, self.more, look)
