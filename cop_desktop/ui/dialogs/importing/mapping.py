"""Over every column of the preview, a choice of what it holds."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import Catalog
from cop_desktop.intake.headers import Column, Layout
from cop_desktop.ui.tables import RowList
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Choice


class MappingStrip(QWidget):
    """Choices that stand over the columns of a table and move with them."""

    chosen = Signal(int, str)  # index of the column in the list, key of the field or ""

    def __init__(
        self, look: Look, catalog: Catalog, layout: Layout, table: RowList, first: int
    ) -> None:
        super().__init__()
        self._table, self._first, self._look = table, first, look
        self._fields = layout.kind.fields
        self.boxes = [self._box(look, catalog, column) for column in layout.columns]
        height = max((box.sizeHint().height() for box in self.boxes), default=0)
        self.setFixedHeight(height + look.px(8))
        table.head.sectionResized.connect(self._place)
        table.head.geometriesChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def _box(self, look: Look, _: Catalog, column: Column) -> Choice:
        box = Choice(look, self)
        box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.add(_("Skip this column"), "")
        for field in self._fields:
            box.add(_(field.label), field.key)
        box.set_value(column.field)
        box.setAccessibleName(_("What the column {title} holds", title=column.name))
        box.view().setMinimumWidth(look.px(200))
        box.chosen.connect(lambda key: self.chosen.emit(column.index, key))
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        head, gap = self._table.head, self._look.px(3)
        for at, box in enumerate(self.boxes):
            section = at + self._first
            left = head.viewport().mapTo(
                head.window(), QPoint(head.sectionViewportPosition(section), 0)
            )
            x = self.mapFrom(self.window(), left).x()
            box.setGeometry(
                x + gap, 0, max(head.sectionSize(section) - 2 * gap, 0), box.sizeHint().height()
            )
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
