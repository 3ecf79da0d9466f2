"""What can be made, in three lists: to print, for readers outside, and as files."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cop_desktop.export.messages import MESSAGES
from cop_desktop.export.papers import PAPERS, Moment
from cop_desktop.i18n import N_
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.walking import let_walk
from cop_desktop.ui.widgets import Button, Card, Label, ListRow, ScrollPage

from .outputs import OUTPUTS

WIDTH, LEAST, NARROW = 300, 256, 220  # px at 100 %; in a small window; where text is large
SMALL = 900  # px at 100 %: a page that is no wider has little room beside the list
MOMENTS = {
    Moment.BEFORE: N_("Before a meeting"),
    Moment.DAY: N_("On the day"),
    Moment.AFTER: N_("After a meeting"),
    Moment.YEAR: N_("The year"),
}
LOOKS = {  # of each paper: its icon, and why one wants it
    "handout": ("ph.file-text", N_("Two pages for each participant")),
    "run-sheet": ("ph.clipboard-text", N_("Times, methods and questions, for you")),
    "newcomers": ("ph.hand-waving", N_("Who we are and what was decided")),
    "sign-in": ("ph.pen-nib", N_("Names, and room to sign")),
    "feedback-form": ("ph.star", N_("One page, without a name")),
    "role-cards": ("ph.cards", N_("Eight to a sheet, to cut out")),
    "name-tents": ("ph.identification-card", N_("To fold and place in front of each person")),
    "minutes": ("ph.note-pencil", N_("What was said and decided")),
    "digest": ("ph.newspaper", N_("Half a page for those absent")),
    "charter": ("ph.handshake", N_("What we agreed on, in two pages")),
    "norms": ("ph.shield-check", N_("One page to hang or to hand out")),
    "work-plan": ("ph.path", N_("Goals, months and activities")),
    "self-check": ("ph.heart", N_("What carries us, what may endanger us")),
    "succession": ("ph.book-open", N_("What was, where it is and what is open, for the next")),
    "summary": ("ph.circles-three", N_("One page for readers outside")),
    "notice": ("ph.info", N_("Which details are kept, and who may see them")),
    "export-log": ("ph.list-bullets", N_("What left, when and for whom")),
}
SENDING = {  # messages: when, icon, and why one wants it
    "send-invitation": (Moment.BEFORE, "ph.chat-text", N_("For WhatsApp and e-mail")),
    "send-digest": (Moment.AFTER, "ph.chat-text", N_("For WhatsApp and e-mail")),
}
OUTSIDE = "outside"  # the key of what leaves for the ministry
SENT = {f"send-{kind.key}": kind for kind in MESSAGES.values()}
ABROAD = {  # papers that belong to what leaves, and for whom they are
    "summary": N_("For readers outside"),
    "notice": N_("For the members"),
    "export-log": N_("For yourself"),
}
PRINT, OUT, FILES = "print", "out", "files"
SECTIONS = {PRINT: N_("To print"), OUT: N_("Outside"), FILES: N_("As files")}


class PaperList(Card):
    """`chosen(key)`; the section of what is chosen is open."""

    chosen = Signal(str)
    pack_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.rows: dict[str, ListRow] = {}
        self._section: dict[str, str] = {}  # by the key of a row
        self._marked = ""
        look, _ = desk.look, desk.catalog
        box = QWidget()
        self.sections = OneOf(look, Flow(box, look.px(6)))
        self.sections.offer({key: _(title) for key, title in SECTIONS.items()}, PRINT)
        self.sections.chosen.connect(self.open)
        self.packing = Button(look, _("Print the pack"), "ph.package")
        self.packing.clicked.connect(self.pack_asked)
        self._stack = Stack()
        self._pages = {key: self._page(key) for key in SECTIONS}
        self.add(box)
        self.add(self._stack, 1)
        self.give_way(look.px(SMALL))

    def open(self, section: str) -> None:
        """Show another list; what is chosen stays chosen."""
        self.sections.mark(section)
        self._stack.setCurrentWidget(self._pages[section])

    def mark(self, key: str) -> None:
        """Show which one is chosen, in its list; when the page is read anew, none is turned."""
        for other, row in self.rows.items():
            row.choose(other == key)
        if key != self._marked:
            self._marked = key
            self.open(self._section[key])

    def give_way(self, room: int) -> None:
        """Narrower where the page is, so that what is chosen can be read."""
        look = self.desk.look
        wide = LEAST if room < look.px(SMALL) else WIDTH
        self.setFixedWidth(look.px(NARROW if look.roomy else wide))

    # -- building ------------------------------------------------------------------------

    def _page(self, section: str) -> ScrollPage:
        look, _ = self.desk.look, self.desk.catalog
        page = ScrollPage(look, look.px(8))
        page.body.setSpacing(look.px(6))
        if section == PRINT:
            page.add(self.packing)
        before = ""
        rows = []
        for title, key, *told in _LISTS[section]():
            if title != before:
                page.add(Label(look, _(title), "caption"))
            before = title
            page.add(row := self._row(key, *told))
            self._section[key] = section
            rows.append(row)
        page.body.addStretch(1)
        let_walk(rows, page)
        self._stack.addWidget(page)
        return page

    def _row(self, key: str, title: str, icon: str, why: str) -> ListRow:
        _ = self.desk.catalog
        row = ListRow(self.desk.look, icon, _(title), _(why))
        row.clicked.connect(partial(self.chosen.emit, key))
        self.rows[key] = row
        return row


Told = tuple[str, str, str, str, str]  # caption, key, title, icon, why


def _to_print() -> Iterator[Told]:
    for moment, caption in MOMENTS.items():
        for paper in PAPERS.values():
            if paper.moment is moment and paper.key not in ABROAD:
                yield (caption, paper.key, paper.title, *LOOKS[paper.key])
        for key, (when, icon, why) in SENDING.items():
            if when is moment:
                yield caption, key, SENT[key].title, icon, why


def _outside() -> Iterator[Told]:
    why = N_("Figures without names, seen before they leave")
    yield N_("For readers outside"), OUTSIDE, N_("To the ministry"), "ph.export", why
    for key, caption in ABROAD.items():
        yield (caption, key, PAPERS[key].title, *LOOKS[key])


def _as_files() -> Iterator[Told]:
    for it in OUTPUTS.values():
        yield N_("For other programs"), it.key, it.title, it.icon, it.why


_LISTS = {PRINT: _to_print, OUT: _outside, FILES: _as_files}
