"""Colours and icons of a coordinator's facts; each stands beside its word, never alone."""

from collections.abc import Mapping

from PySide6.QtGui import QColor

from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.overview import Sending
from cop_desktop.ui.tables import Badge
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
_SHADES = (0.18, 0.38, 0.6, 0.82, 1.0)  # of the accent: a later stage is darker


def stage_colour(theme: Theme, stage: str) -> QColor:
    """The shade of a stage; one this version does not know is grey."""
    known = [it.value for it in Stage]
    if stage not in known:
        return QColor(theme.muted)
    return QColor(mix(theme.surface, theme.accent, _SHADES[known.index(stage)]))
