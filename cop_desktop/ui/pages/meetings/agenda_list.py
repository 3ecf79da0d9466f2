"""The blocks of an agenda as a list: chosen, dragged and edited by mouse and keyboard."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence

from cop_desktop.i18n import Catalog
from cop_desktop.services import agenda_copies
from cop_desktop.services.agendas import Block, Picture
from cop_desktop.services.groups import Groups
from cop_desktop.ui.tables import Gap, PaintedList
from cop_desktop.ui.theme import Look

from .agenda_ahead import moved
from .agenda_entries import DayHead, Entry, PartHead, Remark, TrackHead, entries
from .agenda_heads import DayRow, PartRow, RemarkRow, TrackRow
from .agenda_keys import LETTERS, MENU, keys_of
from .agenda_places import Places, Spot
from .agenda_rows import BlockRow
from .shelf_list import SHELF_MIME

NOTHING = Picture((), (), (), (), {})


class AgendaList(PaintedList):
    """Blocks under their hours, days and tracks; what is dropped lands in a `Spot`."""

    opens = "edit"
    deeds: ClassVar[Mapping[str, str]] = keys_of("any")
    takes = (SHELF_MIME, agenda_copies.MIME)

    def __init__(self, look: Look, _: Catalog) -> None:
        self._, self.kind = _, BlockRow(look, _)
        self.picture, self.places = NOTHING, Places(NOTHING)
        self._way: Mapping[str, str] = keys_of("rtl" if look.rtl else "ltr")
        super().__init__(
            look,
            _("Blocks of the agenda"),
            {
                Block: self.kind,
                DayHead: DayRow(look, _),
                PartHead: PartRow(look, _),
                TrackHead: TrackRow(look, _, self.kind),
                Remark: RemarkRow(look, _, lambda box: self.kind.body_of(box, inside=False)),
            },
        )

    # -- showing -------------------------------------------------------------------------

    @property
    def blocks(self) -> list[Block]:
        return [row for row in self.rows.rows if isinstance(row, Block)]

    def show_agenda(
        self,
        picture: Picture,
        groups: Mapping[UUID, Groups],
        keys: Sequence[UUID] | None = None,
    ) -> None:
        """Show the agenda; where what was chosen is gone, what took its place is chosen."""
        row, had = self.currentIndex().row(), bool(self.chosen_ids())
        self.picture, self.places = picture, Places(picture)
        self.kind.ends = {day.number: day.ends_at for day in picture.days}
        self.kind.groups, self.kind.tracks = groups, picture.tracks
        rows = entries(picture)
        if self.show_rows(rows, keys) and rows and row >= 0 and had and not self.chosen_ids():
            self.choose([self._near(rows, row).id])

    def show_moved(self, ids: Sequence[UUID], spot: Spot) -> None:
        """Show and paint blocks where they are about to go: the file is written behind that."""
        self.show_agenda(moved(self.picture, set(ids), spot), self.kind.groups, ids)
        self.viewport().repaint()

    def _near(self, rows: Sequence[Entry], row: int) -> Entry:
        """The block at a place or above it; else whatever stands there."""
        here = rows[: row + 1]
        return next(
            (it for it in reversed(here) if isinstance(it, Block)), rows[min(row, len(rows) - 1)]
        )

    def chosen_blocks(self) -> list[Block]:
        """The chosen blocks, in their order."""
        return [row for row in self.chosen_entries() if isinstance(row, Block)]

    def chosen_entries(self) -> list[Entry]:
        model = self.rows
        return [model.rows[model.places[key]] for key in self.chosen_ids()]

    # -- keys and menu -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters are deeds here; Qt itself would look for a title that begins with them."""
        deed = self._deed(event)
        if not deed and event.text().isprintable() and event.text().strip():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> str:
        if event.matches(QKeySequence.StandardKey.Cut):
            return "cut"
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        plain = not event.modifiers() & held
        if plain and (deed := LETTERS.get(event.text().lower(), "")):
            return deed
        found = super()._deed(event)
        return found or self._way.get(self._spelling(event), "")

    def _spelling(self, event: QKeyEvent) -> str:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        names = {Qt.Key.Key_Left: "Left", Qt.Key.Key_Right: "Right"}
        return f"Alt+{names.get(Qt.Key(event.key()), '')}" if alt else ""

    def copy(self) -> None:
        """For other agendas and for other programs: see the deed."""
        self.asked.emit("copy")

    def offers(self) -> Sequence[tuple[str, str]]:
        return [(self._(words), deed) for words, deed in MENU]

    # -- dragging ------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        super().startDrag(actions)
        if self.dragging.keys:
            self._show_parts(True)

    def _let_go(self) -> None:
        super()._let_go()
        self._show_parts(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        super().dragEnterEvent(event)
        self._show_parts(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        super().dragLeaveEvent(event)
        self._show_parts(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        super().dropEvent(event)
        self._show_parts(False)

    def _show_parts(self, shown: bool) -> None:
        """While something is carried, there is a place for it behind the end of the meeting."""
        self.show_rows(entries(self.picture, carried=shown))

    def landing(self, keys: Sequence[Any], gap: Gap) -> Spot | None:
        return self.places.landing(self.rows.rows, keys, gap.row, deep=gap.along > self._depth())

    def drop_line(self, gap: Gap, landing: Any) -> QRectF:
        line = super().drop_line(gap, landing)
        inside = isinstance(landing, Spot) and landing.section.parent_id is not None
        whole = QRectF(0, line.top(), self.viewport().width(), line.height())
        return self.kind.body_of(whole, inside=inside)

    def _depth(self) -> float:
        """From here on, px from the reading edge, a drop joins the track above."""
        return self.kind.clock_width() + self.look.px(44)
