"""Typing in paper forms: digits for the statements, words where there are any, Enter for the next.

A form takes five digits and Enter; the open answers lie on the way and may stay empty.
"""

from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cop_desktop.content import content
from cop_desktop.services.feedback import OPEN, Form
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Card, IconButton, LineEdit, Words

from .rating_rows import RatingRows


class AnswerEdit(LineEdit):
    """An open answer; Backspace in an empty one goes back (`went_back`)."""

    went_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.went_back.emit()
        else:
            super().keyPressEvent(event)


class FeedbackEntry(Card):
    """`written(id or None, values)`: a form, new or corrected; `remove_asked(id)`."""

    written = Signal(object, dict)
    remove_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.before = IconButton(look, "ph.caret-left", _("Previous form"))
        self.after = IconButton(look, "ph.caret-right", _("Next form"))
        self.remove = IconButton(look, "ph.trash", _("Delete this form"))
        self.paste = Button(look, _("Answers from a form service"), "ph.clipboard-text", "quiet")
        super().__init__(look, _("Feedback forms"), self._steps(desk), caption=" ")
        self.desk = desk
        self.forms: list[Form] = []
        self.editing: UUID | None = None  # None: a new form
        text = content(_.language).feedback()
        ends = (text.low, text.high, text.left_out)
        self.rows = RatingRows(look, text.statements, ends, _("Rating"))
        self.answers = {name: AnswerEdit(look, getattr(text, name)) for name in OPEN}
        self.next = Button(look, _("Next form"), "ph.check", "primary")
        self._connect()
        self.add(self.rows)
        for name, editor in self.answers.items():  # where their questions stand, until written
            editor.setAccessibleName(getattr(text, name))
            self.add(editor)
        self.body.addLayout(self._foot())
        self.body.addStretch(1)

    def order_keys(self) -> None:
        """From the first statement to the next form; then what is seldom needed."""
        parts = (self.rows, *self.answers.values(), self.next)
        seldom = (self.paste, self.before, self.after, self.remove)
        for one, other in pairwise((*parts, *seldom)):
            QWidget.setTabOrder(one, other)

    # -- showing ---------------------------------------------------------------------------

    def show_forms(self, forms: list[Form]) -> None:
        """The forms as the file has them; what is being typed stays."""
        self.forms = forms
        if self.editing and not any(form.id == self.editing for form in forms):
            self.start()
        self._tell()

    def start(self) -> None:
        """An empty form."""
        self.editing = None
        self.rows.show_ratings({})
        for editor in self.answers.values():
            editor.clear()
        self._tell()

    def open_form(self, form: Form) -> None:
        """Correct a form that was typed in."""
        self.editing = form.id
        self.rows.show_ratings(form.ratings)
        for name, editor in self.answers.items():
            editor.setText(getattr(form, name))
        self._tell()
        self.rows.setFocus()

    @property
    def begun(self) -> bool:
        """Whether something stands in a new form."""
        typed = any(editor.text().strip() for editor in self.answers.values())
        return self.editing is None and (bool(self.rows.given) or typed)

    # -- doing -----------------------------------------------------------------------------

    def enter(self) -> None:
        """Write the form down and begin the next; an empty one is passed over."""
        values: dict[str, Any] = {**self.rows.ratings}
        values |= {name: editor.text() for name, editor in self.answers.items()}
        if any(values.values()):
            key = self.editing
            self.start()  # first: writing makes the page reload
            self.written.emit(key, values)
        self.rows.setFocus()

    def step(self, by: int) -> None:
        """To the form before or after; behind the last one there is a new form."""
        place = self._place() + by
        if 0 <= place < len(self.forms):
            self.open_form(self.forms[place])
        elif place >= len(self.forms):
            self.start()
            self.rows.setFocus()

    def _place(self) -> int:
        """Of the form shown, from 0; a new one stands behind all."""
        ids = [form.id for form in self.forms]
        return ids.index(self.editing) if self.editing in ids else len(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_PageUp:
            self.step(-1)
        elif event.key() == Qt.Key.Key_PageDown:
            self.step(1)
        elif event.key() == Qt.Key.Key_Escape and (self.begun or self.editing):
            self.start()
            self.rows.setFocus()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        _, n, place = self.desk.catalog, len(self.forms), self._place()
        if self.editing:
            told = _("Correcting form {n} of {all}", n=place + 1, all=n)
        else:
            told = _("Form {n}", n=n + 1)
        self.caption.setText(told)
        self.next.set_words(_("Save the correction") if self.editing else _("Next form"))
        self.before.setEnabled(place > 0)
        self.after.setEnabled(self.editing is not None)
        self.remove.setVisible(self.editing is not None)

    def _connect(self) -> None:
        self.rows.finished.connect(self.answers[OPEN[0]].setFocus)
        self.rows.entered.connect(self.enter)
        self.rows.went_before.connect(lambda: self.step(-1))
        self.next.clicked.connect(self.enter)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.editing))
        back = self.rows.go_last
        for name in OPEN:
            self.answers[name].returnPressed.connect(self.enter)
            self.answers[name].went_back.connect(back)
            back = self.answers[name].setFocus

    # -- looks -----------------------------------------------------------------------------

    def _steps(self, desk: Desk) -> QWidget:
        """Forms before and after, and deleting the one that is shown."""
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(desk.look.px(4))
        for part in (self.paste, self.remove, self.before, self.after):
            line.addWidget(part)
        return box

    def _foot(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        keys = _(
            "Keys 1 to 5 rate, 0 or Space skips, Enter goes to the next form, Backspace corrects."
        )
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(Words(look, keys, "caption"), 1)
        line.addWidget(self.next)
        return line
