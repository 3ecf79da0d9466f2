"""What a card of the library holds: purpose, course, questions; or the blocks of a meeting."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import AgendaPart, BlockKind, LibraryKind
from cop_desktop.services import library
from cop_desktop.services.library import Card, Plan
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import AgendaBar, BarBlock, BarData
from cop_desktop.ui.widgets import Button, Chip, IconTile, Label, ScrollPage, Words

from .shelf_list import card_icon, card_length

DAY = datetime(2000, 1, 1)  # any


class CardPage(ScrollPage):
    """`asked("take")` for the button."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        px = desk.look.px
        self.body.setContentsMargins(px(20), 0, px(20), 0)
        self.inside = QWidget()
        self.add(self.inside)
        self.body.addStretch(1)
        self.card: Card | None = None

    def show_card(self, card: Card) -> None:
        """Read it, in the language of the window."""
        self.card = card
        old, self.inside = self.inside, QWidget()
        rows = QVBoxLayout(self.inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.desk.look.px(8))
        try:
            with self.desk.store.read() as session:
                plan = library.opened(session, card.key, self.desk.catalog.language)
        except UserError as problem:
            rows.addWidget(Words(self.desk.look, self.desk.catalog.error(problem), "muted"))
        else:
            self._fill(rows, card, plan)
        self.body.replaceWidget(old, self.inside)
        old.hide()
        old.deleteLater()

    def _fill(self, rows: QVBoxLayout, card: Card, plan: Plan) -> None:
        look, _ = self.desk.look, self.desk.catalog
        rows.addLayout(self._head(card))
        if card.about:
            rows.addWidget(Words(look, card.about, written=True))
        whole = card.kind == LibraryKind.TEMPLATE
        words = _("Start from this meeting") if whole else _("Add to the agenda")
        self.take = Button(look, words, "ph.plus", "primary")
        self.take.clicked.connect(lambda: self.asked.emit("take_card"))
        line = QHBoxLayout()
        line.addWidget(self.take)
        line.addStretch(1)
        rows.addLayout(line)
        (self._meeting if whole else self._block)(rows, plan)

    def _head(self, card: Card) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        colour = look.theme.kinds[card.block] if card.block else ""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(look, card.title, "title"))
        people = (
            _("{least} to {most} people", least=card.people[0], most=card.people[1])
            if card.people
            else ""
        )
        kind = content(_.language).word(card.block or card.meeting or BlockKind.DISCUSSION)
        facts = formats.dotted(kind, card_length(card, _), people)
        words.addWidget(Label(look, facts, "caption", elide=True))
        head = QHBoxLayout()
        head.setSpacing(look.px(10))
        head.addWidget(IconTile(look, card_icon(card), "accent", colour, size=36))
        head.addLayout(words, 1)
        if card.own:
            head.addWidget(Chip(look, _("Ours"), "ph.bookmark-simple", "accent"))
        return head

    def _block(self, rows: QVBoxLayout, plan: Plan) -> None:
        row = plan.rows[0]
        named = (
            ("method", N_("How it runs")), ("questions", N_("Questions")),
            ("materials", N_("Materials")), ("outcome", N_("Outcome")),
            ("notes", N_("For the one who leads")),
        )  # fmt: skip
        for name, title in named:
            self._text(rows, self.desk.catalog(title), str(row.get(name) or ""))

    def _text(self, rows: QVBoxLayout, title: str, text: str) -> None:
        if text:
            rows.addWidget(Label(self.desk.look, title, "caption"))
            for line in text.splitlines():
                rows.addWidget(Words(self.desk.look, line, written=True))

    def _meeting(self, rows: QVBoxLayout, plan: Plan) -> None:
        look, _ = self.desk.look, self.desk.catalog
        for day in range(max(1, len(plan.starts))):
            data = bar_of(plan, day, self.desk)
            bar = AgendaBar(look, _("The agenda as a bar"))
            bar.low = True
            bar.show_data(data)
            rows.addWidget(bar)
            for block in data.blocks:
                rows.addWidget(Label(look, formats.dotted(block.start, block.title), elide=True))
        for part, title in ((AgendaPart.BEFORE, N_("Before the meeting")),
                            (AgendaPart.AFTER, N_("After the meeting"))):  # fmt: skip
            todo = [str(row["title"]) for row in plan.rows if row.get("part") == part]
            self._text(rows, _(title), "\n".join(todo))


def bar_of(plan: Plan, day: int, desk: Desk) -> BarData:
    """A day of a template, as its bar."""
    _ = desk.catalog
    start = datetime.combine(DAY, plan.starts[day] if plan.starts else time(9))
    clock, told = start, []
    for row in plan.rows:
        if (row.get("part") or AgendaPart.MEETING) != AgendaPart.MEETING:
            continue
        if int(row.get("day") or 0) != day:
            continue
        if pinned := row.get("pinned_at"):
            hour = time.fromisoformat(pinned) if isinstance(pinned, str) else pinned
            clock = datetime.combine(start, hour)
        minutes = length_of(row)
        at = (clock - start) // timedelta(minutes=1)
        told.append(_bar_block(row, minutes, clock, at, desk))
        clock += timedelta(minutes=minutes)
    invited = plan.minutes[day] if plan.minutes else 0
    name = _("Day {n}", n=day + 1) if len(plan.starts) > 1 else ""
    return BarData(tuple(told), formats.clock(clock.time()), None, invited, name)


def length_of(row: dict[str, object]) -> int:
    """The minutes of a row; of parallel work those of its longest track."""
    tracks = row.get("tracks")
    told = [_sum(track["blocks"]) for track in tracks] if isinstance(tracks, list) else []
    return max(told, default=0) or int(str(row.get("minutes") or 0))


def _sum(rows: Sequence[dict[str, object]]) -> int:
    return sum(int(str(row.get("minutes") or 0)) for row in rows)


def _bar_block(
    row: dict[str, object], minutes: int, clock: datetime, at: int, desk: Desk
) -> BarBlock:
    words = content(desk.catalog.language)
    kind, title = BlockKind(str(row.get("kind") or BlockKind.DISCUSSION)), str(row["title"])
    start = formats.clock(clock.time())
    told = formats.dotted(start, title, formats.duration_short(minutes, desk.catalog.language))
    return BarBlock((title, at), kind, title, minutes, start, words.short(kind), told, at)
