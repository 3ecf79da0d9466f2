"""Forms: fields bound to names, saved one by one the moment an edit is done."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import Catalog
from cop_desktop.ui.bound_fields import (
    TYPED,
    BoundField,
    number_of,
    put_text,
    shower,
    text_of,
)
from cop_desktop.ui.suggestions import Suggestions
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import (
    Choice,
    DateField,
    EmailEdit,
    Field,
    Label,
    LineEdit,
    PhoneEdit,
    TextArea,
)

MIXED = object()  # the value of a field in which several items differ
EDITORS = {"text": LineEdit, "phone": PhoneEdit, "email": EmailEdit}


class Form(QWidget):
    """Fields by name. `edited(name, value)` comes only for a real change, at Enter or on leaving.

    Values: text for lines and texts, int or None for numbers, date or None, what `add_choice` was
    given for choices. A refusal goes under its field by `error`.
    """

    edited = Signal(str, object)

    def __init__(
        self,
        look: Look,
        catalog: Catalog,
        today: date,
        facts: Callable[[date], str] = lambda _: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._, self._today, self._facts = look, catalog, today, facts
        self._bound: dict[str, BoundField] = {}
        self._item: object = None
        self._row: QHBoxLayout | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look.px(10))

    # -- building ------------------------------------------------------------------------

    def add_line(
        self,
        name: str,
        label: str,
        *,
        kind: str = "text",
        note: str = "",
        beside: bool = False,
    ) -> Field:
        """One line; `kind` is text, phone or email. `beside` puts it into the row of the last."""
        edit = EDITORS[kind](self.look)
        return self._add_line(name, label, edit, edit.text, note, beside)

    def add_number(
        self,
        name: str,
        label: str,
        *,
        note: str = "",
        beside: bool = False,
    ) -> Field:
        """A whole number (a year, a count of people), or nothing."""
        edit = LineEdit(self.look)
        return self._add_line(name, label, edit, lambda: number_of(edit.text()), note, beside)

    def add_text(
        self,
        name: str,
        label: str,
        *,
        lines: int = 3,
        note: str = "",
        beside: bool = False,
    ) -> Field:
        """Several lines."""
        area = TextArea(self.look, lines=lines)
        field = Field(self.look, label, area, note)
        self._bind(name, BoundField(field, area, area.toPlainText, shower(area)), beside)
        area.left.connect(lambda: self._finish(name))
        return field

    def add_date(self, name: str, label: str, *, beside: bool = False) -> DateField:
        """A date, typed or chosen, with what the day falls on."""
        field = DateField(self.look, self._, label, self._today, self._facts)
        self._bind(name, BoundField(field, field.edit, field.day, field.set_date), beside)
        field.changed.connect(lambda _: self._finish(name))
        return field

    def add_choice(
        self,
        name: str,
        label: str,
        choices: Iterable[tuple[Any, str]],
        *,
        note: str = "",
        beside: bool = False,
    ) -> Field:
        """One of several: pairs of value and words."""
        box = Choice(self.look)
        box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(5)  # a narrow column shortens the words, not the form
        for value, words in choices:
            box.add(words, value)
        field = Field(self.look, label, box, note)
        self._bind(name, BoundField(field, box, box.value, box.set_value), beside)
        box.chosen.connect(lambda _: self._finish(name))
        return field

    def add_heading(self, words: str) -> Label:
        """A word over the fields that follow."""
        heading = Label(self.look, words, "strong")
        self.add_widget(heading)
        return heading

    def add_widget(self, widget: QWidget) -> None:
        """Anything else, on a row of its own."""
        self._row = None
        self._rows.addWidget(widget)

    # -- using ---------------------------------------------------------------------------

    def fill(self, values: Mapping[str, Any], item: object = None) -> None:
        """Show values and tell nobody; what somebody is typing stays, unless `item` is another.

        A value may be `MIXED`. Names without a field are passed over, so a whole row can be given.
        """
        other, self._item = item != self._item, item
        for name, bound in self._bound.items():
            if name in values and (other or not (bound.typed or bound.refused)):
                self._show(bound, values[name])

    def field(self, name: str) -> Field | DateField:
        return self._bound[name].field

    def editor(self, name: str) -> Any:
        """The widget one types in or chooses from."""
        return self._bound[name].editor

    def error(self, name: str, words: str) -> None:
        """Show what is wrong under a field and what to do; empty words take it back."""
        self._bound[name].field.set_error(words)

    def suggest(self, name: str, words: Sequence[str]) -> Suggestions:
        """Offer these while somebody types; any part of a word finds them."""
        suggestions = Suggestions.of(self.look, self.editor(name))
        suggestions.offer(words)
        return suggestions

    def settle(self) -> None:
        """Save what is typed and not yet left."""
        for name, bound in self._bound.items():
            if bound.typed and isinstance(bound.field, Field):
                self._finish(name)

    # -- inside --------------------------------------------------------------------------

    def _add_line(
        self,
        name: str,
        label: str,
        edit: LineEdit | PhoneEdit | EmailEdit,
        read: Callable[[], Any],
        note: str,
        beside: bool,
    ) -> Field:
        field = Field(self.look, label, edit, note)
        self._bind(name, BoundField(field, edit, read, shower(edit)), beside)
        edit.editingFinished.connect(lambda: self._finish(name))
        return field

    def _bind(self, name: str, bound: BoundField, beside: bool) -> None:
        self._bound[name] = bound
        bound.kept = bound.read()
        bound.remember(shown=True)
        bound.editor.installEventFilter(self)
        if not (beside and self._row and not self.look.roomy):
            self._row = QHBoxLayout()
            self._row.setSpacing(self.look.px(12))
            self._rows.addLayout(self._row)
        self._row.addWidget(bound.field, 1, Qt.AlignmentFlag.AlignTop)

    def _show(self, bound: BoundField, value: Any) -> None:
        mixed = value is MIXED
        if isinstance(bound.editor, (*TYPED, Choice)):
            bound.editor.setPlaceholderText(self._("Different values") if mixed else "")
        # no choice is MIXED, so none is shown as chosen
        bound.show(value if isinstance(bound.editor, Choice) or not mixed else None)
        bound.kept = MIXED if mixed else bound.read()
        bound.remember(shown=True)
        bound.field.set_error("")

    def _finish(self, name: str) -> None:
        """An edit is done: tell it, if it changed anything."""
        bound = self._bound[name]
        if isinstance(bound.field, Field) and isinstance(bound.editor, TYPED) and not bound.typed:
            return  # Enter and leaving both end an edit; the first has told it
        bound.remember()
        try:
            value = bound.read()
        except UserError as problem:
            self.error(name, self._.error(problem))
            return
        self.error(name, "")
        if value != bound.kept:
            bound.kept = value
            self.edited.emit(name, value)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.settle()
        super().hideEvent(event)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Escape takes typing back; Ctrl+Z is the window's once there is nothing typed."""
        if isinstance(event, QKeyEvent) and isinstance(editor, TYPED):
            text, shown = text_of(editor), editor.property("shown") or ""
            if event.type() == QEvent.Type.ShortcutOverride and text == editor.property("told"):
                undo = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
                if any(event.matches(key) for key in undo):
                    event.ignore()
                    return True
            escapes = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
            if escapes and text != shown:
                put_text(editor, shown)
                return True
        return super().eventFilter(editor, event)
