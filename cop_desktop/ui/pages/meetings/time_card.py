"""The whole time of a meeting: a bar, what is free or too much, and how it is shared."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.services.agendas import Block
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import AgendaBar, BarBlock, BarData
from cop_desktop.ui.widgets import Card, Label

from .words import balance, by_kind, lengths


class TimeCard(Card):
    """Amber where the agenda runs over; minutes by kind stand in the tooltip of the sum."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look = desk.look
        self.bar = AgendaBar(look, desk.catalog("The agenda as a bar"))
        self.balance = Label(look, "", "strong")
        self.shares = Label(look, "", "caption", elide=True)
        self.body.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        self.body.setSpacing(look.px(4))
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(self.balance)
        line.addWidget(self.shares, 1)
        self.body.addLayout(line)
        self.add(self.bar)

    def show_agenda(self, row: MeetingRow, blocks: Sequence[Block]) -> None:
        _ = self.desk.catalog
        self.bar.show_data(self._data(row, blocks))
        words, over = balance(sum(block.minutes for block in blocks), row.minutes, _)
        self.balance.setText(words)
        self.balance.set_kind("strong")
        if over:
            amber = self.desk.look.theme.amber
            self.balance.setStyleSheet(self.balance.styleSheet() + f"color: {amber};")
        self.shares.setText(lengths(blocks, _))
        told = [
            f"{content(_.language).word(kind)}: {formats.duration_short(minutes, _.language)}"
            for kind, minutes in by_kind(blocks).items()
        ]
        self.shares.setAccessibleDescription("; ".join(told))
        self.balance.setToolTip("\n".join(told))

    def _data(self, row: MeetingRow, blocks: Sequence[Block]) -> BarData:
        ends = blocks[-1].ends_at if blocks else row.starts_at
        told = tuple(self._block(block) for block in blocks)
        return BarData(told, formats.clock(ends.time()), None, row.minutes)

    def _block(self, block: Block) -> BarBlock:
        language = self.desk.catalog.language
        words, start = content(language), formats.clock(block.starts_at.time())
        length = formats.duration_short(block.minutes, language)
        told = formats.dotted(start, block.title, words.word(block.kind), block.leader, length)
        short = words.short(block.kind)
        return BarBlock(block.id, block.kind, block.title, block.minutes, start, short, told)
