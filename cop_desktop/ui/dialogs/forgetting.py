"""Forgetting a person for good: what that does, in words, before the name is typed."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.export import remains
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Function
from cop_desktop.services import erasing, members
from cop_desktop.services.column_words import KINDS, column_word
from cop_desktop.services.erasing import Mention
from cop_desktop.services.members import MemberRow
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.questions import as_the_screen_allows
from cop_desktop.ui.forgetting import forget
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, Card, Field, Label, Line, LineEdit, ScrollPage, Words

FORGOTTEN = N_("The person was erased, here and in the backups of this computer.")
WIDTH, MOST = 560, 640  # px at 100 %
SHOWN = 20  # mentions by their text; more are counted


class ForgetDialog(QDialog):
    """Nothing happens before the name stands in the field; then there is no way back."""

    def __init__(self, desk: Desk, member_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self._, self._id = desk, desk.catalog, member_id
        with desk.store.read() as session:
            (self._row,) = members.rows(session, [member_id], desk.today())
            self._mentions = erasing.mentions(session, member_id)
            everybody = members.find(session, desk.community_id, desk.today())
            self._remains = remains.of(session, member_id, remains.folders(desk.settings.memory))
        self._last = len(everybody) == 1 and everybody[0] == member_id.hex
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(desk.look.direction)
        self.setWindowTitle(self._("Erase for good"))
        self._lay_out()
        self._fit(parent)

    def forget(self) -> None:
        """Rows, mentions, Undo and older backups go; a sentence says that it is done, and others
        what remains to be done by hand."""
        _ = self._
        left = list(remains.sentences(self._remains, _))
        if not left:
            self.accept()
        forget(self.desk, [self._id], _("Erase for good"))
        if left:
            self._tell_what_remains(left)
        else:
            self.desk.toast(_(FORGOTTEN))

    # -- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self._
        whole = QVBoxLayout(self)
        self._question = QWidget()
        whole.addWidget(self._question)
        rows = QVBoxLayout(self._question)
        rows.setContentsMargins(*(look.px(14),) * 4)
        rows.setSpacing(look.px(12))
        rows.addWidget(Words(look, _("Erase {name} for good", name=self._row.name), "title"))
        self.told = self._tell()
        rows.addWidget(self.told, 1)
        self.name = LineEdit(look)
        self.name.textChanged.connect(self._check)
        ask = _("To confirm, write the name: {name}", name=self._row.name)
        rows.addWidget(Field(look, ask, self.name))
        rows.addLayout(self._buttons())

    def _fit(self, window: QWidget) -> None:
        """As tall as what it says; what has no room on the screen scrolls."""
        px = self.desk.look.px
        said = self.told.body.heightForWidth(px(WIDTH - 56))
        rest = self.sizeHint().height() - self.told.sizeHint().height()
        as_the_screen_allows(self, window, px(WIDTH), min(said + rest, px(MOST)))

    def _tell(self) -> ScrollPage:
        look, _ = self.desk.look, self._
        page = ScrollPage(look)
        page.body.setSpacing(look.px(6))
        for icon, sentence in self._sentences():
            page.add(Line(look, icon, Words(look, sentence)))
        for sentence in remains.sentences(self._remains, _):
            page.add(Line(look, "ph.warning", Words(look, sentence)))
        if n := len(self._mentions):
            title = _.plural("Named in {n} place", "Named in {n} places", n)
            page.add(_mentioned(look, _, title, self._mentions))
        if self._remains.texts:
            page.add(_mentioned(look, _, _("This stays as it is"), self._remains.texts))
        page.body.addStretch(1)
        return page

    def _tell_what_remains(self, sentences: list[str]) -> None:
        """It is done; what others hold, and what may be somebody else's, is for people to do."""
        look, _ = self.desk.look, self._
        self._question.hide()
        page = ScrollPage(look)
        page.add(Words(look, _(FORGOTTEN), "title"))
        for sentence in sentences:
            page.add(Line(look, "ph.warning", Words(look, sentence)))
        page.body.addStretch(1)
        close = Button(look, _("Close"))
        close.clicked.connect(self.accept)
        page.add(close)
        if layout := self.layout():
            layout.addWidget(page)
        close.setFocus()

    def _sentences(self) -> list[tuple[str, str]]:
        _ = self._
        told = [
            ("ph.user-minus", _("Their row goes from every community of this file, with attendance, roles and agreements; numbers of past meetings will be smaller by one.")),  # noqa: E501
            ("ph.text-aa", _("Where they are named in full, it will say: {words}. A first name alone stays.", words=_("a former member"))),  # noqa: E501
            ("ph.clock-counter-clockwise", _("Undo is emptied, the file is written anew, and the older backups on this computer are deleted. There is no way back.")),  # noqa: E501
            ("ph.git-branch", _(
                "They are erased from a co-leader's copy, too, when it is brought together "
                "with this one."
            )),
            ("ph.paper-plane-tilt", _("Papers, lists and packages that were handed on stay with those who have them.")),  # noqa: E501
        ]  # fmt: skip
        return [*self._special(self._row), *told]

    def _special(self, row: MemberRow) -> list[tuple[str, str]]:
        _ = self._
        found = []
        if Function.LEADER in row.functions:
            found.append(_("They lead the community. Name another leader, before or afterwards."))
        if self._last:
            found.append(_("They are the only member. The community stays, with nobody in it."))
        return [("ph.warning", it) for it in found]

    def _buttons(self) -> QHBoxLayout:
        look, _ = self.desk.look, self._
        row = QHBoxLayout()
        self.go = Button(look, _("Erase for good"), "ph.user-minus", "danger")
        self.go.setEnabled(False)
        self.go.clicked.connect(self.forget)
        leave = Button(look, _("Cancel"))
        leave.clicked.connect(self.reject)
        leave.setDefault(True)
        row.addWidget(self.go)
        row.addStretch(1)
        row.addWidget(leave)
        return row

    def _check(self, text: str) -> None:
        self.go.setEnabled(bool(text.strip()) and fold(text) == fold(self._row.name))


def _mentioned(look: Look, _: Catalog, title: str, mentions: tuple[Mention, ...]) -> Card:
    card = Card(look, title)
    for it in mentions[:SHOWN]:
        where = formats.dotted(_(KINDS[it.table][1]) if it.table in KINDS else "",
                               _(column_word(it.table, it.column)))  # fmt: skip
        card.add(Label(look, where, "caption"))
        card.add(Words(look, it.text, written=True))
    if (more := len(mentions) - SHOWN) > 0:
        card.add(Label(look, _.plural("and {n} more", "and {n} more", more), "muted"))
    return card
