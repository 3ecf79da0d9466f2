"""What stands around the text: margins, the head of the first page, running head, foot."""

from cop_desktop.export.document import Align, Document, Format
from cop_desktop.formats import dotted
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog

from . import marks
from .box import Box, Words
from .ink import (
    COMMUNITY,
    FORM_TITLE,
    HEAD_RULE,
    MM,
    ROW_RULE,
    SMALL,
    SUBTITLE,
    TITLE,
)  # fmt: skip
from .pen import Pen
from .press import Press


@frozen
class Sheet:
    """A size of paper with its margins, in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        return self.height - self.top - self.bottom


SHEETS = {
    Format.PORTRAIT: Sheet(210 * MM, 297 * MM, 20 * MM, 17 * MM, 18 * MM),
    Format.LANDSCAPE: Sheet(297 * MM, 210 * MM, 16 * MM, 15 * MM, 17 * MM),
    Format.CARDS: Sheet(210 * MM, 297 * MM, 0, 0, 0),
    Format.TENTS: Sheet(210 * MM, 297 * MM, 0, 0, 0),
}


_JOINT = " · "
BARE = frozenset({Format.CARDS, Format.TENTS})  # neither head nor foot: they are cut


class HeadBox(Box):
    """Community, title, kind of paper, over a strong rule; the mark at the far corner."""

    below = 12

    def __init__(self, document: Document, press: Press) -> None:
        head = document.head
        assert head
        self.lying = document.paper is Format.LANDSCAPE
        self.side = (11 if self.lying else 12) * MM
        title = FORM_TITLE if head.form or self.lying else TITLE
        self.title_size = press.style(title).size
        self.community = Words(press, head.community, COMMUNITY, most=2)
        room = self._text(SHEETS[document.paper].text_width)
        self.subtitle = Words(press, _in_rows(head.subtitle, press, room), SUBTITLE, most=5)
        self.title = Words(press, head.title, title, most=4)
        self.name = head.title

    def _beside(self, width: float) -> bool:
        """On lying paper the subtitle stands beside the title when it fits."""
        room = width - self.side - 6 * MM - self.title.natural() - 8
        return self.lying and len(self.title.passages) == 1 and self.subtitle.natural() < room

    def _rows(self, width: float) -> list[tuple[Words, float]]:
        """The words and the gap under each."""
        rows = [] if self.community.empty else [(self.community, 4.0)]
        alone = self.subtitle.empty or self._beside(width)
        rows.append((self.title, 8.0 if alone else 5.0))
        return rows if alone else [*rows, (self.subtitle, 8.0)]

    def _text(self, width: float) -> float:
        return width - self.side - 6 * MM

    def height(self, width: float) -> float:
        text = sum(words.height(self._text(width)) + gap for words, gap in self._rows(width))
        return max(text, self.side + 6) + HEAD_RULE.width

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        marks.community_mark(pen, x + width - self.side, y, self.side)
        top = y
        for words, gap in self._rows(width):
            words.draw(pen, x, top, self._text(width))
            if words is self.title and self._beside(width):
                start = self.title.natural() + 8
                down = self.title.ascent - self.subtitle.ascent
                self.subtitle.draw(pen, x + start, top + down, self._text(width) - start)
            top += words.height(self._text(width)) + gap
        pen.rule(x, y + self.height(width) - HEAD_RULE.width / 2, width, HEAD_RULE)


def _in_rows(text: str, press: Press, room: float) -> str:
    """A subtitle breaks between its parts, so that no date is torn; `room` is in points."""
    rows: list[str] = []
    for part in text.split(_JOINT):
        longer = f"{rows[-1]}{_JOINT}{part}" if rows else part
        if rows and press.width(longer, press.style(SUBTITLE)) <= room:
            rows[-1] = longer
        else:
            rows.append(part)
    return "\n".join(rows)


class Frame:
    """Running head and foot of every page."""

    def __init__(self, document: Document, press: Press, sheet: Sheet) -> None:
        self.sheet, self.press, self.foot = sheet, press, document.foot
        head = document.head
        community = head.running or head.community if head else ""
        self.community = Words(press, community, SMALL, most=1)
        called = dotted(document.watermark, document.foot.start or document.title)
        self.start = Words(press, called, SMALL, most=1)
        self.running = Words(press, called, SMALL, Align.END, most=1)
        self.privacy = Words(press, document.foot.privacy, SMALL, Align.CENTER, most=2)

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        """Page numbers count from one; the first page has no running head."""
        x, width = self.sheet.side, self.sheet.text_width
        if page > 1:
            y = self.sheet.top - 4 * MM
            half = width / 2 - 6
            self.community.draw(pen, x, y - 13, half)
            self.running.draw(pen, x + half + 12, y - 13, half)
            pen.rule(x, y, width, ROW_RULE)
        y = self.sheet.height - self.sheet.bottom + 5 * MM
        pen.rule(x, y, width, ROW_RULE)
        number = Words(self.press, _number(self.press.catalog, page, pages), SMALL, Align.END)
        aside = min(max(self.start.natural(), number.natural()), width * 0.36) + 12
        self.start.draw(pen, x, y + 4.5, aside - 11)
        number.draw(pen, x, y + 4.5, width)
        self.privacy.draw(pen, x + aside, y + 4.5, width - 2 * aside)


def _number(_: Catalog, page: int, pages: int) -> str:
    return _("Page {page} of {pages}", page=page, pages=pages)
