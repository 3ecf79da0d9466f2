"""The first evening's three steps: a language, a community, something to start from."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import OWN_NAMES, Catalog

from .centred import Centred
from .choice import Choices
from .emptying import empty
from .rail import Brand
from .steps import Steps
from .theme import Look
from .widgets.buttons import Button
from .widgets.cards import Card
from .widgets.fields import Field, LineEdit
from .widgets.labels import Words
from .widgets.rows import ListRow

LANGUAGE, COMMUNITY, START = range(3)


@dataclass
class Beginning:
    """What has been answered so far; it outlives a change of language."""

    this_year: int
    work_year: int
    first: int = LANGUAGE  # a second community needs no language
    step: int = LANGUAGE
    name: str = ""
    domain: str = ""
    start: str = "sample"  # or excel, empty


class FirstRun(QWidget):
    """Three calm steps, each of which can be gone back from."""

    language_chosen = Signal(str)
    finished = Signal()
    overview_asked = Signal()  # somebody collects what communities send, and leads none
    left = Signal()  # back to where one came from

    def __init__(self, look: Look, _: Catalog, answers: Beginning, *, can_leave: bool) -> None:
        super().__init__()
        self.look, self._, self.answers, self._can_leave = look, _, answers, can_leave
        self._steps: dict[int, tuple[str, str, Callable[[], QWidget]]] = {
            LANGUAGE: (
                _("Welcome to Maagalim"),
                _("Everything you write stays on this computer, in one file of yours. No internet is needed."),  # noqa: E501
                self._languages,
            ),
            COMMUNITY: (
                _("Your community"),
                _("Its name stands on every page and every handout. All of it can be changed later."),  # noqa: E501
                self._community,
            ),
            START: (
                _("What to start from"),
                _("Whatever you choose, the rest can be added later."),
                self._starts,
            ),
        }  # fmt: skip
        self.card = Card(look)
        self.card.setMinimumWidth(look.px(420))
        self.card.setMaximumWidth(look.px(640))
        self.card.body.setContentsMargins(*(look.px(32),) * 4)
        self.card.body.setSpacing(look.px(14))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Centred(look, self.card))
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """To the next step, if this one is answered; after the last, begin."""
        if self.answers.step == COMMUNITY and not self.answers.name.strip():
            self.name.set_error(self._("A community needs a name. One line is enough."))
            self.name.editor.setFocus()
        elif self.answers.step == START:
            self.finished.emit()
        else:
            self.answers.step += 1
            self._fill()

    def go_back(self) -> None:
        if self.answers.step > self.answers.first:
            self.answers.step -= 1
            self._fill()
        elif self._can_leave:
            self.left.emit()

    def _fill(self) -> None:
        body = self.card.body
        empty(body)
        title, why, build = self._steps[self.answers.step]
        count = len(self._steps) - self.answers.first
        body.addWidget(Brand(self._("Maagalim"), self.look, inset=10))
        body.addWidget(Steps(self.look, self._, self.answers.step - self.answers.first, count))
        body.addWidget(Words(self.look, title, "page"))
        body.addWidget(Words(self.look, why, "muted"))
        inside = build()
        body.addWidget(inside)
        body.addSpacing(self.look.px(8))
        body.addWidget(self._buttons())
        QTimer.singleShot(
            0, inside, lambda: inside.focusNextChild() if inside.isVisible() else None
        )

    def _buttons(self) -> QWidget:
        _, last = self._, self.answers.step == START
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.next = Button(self.look, _("Start") if last else _("Continue"), kind="primary")
        self.next.setMinimumWidth(self.look.px(140))
        self.next.clicked.connect(self.go_on)
        row.addWidget(self.next)
        if self.answers.step > self.answers.first or self._can_leave:
            back = Button(self.look, _("Back"))
            back.clicked.connect(self.go_back)
            row.addWidget(back)
        row.addStretch(1)
        return holder

    def _languages(self) -> QWidget:
        rows = [(key, "", word, "") for key, word in OWN_NAMES.items()]
        choices = Choices(self.look, rows, self._.language, beside=True)
        choices.chosen.connect(self.language_chosen)
        return choices

    def _community(self) -> QWidget:
        look, _, answers = self.look, self._, self.answers
        name, domain = LineEdit(look), LineEdit(look)
        name.setText(answers.name)
        domain.setText(answers.domain)
        self.name = Field(look, _("Name of the community"), name)
        name.textChanged.connect(self._keep_name)
        domain.textChanged.connect(lambda text: setattr(answers, "domain", text))
        note = _("What its people do together, in a few words")
        form = QWidget()
        rows = QVBoxLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(12))
        for field in (
            self.name,
            Field(look, _("Domain"), domain, note),
            Field(look, _("Work year"), self._years()),
        ):
            rows.addWidget(field)
        rows.addWidget(self._other_clothes())
        return form

    def _other_clothes(self) -> QWidget:
        """For those who lead no community and collect what communities send."""
        row = ListRow(
            self.look, "ph.squares-four", self._("I coordinate many communities"),
            self._("Begin an overview: the packages that they send are collected in it."),
        )  # fmt: skip
        row.clicked.connect(self.overview_asked)
        return row

    def _keep_name(self, text: str) -> None:
        self.answers.name = text
        self.name.set_error("")

    def _years(self) -> QComboBox:
        box, answers = QComboBox(), self.answers
        for year in (answers.this_year - 1, answers.this_year, answers.this_year + 1):
            box.addItem(work_year_words(year, self._), year)
        box.setCurrentIndex(box.findData(answers.work_year))
        box.currentIndexChanged.connect(
            lambda index: setattr(answers, "work_year", box.itemData(index))
        )
        return box

    def _starts(self) -> QWidget:
        _ = self._
        rows = [
            ("sample", "ph.leaf", _("A sample community"),
             _("A whole year of an invented community, to look around in; removed in one step.")),
            ("excel", "ph.file-arrow-down", _("A list of members in Excel"),
             _("The columns are recognised, and shown before anything is brought in.")),
            ("empty", "ph.circle-dashed", _("An empty community"),
             _("Members, meetings and roles are added by hand.")),
        ]  # fmt: skip
        choices = Choices(self.look, rows, self.answers.start)
        choices.chosen.connect(lambda key: setattr(self.answers, "start", key))
        return choices


def work_year_words(year: int, _: Catalog) -> str:
    """תשפ״ז (2026/27); without the Hebrew name, September 2026 to August 2027."""
    name, civil = formats.work_year_name(year, _.language), formats.work_year_civil(year)
    return civil if name == civil else _("{name} ({civil})", name=name, civil=civil)
