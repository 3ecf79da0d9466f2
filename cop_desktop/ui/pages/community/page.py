"""The community's page: who we are and who leads; and beside it, the way through the stages."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.services import stages
from cop_desktop.services.stages import StagePath
from cop_desktop.ui.desk import MARGIN, Desk, Page
from cop_desktop.ui.life_arc import arc_data
from cop_desktop.ui.pictures import StageArc
from cop_desktop.ui.walking import follow
from cop_desktop.ui.widgets import Button, Card, EmptyState, PageHead, ScrollPage, Tabs

from .dimensions_card import DimensionsCard
from .fits_card import FitsCard
from .history_card import HistoryCard
from .identity import IdentityCard
from .leading import FunctionsCard
from .maturity_card import MaturityCard
from .observances import ObservancesCard
from .reading import portrait
from .record import RecordCard
from .signs_card import SignsCard
from .stage_card import StageCard
from .turning_card import TurningCard

NOW, DEEPER = range(2)  # tabs
WHO, LIFE = 404, 540  # px at 100 %: the column of fields; the least for what stands beside it


class CommunityPage(Page):
    """Everything is saved where it is written; a stage is recorded in a form under the arc."""

    depends_on = frozenset(
        {"community", "member", "function_holding", "stage_record", "meeting", "attendance",
         "agenda_item", "role_holding", "product", "organisation", "charter", "charter_approval",
         "rule_breach", "topic", "need", "needs_pause", "routine", "routine_done", "goal",
         "plan_item", "feedback", "feedback_rating", "decision", "action", "value_story",
         "stakeholder", "sign_snooze", "dimension_stage", "maturity_reading", "turning",
         "method_mark", "threshold"}
    )  # fmt: skip
    to_the_edge = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        _ = desk.catalog
        self.identity, self.leading = IdentityCard(desk), FunctionsCard(desk)
        self.observances = ObservancesCard(desk)
        self.record, self.stage = RecordCard(desk), StageCard(desk)
        self.signs, self.history = SignsCard(desk), HistoryCard(desk)
        self.fits, self.turning = FitsCard(desk), TurningCard(desk)
        self.dimensions, self.maturity = DimensionsCard(desk), MaturityCard(desk)
        self.life = self._life()
        self._path = StagePath(())
        self._wide: bool | None = None
        self._build()
        self.record.hide()
        self.record.recorded.connect(self._left)
        self.record.left.connect(self._left)
        self.history.take_back_asked.connect(self.take_back)
        self.turning.book_asked.connect(self.print_book)
        self.turning.went.connect(self._bring)
        self.turning.ending.take_back_asked.connect(self.turning.take_back)
        recording = QAction(desk.look.icon("ph.path"), _("Record a stage"), self)
        recording.triggered.connect(self.begin_record)
        reading = QAction(desk.look.icon("ph.compass"), _("Read the axes of maturity"), self)
        reading.triggered.connect(self.begin_reading)
        self.commands = [recording, reading]

    def refresh(self) -> None:
        desk, _ = self.desk, self.desk.catalog
        with desk.store.read() as session:
            told = portrait(session, desk)
        self._path = told.path
        self.identity.show_row(told.row)
        self.observances.show_row(told.row)
        self.leading.show_functions(told.functions)
        known = told.path.now is not None
        self.arc.setVisible(known)
        self.recording.setVisible(known)
        self.empty.setVisible(not known)
        self.arc.show_data(arc_data(told.path, told.compass.facts_for, _))
        self.stage.show_row(told.path.now)
        self.signs.show_compass(told.compass)
        self.fits.show_stage(told.compass.here)
        stage = told.path.now.stage if told.path.now else None
        self.turning.show_ritual(told.ritual, stage)
        self.dimensions.show_dimensions(told.dimensions, stage)
        self.maturity.show_maturity(told.maturity, desk.today())
        self.history.show_path(told.path)
        follow(self._now, [self.stage, self.signs, self.fits, self.turning])

    def begin_record(self) -> None:
        """Open the form for the next step."""
        self.record.begin(self._path)
        self._bring(self.record)

    def begin_reading(self) -> None:
        """Open the form of the four axes."""
        self.sides.choose(DEEPER)
        self.maturity.begin()
        self._bring(self.maturity.form)

    def _bring(self, part: QWidget) -> None:
        """Into view, once what has just opened has its place."""
        QTimer.singleShot(0, part, lambda: self.area.ensureWidgetVisible(part))

    def take_back(self) -> None:
        """Forget the last record; the toast offers to bring it back."""
        desk, _, now = self.desk, self.desk.catalog, self._path.now
        if now is None:
            return
        name = content(_.language).word(now.stage)
        with desk.store.write(_("Take back the stage {name}", name=name)) as session:
            stages.take_back(session, desk.community_id)
        desk.toast(_("The record of the stage {name} was taken back.", name=name), undo=True)

    def print_summary(self) -> None:
        """See the community's summary, then print or save it."""
        self._print("summary")

    def print_book(self) -> None:
        """See the succession book, then print or save it."""
        self._print("succession")

    def _print(self, paper: str) -> None:
        from cop_desktop.ui.dialogs.paper import PaperDialog  # brings the PDF writer

        PaperDialog(self.desk, paper, parent=self.window()).open()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        look = self.desk.look
        self._arrange(not look.roomy and self.width() >= look.px(MARGIN + WHO + 16 + LIFE))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its wider column: where even that is too much, the window scrolls."""
        wide = max(column.minimumSizeHint().width() for column in (self._who, self._stages))
        return QSize(wide + self.desk.look.px(MARGIN), super().minimumSizeHint().height())

    def _left(self) -> None:
        self.recording.setFocus()

    def _life(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        self.recording = Button(look, _("Record a stage"), "ph.note-pencil", "quiet")
        card = Card(look, _("Where the community is in its life"), self.recording)
        self.arc = StageArc(look, _("Where the community is in its life"))
        self.arc.setMinimumWidth(look.px(240))
        first = Button(look, _("Record a stage"), "ph.note-pencil")
        self.empty = EmptyState(
            look, "ph.path", _("The stage has not been noted yet"),
            _("Each of the five stages asks for something else from those who lead."), first,
        )  # fmt: skip
        card.add(self.arc)
        card.add(self.empty)
        for button in (self.recording, first):
            button.clicked.connect(self.begin_record)
        return card

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        printing = Button(look, _("Print summary"), "ph.printer")
        printing.clicked.connect(self.print_summary)
        self.area = ScrollPage(look, look.px(MARGIN))
        self.area.body.setSpacing(0)
        self.area.add(PageHead(look, _("The community"), buttons=[printing]))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(look.px(16))
        self._who = self._column(self.identity, self.leading, self.observances, self.history)
        self.sides = Tabs(look, [_("The stage now"), _("Dimensions and maturity")])
        self.sides.chosen.connect(self._choose_side)
        self._now = self._column(self.stage, self.signs, self.fits, self.turning)
        self._deeper = self._column(self.dimensions, self.maturity)
        self._deeper.hide()
        self._stages = self._column(self.life, self.record, self.sides, self._now, self._deeper)
        self._columns.addWidget(self._who)
        self._columns.addWidget(self._stages, 1)
        self.area.body.addLayout(self._columns)
        self.area.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.area)

    def _choose_side(self, index: int) -> None:
        self._now.setVisible(index == NOW)
        self._deeper.setVisible(index == DEEPER)

    def _column(self, *cards: QWidget) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.desk.look.px(16))
        for card in cards:
            layout.addWidget(card)
        layout.addStretch(1)
        return column

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._who.setMinimumWidth(self.desk.look.px(WHO) if wide else 0)
        self._who.setMaximumWidth(self.desk.look.px(WHO) if wide else 16777215)
