"""What changed between two versions: new words underlined, gone ones struck, both named."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.formats import isolate
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import Benefit, Norm
from cop_desktop.services.charter_versions import Hours, PartChange, Piece, Sort
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Card, Hairline, Label, Words
from cop_desktop.ui.widgets.labels import dress

from .words import title


class DifferencesCard(Card):
    """Part by part; told to a screen reader as what is new and what is gone."""

    def __init__(self, look: Look, catalog: Catalog) -> None:
        super().__init__(look, " ")
        self._ = catalog
        legend = (Piece(catalog("New words"), Sort.ADDED), Piece("  ", Sort.SAME),
                  Piece(catalog("removed words"), Sort.REMOVED))  # fmt: skip
        self.legend = Marked(look, catalog, legend)
        self.add(self.legend)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(look.px(8))
        self.body.addLayout(self._parts)

    def show_changes(self, heading: str, changes: Sequence[PartChange]) -> None:
        self.title.setText(heading)
        self.legend.setVisible(bool(changes))
        empty(self._parts)
        if not changes:
            same = self._("Nothing differs from the version before.")
            self._parts.addWidget(Words(self.look, same, "muted"))
        for change in changes:
            if self._parts.count():
                self._parts.addWidget(Hairline())
            self._parts.addWidget(self._part(change))

    def _part(self, change: PartChange) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.look.px(2))
        rows.addWidget(Label(self.look, title(change.part, self._), "strong"))
        for pieces in told(change, self._):
            rows.addWidget(Marked(self.look, self._, pieces))
        return box


class Marked(QLabel):
    """A text with what is new underlined on a tint and what is gone struck through."""

    def __init__(self, look: Look, catalog: Catalog, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(look.px(64))
        dress(self, look, "body")
        way, side = ("rtl", "right") if look.rtl else ("ltr", "left")
        inside = "".join(_html(piece, look) for piece in _apart(pieces))
        lines = "<br>".join(isolate(line) for line in inside.split("\n"))
        self.setText(f'<p dir="{way}" align="{side}" style="margin: 0">{lines}</p>')
        self.setAccessibleName(_spoken(pieces, catalog))


def told(change: PartChange, _: Catalog) -> Iterator[tuple[Piece, ...]]:
    """Everything that a part changed, a line each."""
    if change.pieces:
        yield change.pieces
    for item in change.removed:
        yield (Piece(_sentence(item, _), Sort.REMOVED),)
    for item in change.added:
        yield (Piece(_sentence(item, _), Sort.ADDED),)
    if change.hours:
        yield _swapped(*(_range(hours, _) for hours in change.hours))
    if change.approver:
        yield _swapped(*change.approver)


def _swapped(before: str, after: str) -> tuple[Piece, ...]:
    pieces = (Piece(before, Sort.REMOVED), Piece(after, Sort.ADDED))
    return tuple(piece for piece in pieces if piece.text)


def _range(hours: Hours, _: Catalog) -> str:
    return formats.time_range(*hours, _.language) if hours else ""


def _sentence(item: Benefit | Norm, _: Catalog) -> str:
    texts = method(_.language)
    return texts.norm(item) if isinstance(item, Norm) else texts.benefit(item)


def _html(piece: Piece, look: Look) -> str:
    text, t = escape(piece.text), look.theme
    style = {
        Sort.ADDED: f"text-decoration: underline; background-color: {t.accent_soft};"
        f" color: {t.accent};",
        Sort.REMOVED: f"text-decoration: line-through; color: {t.muted};",
    }.get(piece.sort)
    if style is None:
        return text
    # a span that ran over a line's end would be torn by the isolates round each line
    return "\n".join(f'<span style="{style}">{line}</span>' if line else "" for line in
                     text.split("\n"))  # fmt: skip


def _apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """With a blank between a word that is gone and the one in its place."""
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if before and before.sort is Sort.REMOVED and piece.sort is Sort.ADDED:
            yield Piece(" ", Sort.SAME)
        yield piece


def _spoken(pieces: Sequence[Piece], _: Catalog) -> str:
    """`New: …` and `Gone: …` for whoever hears it."""
    new, gone = (
        " ".join(it.text.strip() for it in pieces if it.sort is sort)
        for sort in (Sort.ADDED, Sort.REMOVED)
    )
    said = (_("New: {words}", words=new) if new else "", _("Removed: {words}", words=gone) if gone
            else "")  # fmt: skip
    return formats.dotted(*said)
