"""Tracks side by side: which one this screen follows, and where the others stand."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.services.agendas import Track
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.widgets import FilterChip

from .scene import Moment


class TrackStrip(QWidget):
    """A chip for each track, with what is on in it; `chosen(place)`."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.chips: list[FilterChip] = []
        self._flow = Flow(self, desk.look.px(8))
        self.hide()

    def show_moment(self, moment: Moment) -> None:
        self.setVisible(bool(moment.tracks))
        if len(self.chips) != len(moment.tracks):
            self._flow.empty()
            self.chips = [FilterChip(self.desk.look, "") for _track in moment.tracks]
            for place, chip in enumerate(self.chips):
                chip.clicked.connect(partial(self._choose, place))
                self._flow.add(chip)
        self.tick(moment)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """All tracks are seen, in as many lines as they need."""
        self.setMinimumHeight(self._flow.heightForWidth(max(self.width(), 1)))

    def tick(self, moment: Moment) -> None:
        for place, (chip, track) in enumerate(zip(self.chips, moment.tracks, strict=True)):
            told = self._told(moment, track)
            if chip.text() != told:
                chip.setText(told)
                chip.setAccessibleName(told)
                chip.updateGeometry()
                self._make_room()
            chip.setChecked(track == moment.track and place < len(moment.tracks))

    def _told(self, moment: Moment, track: Track) -> str:
        _ = self.desk.catalog
        name = track.title or _("Track {n}", n=track.number + 1)
        inner = moment.inside(track)
        if inner.block is None:
            return formats.dotted(name, _("finished"))
        until = _("until {time}", time=formats.clock(inner.until.time()))
        return formats.dotted(name, inner.block.title, until)

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.chosen.emit(place)
