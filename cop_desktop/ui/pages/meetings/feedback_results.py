"""What the forms of a meeting say together: pictures of answers, and the open answers in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.feedback import HIGH, OPEN, SCALE, Rated, Results
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.drawing import Room, plate, write
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, Look, mix
from cop_desktop.ui.widgets import Card, Label, Words


class RatedPicture(QWidget):
    """A row a statement: five columns as tall as they were chosen often, each with its number.

    Readable without colour: the digit below says which answer, the number above how many.
    """

    def __init__(self, look: Look, statements: dict[str, str], _: Catalog) -> None:
        super().__init__()
        self.look, self._statements, self._ = look, statements, _
        self.rows: Sequence[Rated] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("How the statements were rated"))

    def show_rows(self, rows: Sequence[Rated]) -> None:
        self.rows = rows
        self.setAccessibleDescription(self.as_text())
        self.updateGeometry()
        self.update()

    def as_text(self) -> str:
        """The picture in sentences."""
        return " ".join(
            f"{self._statements[row.key]}: {', '.join(self.told(row))}." for row in self.rows
        )

    def told(self, row: Rated) -> tuple[str, ...]:
        """What can be said of a statement in numbers: how many agree, and the mean."""
        _, share, mean = self._, row.share, row.mean
        if share is None or mean is None:
            return (_.plural("{n} answer: too few for numbers", "{n} answers: too few for numbers",
                             row.n),)  # fmt: skip
        high = _("{high} of {n} answered 4 or 5 ({share})", high=row.high, n=row.n,
                 share=formats.percent(share, _.language))  # fmt: skip
        return high, _("mean {mean}", mean=formats.number(mean, _.language, decimals=1))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(420), len(self.rows) * self._tall)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(300), self.sizeHint().height())

    @property
    def _tall(self) -> int:
        return self.look.line() + 3 * self.look.line(CAPTION) + self.look.px(22)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, row in enumerate(self.rows):
            box = QRectF(0, place * self._tall, self.width(), self._tall)
            self._paint_row(painter, box.adjusted(0, 0, 0, -self.look.px(12)), row)

    def _paint_row(self, painter: QPainter, box: QRectF, row: Rated) -> None:
        """The statement over the whole width; below it the words, and at their end the columns."""
        look = self.look
        head = QRectF(box.left(), box.top(), box.width(), look.line())
        write(painter, look, head, self._statements[row.key], BODY, MEDIUM)
        room = Room(box.adjusted(0, head.height() + look.px(2), 0, 0), look.rtl)
        columns = Room(room.end(5 * look.px(30)), look.rtl)
        line = QRectF(room.rest)
        line.setHeight(look.line(CAPTION))
        for told in self.told(row):
            write(painter, look, line, told, CAPTION, colour=look.theme.muted)
            line.translate(0, look.line(CAPTION))
        if row.enough:
            for rating, count in zip(SCALE, row.counts, strict=True):
                self._paint_column(painter, columns.start(look.px(30)), rating, count, row)

    def _paint_column(
        self, painter: QPainter, box: QRectF, rating: int, count: int, row: Rated
    ) -> None:
        look, t = self.look, self.look.theme
        line = look.line(CAPTION)
        foot = QRectF(box.left(), box.bottom() - line, box.width(), line)
        most = max(row.counts)
        room = box.height() - 2 * line
        tall = max(room * count / most, look.px(2))
        bar = QRectF(box.left() + 3, foot.top() - tall, box.width() - 6, tall)
        colour = t.accent if rating >= HIGH else mix(t.surface, t.muted, 0.55)
        plate(painter, bar, colour if count else t.line, None, 0, 2)
        above = QRectF(box.left(), bar.top() - line, box.width(), line)
        if count:
            write(painter, look, above, str(count), CAPTION, BOLD, align="centre")
        write(painter, look, foot, str(rating), CAPTION, colour=t.muted, align="centre")


class FeedbackResults(Card):
    """Under five forms there is a sentence where the numbers would stand."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("What it showed"), caption=" ")
        self.desk = desk
        self._text = content(_.language).feedback()
        self.none = Words(look, _("No forms yet. Type them in from paper, or paste the answers of "
                                  "a form service."), "muted")  # fmt: skip
        self.few = Words(look, self._text.few, "muted")
        self.picture = RatedPicture(look, self._text.statements, _)
        self.open = QWidget()
        self._open = QVBoxLayout(self.open)
        self._open.setContentsMargins(0, 0, 0, 0)
        self._open.setSpacing(look.px(4))
        for part in (self.none, self.few, self.picture, self.open):
            self.add(part)
        self.body.addStretch(1)

    def show_results(self, results: Results) -> None:
        _ = self.desk.catalog
        self.caption.setText(_.plural("{n} form", "{n} forms", results.n) if results.n else "")
        self.none.setVisible(not results.n)
        self.few.setVisible(bool(results.n) and not results.enough)
        self.picture.setVisible(results.enough)
        self.picture.show_rows(results.statements if results.enough else ())
        self._show_answers(results)

    def _show_answers(self, results: Results) -> None:
        empty(self._open)
        look = self.desk.look
        for name in OPEN:
            answers: tuple[str, ...] = getattr(results, name)
            if answers:
                self._open.addSpacing(look.px(6))
                self._open.addWidget(Label(look, getattr(self._text, name), "strong", elide=True))
            for answer in answers:
                self._open.addWidget(Words(look, f"• {answer}", written=True))
