"""What every block needs on its way to paper: fonts, direction, words, and how tight to set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cop_desktop.export.document import Block, Text
from cop_desktop.export.text.bidi import base_of, first_strong
from cop_desktop.export.text.clean import clean
from cop_desktop.export.text.lines import Ink, Line, Passage
from cop_desktop.export.writing import Watch
from cop_desktop.i18n import Catalog

from .box import Box
from .fonts import FontBook
from .ink import Style

Maker = Callable[[Block, "Press"], Box]
_ARABIC_GAP = 1.5  # Arabic letters reach higher and lower


@dataclass(slots=True)
class Press:
    """The setting of one document; `tight` grows while a sheet is being fitted to its page."""

    catalog: Catalog
    rtl: bool
    fonts: FontBook
    make: Maker
    watch: Watch = field(default_factory=Watch)
    tight: int = 0
    first_room: float = 0  # points free on the first page of the sheet
    next_room: float = 0  # and on the pages after it
    tail: float = 0  # height of what follows a sign-in list
    set_texts: dict[tuple[Text, Style, bool], list[Passage]] = field(default_factory=dict)

    def boxes(self, blocks: Sequence[Block]) -> list[Box]:
        return [self.make(block, self) for block in blocks]

    def style(self, style: Style) -> Style:
        """A style as this language needs it."""
        if self.fonts.chain[0] != "Plex":
            return style
        if style.size >= 22:
            return style.but(size=style.size - 2)
        return style.but(
            size=max(style.size, 9.0) if style.size > 8.5 else style.size,
            leading=style.leading + _ARABIC_GAP,
        )

    def passages(self, text: Text, style: Style, foreign: bool = False) -> list[Passage]:
        """The paragraphs of a text, cleaned, with levels and fonts; remembered."""
        key = (text, style, foreign)
        self.watch("" if key in self.set_texts else _beginning(text))
        if key not in self.set_texts:
            self.set_texts[key] = self._set(text, style, foreign)
        return self.set_texts[key]

    def _set(self, text: Text, style: Style, foreign: bool) -> list[Passage]:
        pieces = (text,) if isinstance(text, str) else text
        paragraphs: list[list[tuple[str, Ink]]] = [[]]
        for piece in pieces:
            words, look = (piece, None) if isinstance(piece, str) else (piece.text, piece.look)
            for i, part in enumerate(clean(words).split("\n")):
                if i:
                    paragraphs.append([])
                paragraphs[-1].append((self.fonts.legible(part), style.looking(look)))
        return [self._passage(spans, foreign) for spans in paragraphs]

    def _passage(self, spans: list[tuple[str, Ink]], foreign: bool) -> Passage:
        text = "".join(words for words, _ in spans)
        base = first_strong(text, 0) if foreign else base_of(text, int(self.rtl))
        return Passage(spans, base, self.fonts)

    def line(self, text: Text, style: Style) -> list[Line]:
        """The text on one line each paragraph, however long."""
        return [line for p in self.passages(text, style) for line in p.lines(1e9)]

    def width(self, text: Text, style: Style) -> float:
        return max((line.width for line in self.line(text, style)), default=0.0)


def _beginning(text: Text) -> str:
    """What an error calls a text."""
    pieces = (text,) if isinstance(text, str) else text
    words = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    return clean(words[:200]).strip()[:40]
