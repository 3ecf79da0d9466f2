"""Paint every picture into a folder, to be looked at: `python -m tests.ui.gallery FOLDER`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui import pictures as p
from cop_desktop.ui.theme import CONTRAST, DARK, LIGHT, Look, load_fonts
from cop_desktop.ui.widgets import Card
from tests.ui import samples

Sample = Callable[[Look], Any]
PICTURES: dict[str, tuple[Callable[..., p.Picture[Any]], Sample]] = {
    "stages": (p.StageArc, samples.stages),
    "wheel": (p.RoleWheel, samples.wheel),
    "circles": (p.Circles, samples.circles),
    "coverage": (p.CoverageChart, samples.coverage),
    "year": (p.YearRibbon, samples.year),
    "agenda": (p.AgendaBar, samples.agenda),
    "readiness": (p.ReadinessStrip, samples.readiness),
    "lanes": (p.RoleLanes, samples.lanes),
    "gantt": (p.Gantt, samples.gantt),
    "dots": (p.AttendanceDots, lambda _: samples.presence()),
    "heat": (p.AttendanceHeat, samples.heat),
    "radar": (p.Radar, samples.radar),
    "scale": (p.Scale, samples.scale),
}
LOOKS = {
    "he-light": Look(LIGHT),
    "he-dark": Look(DARK),
    "he-contrast": Look(CONTRAST),
    "en-light": Look(LIGHT, language="en"),
    "he-160": Look(LIGHT, 1.6),
    "he-200": Look(LIGHT, 2.0),
    "en-dark-80": Look(DARK, 0.8, "en"),
}
ROWS: tuple[tuple[str, ...], ...] = (
    ("stages", "wheel"),
    ("circles", "coverage"),
    ("radar", "scale"),
    ("agenda",),
    ("year",),
    ("lanes", "heat"),
    ("readiness", "dots"),
    ("gantt",),
)


def picture(kind: str, look: Look) -> p.Picture[Any]:
    """A picture of the invented community."""
    made, sample = PICTURES[kind]
    shown = made(look, kind)
    shown.show_data(sample(look))
    return shown


def board(look: Look) -> QWidget:
    """All pictures in cards, with the large wheel beside."""
    whole = QWidget()
    whole.setStyleSheet(f"QWidget#board {{ background: {look.theme.window}; }}")
    whole.setObjectName("board")
    page = QHBoxLayout(whole)
    column = QVBoxLayout()
    page.addLayout(column, 1)
    for kinds in ROWS:
        ways = QBoxLayout.Direction
        row = QBoxLayout(ways.TopToBottom if look.roomy else ways.LeftToRight)
        for kind in kinds:
            card = Card(look, kind)
            card.add(picture(kind, look))
            card.body.addStretch(0)
            row.addWidget(card, 1)
        column.addLayout(row)
    large = p.RoleWheel(look, "roles", labels=True)
    large.show_data(samples.wheel(look))
    card = Card(look, "roles")
    card.add(large)
    column.addWidget(card)
    return whole


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    load_fonts()
    for name, look in LOOKS.items():
        if isinstance(app, QApplication):
            look.apply(app)
        whole = board(look)
        whole.resize(look.px(1180) if not look.roomy else look.px(820), 100)
        whole.adjustSize()
        whole.resize(max(whole.width(), 1100), whole.sizeHint().height())
        whole.grab().save(str(folder / f"pictures-{name}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
