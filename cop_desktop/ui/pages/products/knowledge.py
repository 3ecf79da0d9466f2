"""A search in everything we know: products, topics, decisions, stories, summaries."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.services import repertoire
from cop_desktop.services.repertoire import Hit, Known, Shelf
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.walking import follow, let_walk
from cop_desktop.ui.widgets import Button, Card, ListRow, ScrollPage, SearchBox, Words

from .marked import Marked

AT_ONCE = 15  # a row takes some three milliseconds, and one types meanwhile
KINDS = {  # icon, word, the place that shows it
    Known.PRODUCT: ("ph.package", N_("Product"), "products"),
    Known.STORY: ("ph.sparkle", N_("Story of value"), "needs"),
    Known.TOPIC: ("ph.chat-circle-text", N_("Topic"), "needs"),
    Known.DECISION: ("ph.check-square", N_("Decision"), "meetings"),
    Known.MEETING: ("ph.calendar-check", N_("Meeting"), "meetings"),
    Known.NOTE: ("ph.note", N_("Note of a meeting"), "meetings"),
    Known.CONCLUSION: ("ph.lightbulb", N_("Conclusion from feedback"), "meetings"),
    Known.ROUTINE: ("ph.repeat", N_("Routine"), "routines"),
    Known.ENTRY: ("ph.books", N_("Kept in the library"), "meetings"),
    Known.NEED: ("ph.question", N_("Need"), "needs"),
}


class HitRow(ListRow):
    """What was found, with its words marked."""

    def __init__(self, desk: Desk, hit: Hit) -> None:
        _, look, text = desk.catalog, desk.look, hit.text
        icon, kind, _place = KINDS[text.kind]
        day = formats.date_medium(text.on, _.language) if text.on else ""
        super().__init__(look, icon, text.title, formats.dotted(_(kind), day), tone="accent")
        self.hit = hit
        self.first.hide()
        self.title = Marked(look, text.title, hit.title_marks, "medium")
        self.excerpt = Marked(look, hit.excerpt, hit.excerpt_marks)
        self.words.insertWidget(0, self.title)
        self.words.addWidget(self.excerpt)
        self.excerpt.setVisible(bool(hit.excerpt))


class Knowledge(Card):
    """Read when first seen and after changes; searched as one types. `opened(place, id)`."""

    opened = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.shelf: Shelf | None = None
        self.rows: list[HitRow] = []
        self._most = AT_ONCE
        self.search = SearchBox(look, _("In everything we know"), round=False)
        self.search.textChanged.connect(self._begin)
        self.search.went_down.connect(self._into_the_list)
        self.told = Words(look, "", "muted")
        self.page = page = ScrollPage(look, look.px(14))
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(6))
        page.body.addLayout(self._list)
        self.more = Button(look, _("Show more answers"), "ph.caret-down", "quiet")
        self.more.clicked.connect(self._show_more)
        page.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addStretch(1)
        self.add(self.search)
        self.add(self.told)
        self.add(page, 1)

    def forget(self) -> None:
        """Something changed: read anew when it is looked at."""
        self.shelf = None
        if self.isVisible():
            self.look_up()

    def look_up(self) -> None:
        """Read what there is, and search it."""
        if self.shelf is None:
            with self.desk.store.read() as session:
                self.shelf = repertoire.shelf(session, self.desk.community_id)
        self._find()

    def _begin(self) -> None:
        self._most = AT_ONCE
        self._find()

    def _show_more(self) -> None:
        last = len(self.rows)
        self._most *= 3
        self._find()
        if last < len(self.rows):
            self.rows[last].setFocus()

    def _find(self) -> None:
        if self.shelf is None:
            return
        words = self.search.text().strip()
        hits = self.shelf.search(words, self._most + 1)
        empty(self._list)
        self.rows = [HitRow(self.desk, hit) for hit in hits[: self._most]]
        for row in self.rows:
            row.clicked.connect(lambda row=row: self._open(row.hit))
            self._list.addWidget(row)
            row.show()  # at once, not with the next event: the keyboard may go there
        let_walk(self.rows, self.page)
        follow(self.page, self.rows)
        self.more.setVisible(len(hits) > self._most)
        self.told.setText(self._words(words, len(hits)))

    def _words(self, words: str, count: int) -> str:
        _ = self.desk.catalog
        if not words:
            return _(
                "Products, topics, decisions, stories and summaries, by any of their words. "
                "What is private is not searched."
            )
        if not count:
            return _("Nothing we wrote answers “{words}”. Try another word.", words=words)
        if count > self._most:
            return _("The best {n} answers; another word narrows them.", n=self._most)
        return _.plural("{n} answer", "{n} answers", count)

    def _open(self, hit: Hit) -> None:
        key: UUID = hit.text.shown_at
        if hit.text.kind is Known.ENTRY:
            self.opened.emit("meetings", None)  # the library is there
        else:
            self.opened.emit(KINDS[hit.text.kind][2], key)

    def _into_the_list(self) -> None:
        if self.rows:
            self.rows[0].setFocus()
