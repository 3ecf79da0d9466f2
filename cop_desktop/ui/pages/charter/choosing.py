"""Promises and rules of trust to choose from: chips in a matrix, sentences to tick."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import BENEFITS, Benefit, Norm, Side
from cop_desktop.models.vocabulary import Horizon
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import FilterChip, Label, Words
from cop_desktop.ui.widgets.cards import Well
from cop_desktop.ui.widgets.tick import Tick


class Promises(QWidget):
    """Twenty benefits in four corners: whom they serve, and how soon."""

    changed = Signal(object)  # tuple[Benefit, ...]

    def __init__(self, look: Look, catalog: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, catalog
        self.chips = {it: self._chip(it) for it in Benefit}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(12))
        for row, side in enumerate(Side):
            for column, horizon in enumerate(Horizon):
                place = (2 * row + column, 0) if look.roomy else (row, column)
                grid.addWidget(self._corner(side, horizon), *place)

    def show_chosen(self, chosen: Iterable[Benefit]) -> None:
        wanted = set(chosen)
        for benefit, chip in self.chips.items():
            chip.setChecked(benefit in wanted)

    def _chip(self, benefit: Benefit) -> FilterChip:
        _ = self._
        chip = FilterChip(self.look, content(_.language).word(benefit))
        chip.setToolTip(method(_.language).benefit(benefit))
        chip.setAccessibleDescription(method(_.language).benefit(benefit))
        chip.clicked.connect(self._tell)
        return chip

    def _corner(self, side: Side, horizon: Horizon) -> Well:
        look, _ = self.look, self._
        well, words = Well(look), content(_.language)
        head = _("{side} · {horizon}", side=words.word(side), horizon=words.word(horizon))
        well.setAccessibleName(head)
        well.add(Label(look, head, "strong"))
        inside = QWidget()
        flow = Flow(inside, look.px(6))
        for benefit in BENEFITS[side, horizon]:
            flow.add(self.chips[benefit])
        well.add(inside)
        well.body.addStretch(1)
        return well

    def _tell(self) -> None:
        self.changed.emit(tuple(it for it, chip in self.chips.items() if chip.isChecked()))


class Rules(QWidget):
    """The ready rules of trust that belong to one part, as sentences."""

    changed = Signal(object)  # Norm, bool: whether it holds

    def __init__(self, look: Look, catalog: Catalog, norms: Iterable[Norm]) -> None:
        super().__init__()
        self.ticks: dict[Norm, Tick] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(4))
        rows.addWidget(Label(look, catalog("Rules to take over as they are"), "caption"))
        for norm in norms:
            rows.addLayout(self._line(look, norm, method(catalog.language).norm(norm)))
        self.setVisible(bool(self.ticks))

    def show_chosen(self, chosen: Iterable[Norm]) -> None:
        wanted = set(chosen)
        for norm, tick in self.ticks.items():
            tick.setChecked(norm in wanted)

    def _line(self, look: Look, norm: Norm, sentence: str) -> QBoxLayout:
        tick = self.ticks[norm] = Tick(look)
        tick.setAccessibleName(sentence)
        tick.setFixedWidth(look.px(34))
        tick.clicked.connect(lambda on: self.changed.emit((norm, on)))
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        said = _Sentence(look, sentence, tick)
        line.addWidget(said, 1)
        return line


class _Sentence(Words):
    """Words that tick the box before them."""

    def __init__(self, look: Look, sentence: str, tick: Tick) -> None:
        super().__init__(look, sentence)
        self._tick = tick
        self.setContentsMargins(0, look.px(4), 0, look.px(4))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self._tick.click()
