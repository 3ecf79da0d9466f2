"""Colours and icons of a coordinator's facts; each stands beside its word, never alone."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication

from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.overview import Sending
from cop_desktop.ui.tables import Badge, RowList
from cop_desktop.ui.theme import Theme, mix

SENDING: Mapping[Sending, Badge] = {
    Sending.IN_TIME: Badge("ph.check", "accent"),
    Sending.LATE: Badge("ph.clock", "amber"),
    Sending.NEVER: Badge("ph.warning", "brick"),
    Sending.NOT_EXPECTED: Badge("ph.minus", "quiet"),
}
STATES: Mapping[PackageState, Badge] = {
    PackageState.ACCEPTED: Badge("ph.check", "accent"),
    PackageState.OLDER: Badge("ph.clock-counter-clockwise", "quiet"),
    PackageState.KNOWN: Badge("ph.equals", "quiet"),
    PackageState.REFUSED: Badge("ph.warning", "brick"),
}


def opened_by_name(table: RowList) -> None:
    """A click on the name, the first column, opens the row, as Enter and a double click do."""

    def clicked(index: QModelIndex) -> None:
        plain = QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if index.column() == 0 and plain and (key := table.chosen_id()) is not None:
            table.opened.emit(key)

    table.clicked.connect(clicked)


_SHADES = (0.18, 0.38, 0.6, 0.82, 1.0)  # of the accent: a later stage is darker


def stage_colour(theme: Theme, stage: str) -> QColor:
    """The shade of a stage; one this version does not know is grey."""
    known = [it.value for it in Stage]
    if stage not in known:
        return QColor(theme.muted)
    return QColor(mix(theme.surface, theme.accent, _SHADES[known.index(stage)]))
