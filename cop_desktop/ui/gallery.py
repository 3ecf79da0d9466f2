"""Pictures of every page, without a screen: for the README, for `demo`, and for a second look.

`python -m cop_desktop.ui.pictures FOLDER [--lang he] [--only members] [--many | --file mine.cop]`
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from cop_desktop.frozen import frozen
from cop_desktop.i18n import LANGUAGES
from cop_desktop.services import communities, meetings
from cop_desktop.settings import Settings
from cop_desktop.store import Store, create_file, open_file

from .application import make_application
from .gallery_live import Wall, on_the_day
from .gallery_many import sample_overview
from .history import History
from .main_window import MainWindow, OpenFile
from .pages.meetings import MeetingsPage
from .pages.overview import OverviewPage
from .places import OVER_MANY, PLACES
from .widgets import Tabs

TODAY = date(2026, 11, 22)  # a Sunday with a meeting ahead, so that pictures can be compared
WIDTH, HEIGHT = 1280, 840
OVERVIEW, ONE = "overview", "overview-one"
SIDES: Mapping[str, tuple[str, ...]] = {  # what the further tabs of a page are called, in order
    "community": ("dimensions",),
    "charter": ("versions", "setup", "log"),
    "needs": ("list", "pause", "stories"),
    "routines": ("ready",),
    "products": ("everything",),
    "signs": ("history", "thresholds", "check"),
}
MEETING, LIVE = "meeting", "live"  # beside the places: the coming meeting, opened; on its day


@frozen
class Shot:
    """One setting in which pages are pictured."""

    language: str
    theme: str = "light"
    places: tuple[str, ...] = ()  # keys; none means every place
    scale: int = 100  # of the text, in per cent

    def name(self, place: str) -> str:
        ends = "" if self.theme == "light" else f"-{self.theme}"
        ends += "" if self.scale == 100 else f"-{self.scale}"
        return f"{place}-{self.language}{ends}.png"


SHOTS = (
    Shot("he"),
    Shot("he", "dark"),
    Shot("he", "contrast", ("home",)),
    Shot("en"),
    Shot("ar"),
)


def take(
    folder: Path,
    store: Store,
    shots: Sequence[Shot] = SHOTS,
    only: Iterable[str] = (),
    today: date = TODAY,
) -> Iterator[Path]:
    """Picture the pages of the first community in `store`; yields the path of each picture."""
    app = make_application()
    folder.mkdir(parents=True, exist_ok=True)
    history, wanted = History(store), frozenset(only)
    with tempfile.TemporaryDirectory() as aside:  # the user's own settings stay as they are
        wall = Wall(datetime.combine(today, time(9)))
        window = MainWindow(Settings(Path(aside) / "settings.json"), lambda: today, wall)
        with store.read() as session:
            there = communities.every(session, today)
            community = there[0].id if there else None
            coming = meetings.upcoming(session, community, today) if community else None
        window.show_desk(OpenFile(store, history, community))
        window.resize(WIDTH, HEIGHT)
        window.show()
        for shot in shots:
            for view in _views(shot, wanted, many=community is None):
                item = coming.id if coming and view in (MEETING, LIVE) else None
                path = folder / shot.name(view)
                yield _take(app, window, path, shot, view, item, wall)
        window.close()
    history.close()


def sample_store(file: Path, today: date = TODAY) -> Store:
    """A new file with the sample community in it."""
    from cop_desktop.services import sample  # reads its texts: for pictures only

    store = create_file(file)
    with store.write("sample") as session:
        sample.create(session, today)
    return store


def _views(shot: Shot, wanted: frozenset[str], *, many: bool = False) -> list[str]:
    if many:
        here = (OVERVIEW, ONE, *(place.key for place in OVER_MANY if place.key != OVERVIEW))
        return [view for view in here if not wanted or view in wanted]
    known = [place.key for place in PLACES]
    known += [MEETING, LIVE] if "meetings" in known else []
    asked = [key for key in shot.places or known if key in known and (not wanted or key in wanted)]
    sides = SIDES if shot.theme == "light" else {}
    return [view for key in asked for view in (key, *(f"{key}-{it}" for it in sides.get(key, ())))]


def _take(
    app: QApplication, window: MainWindow, path: Path, shot: Shot, view: str, item: UUID | None,
    wall: Wall,
) -> Path:  # fmt: skip
    window.change(language=shot.language, theme=shot.theme, scale=shot.scale)
    place, _, side = view.partition("-")
    window.open_place("meetings" if view in (MEETING, LIVE) else place, item)
    page = window.shell.page if window.shell else None
    if place in SIDES and page and (tabs := page.findChild(Tabs)):
        tabs.choose(SIDES[place].index(side) + 1 if side else 0)
    if isinstance(page, OverviewPage):
        page.close_community()
        if view == ONE:
            page.open_community(next(iter(page.listing.rows)))
    if view == LIVE and item and isinstance(page, MeetingsPage):
        with on_the_day(page, item, wall):
            return _grab(app, window, path)
    return _grab(app, window, path)


def _grab(app: QApplication, window: MainWindow, path: Path) -> Path:
    for _ in range(3):  # layouts ask for layouts
        app.processEvents()
    while window.tasks.busy:  # a paper being prepared belongs in the picture
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()
    window.grab().save(str(path))
    return path


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--only", nargs="*", default=(), help="places, such as home members")
    parser.add_argument("--many", action="store_true", help="a coordinator's sample")
    parser.add_argument("--file", type=Path, help="a community's file; otherwise the sample")
    parser.add_argument("--today", type=date.fromisoformat, default=TODAY)
    parser.add_argument("--scale", type=int, default=100, help="text size in per cent")
    told = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shots = [replace(it, scale=told.scale) for it in SHOTS if told.lang in (None, it.language)]
    with tempfile.TemporaryDirectory() as aside, _store(told, Path(aside)) as store:
        for path in take(told.folder, store, shots, told.only, told.today):
            sys.stderr.write(f"{path}\n")  # standard output belongs to `demo --json`
    return 0


def _store(told: argparse.Namespace, aside: Path) -> Store:
    if told.file is not None:
        return open_file(told.file, read_only=True)
    if told.many:
        return sample_overview(aside / "סקירת קהילות.cop", told.today)
    return sample_store(aside / "sample.cop", told.today)


if __name__ == "__main__":
    sys.exit(main())
