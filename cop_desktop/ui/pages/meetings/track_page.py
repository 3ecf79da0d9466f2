"""A track of parallel work: its name, its place, and its deeds."""

from cop_desktop import formats
from cop_desktop.services import tracks
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Field, LineEdit

from .agenda_entries import TrackHead
from .agenda_words import track_name
from .kept import Kept
from .side_page import SidePage


class TrackPage(SidePage):
    """Both lines are saved by themselves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look, _ = desk.look, desk.catalog
        self.head: TrackHead | None = None
        self._shown: object = None
        self.title_edit, self.place_edit = LineEdit(look), LineEdit(look)
        fields = {
            "title": Field(look, _("Title"), self.title_edit),
            "place": Field(look, _("Place"), self.place_edit),
        }
        self.kept = [
            Kept(field, lambda text, name=name: self._save(name, text), _)  # type: ignore[misc]
            for name, field in fields.items()
        ]
        for field, edit in zip(fields.values(), (self.title_edit, self.place_edit), strict=True):
            self.rows.addWidget(field)
            edit.returnPressed.connect(lambda: self.asked.emit("list"))
        self.add_deeds(
            ("ph.plus", _("Add a block"), "insert"),
            ("ph.git-fork", _("Add a track"), "parallel"),
            ("ph.rows", _("Tracks one after another"), "dissolve"),
            ("ph.trash", _("Delete the track"), "delete"),
        )
        self.rows.addStretch(1)

    def show_track(self, head: TrackHead) -> None:
        _ = self.desk.catalog
        anew, self._shown = self._shown != head.id, head.id
        self.head = head
        self.heading.setText(track_name(head, _))
        length = formats.duration(head.track.minutes, _.language) if head.track.blocks else ""
        spare = _.plural("{n} minute shorter", "{n} minutes shorter", head.track.spare)
        told = formats.dotted(length, spare if head.track.spare and head.track.blocks else "")
        self.sentence.setText(told or _("still empty"))
        for kept, text in zip(self.kept, (head.track.title, head.track.place), strict=True):
            kept.show_text(text, anew=anew)

    def edit(self) -> None:
        self.title_edit.setFocus()
        self.title_edit.selectAll()

    def _save(self, name: str, text: str) -> None:
        assert self.head is not None
        with self.desk.store.write(self.desk.catalog("Name of a track")) as session:
            tracks.change(session, self.head.track.id, {name: text})
