"""Domain, community and practice: where each stands, on the scale of the whole."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.models.method import Dimension
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import dimensions
from cop_desktop.services.dimensions import DimensionRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import Scale, ScaleData, Stop
from cop_desktop.ui.widgets import Card, Hairline, Label, Words

ORDER = tuple(Stage)


class DimensionsCard(Card):
    """A row each: a press on a stop notes that it is there from today on."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("Each dimension at its own pace"))
        self.desk = desk
        told = _(
            "The three need not stand where the community stands as a whole (the ring). "
            "Press a stop to note where a dimension is today."
        )
        self.add(Words(look, told, "muted"))
        self.rows = {dimension: _Row(desk, dimension) for dimension in Dimension}
        for place, row in enumerate(self.rows.values()):
            if place:
                self.add(Hairline())
            self.add(row)
            row.scale.part_chosen.connect(lambda key, of=row.dimension: self.note(of, Stage(key)))

    def show_dimensions(self, known: Mapping[Dimension, DimensionRow], whole: Stage | None) -> None:
        for dimension, row in self.rows.items():
            row.show_row(known.get(dimension), whole)

    def note(self, dimension: Dimension, stage: Stage) -> None:
        """The dimension is in this stage from today on."""
        desk, _ = self.desk, self.desk.catalog
        today, text = desk.today(), content(_.language)
        label = _("{dimension}: {stage}", dimension=text.word(dimension), stage=text.word(stage))
        with desk.store.write(label) as session:
            dimensions.record(session, desk.community_id, dimension, stage, today, today)
        desk.toast(label, undo=True)


class _Row(QWidget):
    def __init__(self, desk: Desk, dimension: Dimension) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self._, self.dimension = _, dimension
        self.text = method(_.language).dimension(dimension)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(Label(look, self.text.title, "strong"))
        self.since = Label(look, "", "caption")
        head.addWidget(self.since)
        head.addStretch(1)
        rows.addLayout(head)
        self.told = Words(look, "")
        rows.addWidget(self.told)
        self.scale = Scale(look, self.text.title)
        rows.addWidget(self.scale)

    def show_row(self, row: DimensionRow | None, whole: Stage | None) -> None:
        _, text = self._, content(self._.language)
        stops = tuple(Stop(it.value, text.word(it), self.text.stages[it]) for it in ORDER)
        told = self.text.stages[row.stage] if row else self.text.question
        self.told.setText(told)
        self.since.setText(
            _("since {day}", day=formats.date_medium(row.since, _.language)) if row else ""
        )
        at = ORDER.index(row.stage) if row else None
        words = f"{stops[at].name}. {told}" if at is not None else told
        here = ORDER.index(whole) if whole else None
        self.scale.show_data(ScaleData(stops, at, here, words))
