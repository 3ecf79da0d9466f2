"""Text that is saved by itself: on leaving the field, on Enter, and after a pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from cop_desktop.errors import UserError
from cop_desktop.i18n import Catalog
from cop_desktop.ui.bound_fields import put_text, text_of
from cop_desktop.ui.widgets import Field, TextArea

PAUSE = 900  # ms without a key


class Kept(QObject):
    """Binds a field's editor to the file: only what changed is saved, and the caret stays."""

    def __init__(self, field: Field, save: Callable[[str], None], _: Catalog) -> None:
        super().__init__(field)
        self.field, self._save, self._ = field, save, _
        self._saved, self._showing = "", False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        editor = field.editor
        if isinstance(editor, TextArea):
            editor.textChanged.connect(self._typed)
            editor.left.connect(self.flush)
        elif isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._typed)
            editor.editingFinished.connect(self.flush)

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show what the file says; what is being typed is left alone, unless it is `anew`."""
        typed, busy = text_of(self.field.editor).strip(), self.field.editor.hasFocus()
        unsaved = typed != self._saved
        self._saved = text
        if not anew and busy and typed.split() == text.split():
            self._saved = typed  # spaces that saving folded are still under the caret
            return
        if not anew and (typed == text or (unsaved and busy)):
            return
        self._pause.stop()
        self.field.set_error("")
        self._showing = True
        put_text(self.field.editor, text)
        self._showing = False

    def flush(self) -> None:
        """Save what was typed, if it differs; a refusal stands under the field."""
        self._pause.stop()
        before, text = self._saved, text_of(self.field.editor).strip()
        if text == before:
            return
        self._saved = text  # saving makes the page reload: this text is no longer news
        try:
            self._save(text)
        except UserError as problem:
            self._saved = before
            self.field.set_error(self._.error(problem))
        else:
            self.field.set_error("")

    def _typed(self) -> None:
        if not self._showing:
            self._pause.start()
