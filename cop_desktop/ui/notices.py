"""What the window says by itself: toasts, long work, sentences of errors, and crashes."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cop_desktop.i18n import Catalog

from .tasks import Task
from .theme import Look
from .widgets.buttons import Button
from .widgets.labels import Words
from .widgets.layouts import ProgressStrip
from .widgets.rows import IconTile
from .widgets.toast import Toast

PATIENCE = 500  # ms


class Message(QDialog):
    """A sentence, and what can be done about it: the last row of buttons closes it."""

    def __init__(self, look: Look, title: str, sentence: str, close: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setMinimumWidth(look.px(420))
        words = QVBoxLayout()
        words.addWidget(Words(look, title, "title"))
        words.addWidget(Words(look, sentence))
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        icon = IconTile(look, "ph.warning", "amber", size=40, round=True)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(look.px(24),) * 4)
        self.body.setSpacing(look.px(16))
        self.body.addLayout(head)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        done = Button(look, close, kind="primary")
        done.clicked.connect(self.accept)
        done.setDefault(True)
        self.buttons.addWidget(done)
        self.body.addLayout(self.buttons)


class CrashDialog(Message):
    """Something of ours broke: what that means, and a report one may copy and send."""

    def __init__(self, look: Look, _: Catalog, report: str, parent: QWidget) -> None:
        super().__init__(
            look,
            _("Something went wrong in the program"),
            _("Everything done until now is saved. The report below holds no names and no texts of yours; copy it if you want to tell the makers."),  # noqa: E501
            _("Close"),
            parent,
        )  # fmt: skip
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.report.setMinimumHeight(look.px(180))
        self.setMinimumWidth(look.px(620))
        self.body.insertWidget(1, self.report, 1)
        copy = Button(look, _("Copy the report"), "ph.copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.buttons.insertWidget(1, copy)


class TaskCard(QWidget):
    """Long work under way, at the foot of the window, with its numbers and a way out."""

    def __init__(self, task: Task, look: Look, _: Catalog) -> None:
        super().__init__()
        self._ = _
        self.task = task
        self.strip = ProgressStrip(look, task.title, _("Cancel"))
        self.strip.cancel.clicked.connect(task.cancel)
        task.progressed.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(8))
        row.addWidget(self.strip)

    def _tell(self, done: int, total: int) -> None:
        words = self._("{work}: {done} of {total}", work=self.task.title, done=done, total=total)
        self.strip.show_progress(done, total, words)


class Notices:
    """Shows each kind of notice over `window`, in the look and language of the moment."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._toast: Toast | None = None
        self._crash: CrashDialog | None = None

    def dress(self, look: Look, words: Catalog) -> None:
        """Speak another language or wear another look from now on."""
        self._look, self._ = look, words
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
        self._toast = None

    def toast(self, sentence: str, *, undo: bool = False, icon: str = "ph.check-circle") -> Toast:
        if self._toast is None:
            self._toast = Toast(self._look, self._window)
            self._toast.acted.connect(lambda: self._window.run("undo"))  # type: ignore[attr-defined]
        self._toast.say(sentence, self._("Undo") if undo else "", icon)
        return self._toast

    def hide_toast(self) -> None:
        if self._toast is not None:
            self._toast.hide()

    def problem(self, sentence: str) -> None:
        """A short sentence floats by; a long one, or one behind a dialog, waits to be read."""
        fits = self._look.metrics().horizontalAdvance(sentence) < self._window.width() * 0.7
        above = QApplication.activeModalWidget()
        if fits and above is None:
            self.toast(sentence, icon="ph.warning")
        else:
            over = above or self._window
            title = self._("Something did not work")
            Message(self._look, title, sentence, self._("Close"), over).open()

    def crash(self, report: str) -> None:
        """One report at a time: a failing paint event would open a hundred."""
        if self._crash is None or not self._crash.isVisible():
            self._crash = CrashDialog(self._look, self._, report, self._window)
            self._crash.open()

    def show_task(self, task: Task) -> None:
        """Work that takes longer than a moment is shown; a strip that flickers helps nobody."""
        card = TaskCard(task, self._look, self._)
        clock = QTimer(card, singleShot=True, interval=PATIENCE)
        clock.timeout.connect(lambda: self._show_card(card))
        clock.start()
        task.ended.connect(clock.stop)
        task.ended.connect(lambda: self._take_away(card))

    def _show_card(self, card: TaskCard) -> None:
        self._window.statusBar().addWidget(card, 1)
        card.show()
        self._window.statusBar().show()

    def _take_away(self, card: TaskCard) -> None:
        bar = self._window.statusBar()
        bar.removeWidget(card)
        card.deleteLater()
        bar.setVisible(any(other is not card for other in bar.findChildren(TaskCard)))
