"""Words of which some are marked: those that a search found."""

from collections.abc import Sequence
from html import escape

from cop_desktop.services.word_search import Span
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Words


class Marked(Words):
    """A paragraph in its own direction; marks are on a tint and bold, so not by colour alone."""

    def __init__(self, look: Look, text: str, marks: Sequence[Span], kind: str = "body") -> None:
        self._marks = marks
        super().__init__(look, text, kind, written=True)

    def as_html(self, text: str) -> str:
        tint = self.look.theme.accent_soft
        opened = f'<span style="font-weight: 700; background-color: {tint};">'
        told, at = "", 0
        for start, end in self._marks:
            told += escape(text[at:start]) + opened + escape(text[start:end]) + "</span>"
            at = end
        return told + escape(text[at:])
