"""What one looks for in the library, chosen from a menu."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import BlockKind, LibraryKind, Purpose, Role, Stage
from cop_desktop.services.library import Wanted
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.menu_place import open_below
from cop_desktop.ui.theme import KIND_ICONS, ROLE_ICONS
from cop_desktop.ui.widgets import IconButton

LENGTHS = (10, 15, 20, 30, 45, 60)
NOBODY = Wanted(kind=LibraryKind.BLOCK)


class ShelfFilter(IconButton):
    """`changed()` when `wanted` is another; `told()` says what is left out."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "ph.funnel", desk.catalog("Filter the library"))
        self.desk, self.wanted = desk, NOBODY
        self.stage: Stage | None = None  # of the community
        self.clicked.connect(lambda: open_below(self.menu_(), self, desk.look))

    def set(self, **values: Any) -> None:
        """Look for something else."""
        self.wanted = replace(self.wanted, **values)
        self.changed.emit()

    def clear(self) -> None:
        self.wanted = NOBODY
        self.changed.emit()

    def told(self) -> str:
        """What is looked for, in words."""
        _, it = self.desk.catalog, self.wanted
        word = content(_.language).word
        named = [word(each) for each in (*it.blocks, it.stage, it.purpose, it.role) if each]
        if it.own:
            named.append(_("Only our own"))
        if it.kind == LibraryKind.TEMPLATE:
            named.append(_("Whole meetings"))
        if it.minutes:
            length = formats.duration_short(it.minutes, _.language)
            named.append(_("Fits into {length}", length=length))
        return formats.dotted(*named)

    def menu_(self) -> QMenu:
        """Every way to look, the chosen ones ticked."""
        _, it = self.desk.catalog, self.wanted
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setLayoutDirection(self.desk.look.direction)
        whole = it.kind == LibraryKind.TEMPLATE
        other = LibraryKind.BLOCK if whole else LibraryKind.TEMPLATE
        self._tick(menu, _("Whole meetings"), whole, kind=other)
        self._tick(menu, _("Only our own"), bool(it.own), own=None if it.own else True)
        if self.stage:
            here = it.stage == self.stage
            stage = content(_.language).word(self.stage)
            words = _("Suits our stage: {stage}", stage=stage)
            self._tick(menu, words, here, stage=None if here else self.stage)
        menu.addSeparator()
        self._kinds(self._sub(menu, _("Kind")))
        self._one(self._sub(menu, _("Purpose")), "purpose", Purpose)
        self._one(self._sub(menu, _("Stage")), "stage", Stage)
        self._one(self._sub(menu, _("Role")), "role", Role)
        lengths = self._sub(menu, _("Time"))
        for minutes in LENGTHS:
            chosen = it.minutes == minutes
            words = _("Fits into {length}", length=formats.duration_short(minutes, _.language))
            self._tick(lengths, words, chosen, minutes=None if chosen else minutes)
        menu.addSeparator()
        menu.addAction(_("Show everything"), self.clear).setEnabled(it != NOBODY)
        return menu

    def _kinds(self, menu: QMenu) -> None:
        look, _, it = self.desk.look, self.desk.catalog, self.wanted
        for kind in BlockKind:
            words = content(_.language).word(kind)
            action = self._tick(menu, words, kind in it.blocks, blocks=it.blocks ^ {kind})
            action.setIcon(look.icon(KIND_ICONS[kind], look.theme.kinds[kind]))

    def _one(self, menu: QMenu, name: str, words: Iterable[Any]) -> None:
        look, now = self.desk.look, getattr(self.wanted, name)
        for each in words:
            told = content(self.desk.catalog.language).word(each)
            action = self._tick(menu, told, each == now, **{name: None if each == now else each})
            if isinstance(each, Role):
                action.setIcon(look.icon(ROLE_ICONS[each], look.theme.roles[each]))

    def _sub(self, menu: QMenu, words: str) -> QMenu:
        inner = menu.addMenu(words)
        inner.setLayoutDirection(self.desk.look.direction)
        return inner

    def _tick(self, menu: QMenu, words: str, chosen: bool, **values: Any) -> QAction:
        action = menu.addAction(words, lambda: self.set(**values))
        action.setCheckable(True)
        action.setChecked(chosen)
        return action
