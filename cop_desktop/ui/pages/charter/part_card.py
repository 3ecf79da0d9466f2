"""One part of the charter: its question, a place to answer, and what may be taken over."""

from collections.abc import Callable
from datetime import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content, shapes
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.models.method import CharterPart, Norm
from cop_desktop.services.charter import CharterRow
from cop_desktop.ui.clock import read_clock
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer, people
from cop_desktop.ui.widgets import Button, Card, Label, Words
from cop_desktop.ui.widgets.cards import Well

from .choosing import Promises, Rules
from .folding import Folded
from .words import title

FROM, UNTIL, APPROVER = "quiet_from", "quiet_until", "approver_id"
LINES = 5  # of the place to write in


class PartCard(Card):
    """`edited(values)` asks to save fields; what is refused comes back by `error`."""

    edited = Signal(object)  # dict[str, Any]
    asked = Signal(object)  # CharterPart: another one is wanted

    def __init__(self, desk: Desk, part: CharterPart) -> None:
        _ = desk.catalog
        text = method(_.language).part(part)
        super().__init__(desk.look, text.title)
        self.desk, self.part = desk, part
        self._people: People | None = None
        self._norms: tuple[Norm, ...] = ()
        self.promises: Promises | None = None
        self.follows: CharterPart | None = None
        parts = list(CharterPart)
        self.caption.setText(_("{n} of {of}", n=parts.index(part) + 1, of=len(parts)))
        self.head.addWidget(self.caption)
        self.add(Words(desk.look, text.question, "strong"))
        self.add(Words(desk.look, text.hint, "muted"))
        self.form = self._form()
        self.add(self.form)
        self.offer = self._offer()
        self.add(self.offer)
        belongs = shapes.norms()
        self.rules = Rules(desk.look, _, [it for it in Norm if belongs[it] is part])
        self.rules.changed.connect(self._rule)
        self.add(self.rules)
        self.example = Folded(desk.look, _("See an example"), self._told(text.example))
        source = content(_.language).word(shapes.charter_sources()[part])
        told = self._told(text.why, _("Source: {source}", source=source))
        self.why = Folded(desk.look, _("What it is good for"), told)
        self.body.addLayout(self._ways())
        self.add(self.example)
        self.add(self.why)
        self.body.addStretch(1)

    def show_row(self, row: CharterRow, follows: CharterPart | None, offered: str = "") -> None:
        """Show what is written; `follows` is the part to go on with.

        While nothing is written, what the file says already is `offered`.
        """
        self._offered = "" if row.texts.get(self.part) else offered
        self.offer.setVisible(bool(self._offered))
        self.preview.setText(self._offered)
        self._norms = row.norms
        self.rules.show_chosen(row.norms)
        if self.promises:
            self.promises.show_chosen(row.promises)
        self.form.fill(
            {
                self.part.value: row.texts.get(self.part, ""),
                FROM: _clock(row.quiet_from),
                UNTIL: _clock(row.quiet_until),
                APPROVER: row.approver,
            },
            item=row.id,
        )
        self._tell_rest(row)
        self.follows = follows
        self.on.setVisible(follows is not None)
        if follows:
            words = _next(follows, self.desk)
            self.on.set_words(words)

    def error(self, names: list[str], words: str) -> None:
        """Say under the fields why they were not saved."""
        for name in names:
            if name in self.names:
                self.form.error(name, words)

    def begin(self) -> None:
        """Write here."""
        editor: QWidget = next(iter(self.promises.chips.values())) if self.promises else (
            self.form.editor(self.part.value)
        )  # fmt: skip
        editor.setFocus()

    # -- inside --------------------------------------------------------------------------

    def _form(self) -> Form:
        desk, _, part = self.desk, self.desk.catalog, self.part
        form = Form(desk.look, _, desk.today())
        self.names = [part.value]
        if part is CharterPart.PROMISES:
            self.names = []
            self.promises = Promises(desk.look, _)
            self.promises.changed.connect(lambda told: self.edited.emit({part.value: told}))
            form.add_widget(self.promises)
        else:
            form.add_text(part.value, _("In our words"), lines=LINES)
        if part is CharterPart.QUIET_HOURS:
            form.add_line(FROM, _("The group rests from"))
            form.add_line(UNTIL, _("until"), beside=True)
            self.names += [FROM, UNTIL]
            self.rest = Words(desk.look, "", "caption")
            form.add_widget(self.rest)
        if part is CharterPart.PUBLISHING:
            form.add_line(APPROVER, _("Who approves that something goes out"))
            self.names.append(APPROVER)
            offer(form, APPROVER, People({}))
            form.editor(APPROVER).installEventFilter(self)
        form.edited.connect(self._edited)
        return form

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The names of a long list are read when somebody comes to choose."""
        if event.type() == QEvent.Type.FocusIn:
            self._who()
        return super().eventFilter(watched, event)

    def _who(self) -> People:
        if self._people is None:
            desk = self.desk
            with desk.store.read() as session:
                self._people = people(session, desk.community_id, desk.today())
            offer(self.form, APPROVER, self._people)
        return self._people

    def forget_people(self) -> None:
        """Members have changed."""
        self._people = None

    def _edited(self, name: str, value: Any) -> None:
        readers: dict[str, Callable[[str], Any]] = {
            FROM: _hour, UNTIL: _hour, APPROVER: lambda text: self._who().find(text)
        }  # fmt: skip
        try:
            told = readers[name](value) if name in readers else value
        except UserError as problem:
            self.form.error(name, self.desk.catalog.error(problem))
            return
        self.edited.emit({name: told})

    def _rule(self, told: tuple[Norm, bool]) -> None:
        norm, holds = told
        kept = [it for it in self._norms if it is not norm]
        self.edited.emit({"norms": [*kept, norm] if holds else kept})

    def _tell_rest(self, row: CharterRow) -> None:
        if self.part is not CharterPart.QUIET_HOURS:
            return
        both = row.quiet_from and row.quiet_until
        self.rest.setVisible(bool(both))
        if row.quiet_from and row.quiet_until:
            minutes = (_minutes(row.quiet_until) - _minutes(row.quiet_from)) % (24 * 60) or 24 * 60
            _ = self.desk.catalog
            length = formats.duration(minutes, _.language)
            self.rest.setText(_("The group rests for {length} a day.", length=length))

    def _told(self, words: str, source: str = "") -> Well:
        well = Well(self.look)
        well.add(Words(self.look, words))
        if source:
            well.add(Words(self.look, source, "caption"))
        return well

    def _offer(self) -> Well:
        """What stands in the file already, and a way to begin with it."""
        _ = self.desk.catalog
        self._offered = ""
        well = Well(self.look)
        well.add(Label(self.look, _("The file already says"), "caption"))
        self.preview = Words(self.look, written=True)
        self.take = Button(self.look, _("Start from this"), "ph.arrow-bend-up-left", "quiet")
        self.take.clicked.connect(lambda: self.edited.emit({self.part.value: self._offered}))
        well.add(self.preview)
        well.add(self.take)
        return well

    def _ways(self) -> QHBoxLayout:
        _ = self.desk.catalog
        self.on = Button(self.look, "", "ph.arrow-right", "secondary")
        self.on.clicked.connect(lambda: self.asked.emit(self.follows))
        self.saved = Label(self.look, _("Saved as you write"), "caption", elide=True)
        line = QHBoxLayout()
        line.addWidget(self.saved, 1)
        line.addWidget(self.on)
        return line


def _next(part: CharterPart, desk: Desk) -> str:
    _ = desk.catalog
    return _("Next: {part}", part=title(part, _))


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _hour(text: str) -> time | None:
    return read_clock(text) if text.strip() else None


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
