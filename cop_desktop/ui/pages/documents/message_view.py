"""A message to send: seen as it will read, copied, saved as a mail, or begun in one's own program.

Nothing is sent from here.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cop_desktop.export import calendar, mail, messages
from cop_desktop.export.messages import Kind, Message
from cop_desktop.export.subject import Subject, coming, gone_by
from cop_desktop.i18n import N_, catalog
from cop_desktop.services import addressees
from cop_desktop.services.addressees import Addressees, Who
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.saving import ask_where, save_in_worker
from cop_desktop.ui.ways_out import WaysOut
from cop_desktop.ui.widgets import Button, Label, Line, Words

MEANT = {
    Who.EVERYBODY: N_("To everyone"),
    Who.ABSENT: N_("To those absent"),
    Who.UNANSWERED: N_("To those who did not answer"),
}
OFFERED = {False: (Who.EVERYBODY, Who.UNANSWERED), True: (Who.ABSENT, Who.EVERYBODY)}


class MessageView(QWidget):
    """Shows one message; `above` has room for a choice of the meeting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self._ = desk, desk.catalog
        self.language = desk.catalog.language
        self.kind: Kind | None = None
        self.message: Message | None = None
        self.links: tuple[str, ...] = ()
        self._who = Who.EVERYBODY
        self._build()

    def show_message(self, kind: Kind, subject: Subject) -> None:
        """Read what the file holds now, and show the message as a telephone will."""
        self._subject = subject
        if kind is not self.kind:
            self._who = OFFERED[kind.looks_back][0]
        self.kind = kind
        with self.desk.store.read() as session:
            self.message = kind.make(session, subject, catalog(self.language))
            find = gone_by if kind.looks_back else coming
            told = addressees.of(session, find(session, subject), self._who)
        self.title.setText(self._(kind.title))
        self.saves[".ics"].setVisible(not kind.looks_back)
        self._show_text(self.message)
        self._offer_readers(kind)
        self._offer_mails(told, self.message.title)

    def copy(self) -> None:
        """The text, for the clipboard of the system."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.desk.toast(self._("The message was copied. Paste it into the group."))

    def save(self, suffix: str) -> None:
        if self.message and (path := ask_where(self, self.desk, self.message.title, suffix)):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the message in the format of the suffix."""
        message = self.message
        if message is None:
            return
        write = self._calendar() if path.suffix == ".ics" else partial(messages.write, message)
        save_in_worker(self.desk, path, lambda _progress: write(path))

    def _calendar(self) -> Callable[[Path], None]:
        """The meeting for calendars; the file notes that they hear of it."""
        with self.desk.store.write(self._(calendar.TELLING)) as session:
            only = replace(self._subject, meeting_id=coming(session, self._subject))
            year = calendar.gather(session, only, tell=True)
        return lambda path: calendar.write(year, path, catalog(self.language))

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self._
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        self.title = Label(look, "", "title", elide=True)
        self.count = Label(look, "", "caption")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        self.above = QVBoxLayout()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("The message"))
        self.text.setFont(look.font())
        rows.addLayout(head)
        rows.addLayout(self.above)
        rows.addWidget(self._deeds())
        rows.addWidget(self._readers())
        rows.addWidget(self.text, 1)

    def _deeds(self) -> QWidget:
        look, _ = self.desk.look, self._
        self.copying = Button(look, _("Copy for WhatsApp"), "ph.copy", "primary")
        self.copying.clicked.connect(self.copy)
        self.saves = {
            ".eml": Button(look, _("Save as an e-mail"), "ph.envelope-simple"),
            ".txt": Button(look, _("Save as text"), "ph.file-text"),
            ".ics": Button(look, _("Save for the calendar"), "ph.calendar-plus"),
        }
        ways = WaysOut(look, self.copying, self.saves, self.language)
        ways.saved.connect(self.save)
        ways.spoken.connect(self._speak)
        self.chips = ways.chips
        return ways

    def _readers(self) -> QWidget:
        """Whom a mail is begun to, and a button for each as long as links may be."""
        look = self.desk.look
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        self._meant = Flow(holder := QWidget(), look.px(8))
        self._one_reader = OneOf(look, self._meant)
        self._one_reader.chosen.connect(self._choose_readers)
        self.told = Words(look, "", "muted")
        rows.addWidget(holder)
        rows.addWidget(Line(look, "ph.info", self.told))
        return box

    # -- filling -------------------------------------------------------------------------

    def _show_text(self, message: Message) -> None:
        text = messages.telephone(message)
        self._turn(message.rtl)
        self.text.setPlainText(text)
        self.count.setText(self._.plural("{n} character", "{n} characters", len(text)))

    def _turn(self, rtl: bool) -> None:
        """From the side its language is read from, whatever the window's."""
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option = self.text.document().defaultTextOption()
        ways = Qt.LayoutDirection
        option.setTextDirection(ways.RightToLeft if rtl else ways.LeftToRight)
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.text.document().setDefaultTextOption(option)

    def _offer_readers(self, kind: Kind) -> None:
        self._meant.empty()
        names = {who: self._(MEANT[who]) for who in OFFERED[kind.looks_back]}
        self._one_reader.offer(names, self._who)
        self.readers = self._one_reader.chips

    def _offer_mails(self, told: Addressees, subject: str) -> None:
        """Beside the readers they are for."""
        _ = self._
        self.links = mail.links(told.addresses, subject)
        self.mails: list[Button] = []
        for number, link in enumerate(self.links, start=1):
            words = _("Start an e-mail")
            if len(self.links) > 1:
                words = _("Start an e-mail, {n} of {all}", n=number, all=len(self.links))
            button = Button(self.desk.look, words, "ph.paper-plane-tilt")
            button.clicked.connect(partial(self._begin, link))
            self._meant.add(button)
            self.mails.append(button)
        n = len(told.addresses)
        lines = [
            _.plural(
                "{n} address, hidden from the others", "{n} addresses, hidden from each other", n
            )
        ]
        if told.without:
            without = told.without
            lines.append(
                _.plural("{n} member has no address", "{n} members have no address", without)
            )
        lines.append(_("Nothing is sent from here"))
        self.told.setText(". ".join(lines))

    def _begin(self, link: str, _checked: bool = False) -> None:
        """The text waits on the clipboard: links are too short for it."""
        QGuiApplication.clipboard().setText(messages.plain(self.message) if self.message else "")
        QDesktopServices.openUrl(QUrl(link))
        self.desk.toast(self._("The text was copied. Paste it into the e-mail."))

    def _choose_readers(self, who: Who) -> None:
        self._who = who
        if self.kind:
            self.show_message(self.kind, self._subject)

    def _speak(self, language: str) -> None:
        self.language = language
        if self.kind:
            self.show_message(self.kind, self._subject)
