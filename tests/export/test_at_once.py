"""Papers made at the same time by several workers read as those made one after another."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from cop_desktop.export.papers import PAPERS
from cop_desktop.export.pdf import Report
from cop_desktop.services import sample
from cop_desktop.store import create_file

from .reading import Printed

# in a process of its own: letters met for the first time are where workers could meet
SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from threading import Thread
from uuid import UUID
from cop_desktop.export import papers
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.i18n import catalog
from cop_desktop.store import open_file

folder, together, today = Path(sys.argv[1]), sys.argv[2] == "together", date(2026, 11, 22)
with open_file(folder / "sample.cop") as store, store.read() as session:
    community = UUID(sys.argv[3])
    documents = {
        f"{key}-{language}.pdf": (paper.make(session, Subject(community, today), catalog(language)),
                                  catalog(language))
        for key, paper in PAPERS.items()
        for language in ("he", "ar")
    }
sys.setswitchinterval(1e-5)
workers = [
    Thread(target=papers.write, args=(document, folder / sys.argv[2] / name, words))
    for name, (document, words) in documents.items()
]
for worker in workers:
    worker.start()
    if not together:
        worker.join()
for worker in workers:
    worker.join()
"""


def test_papers_made_at_once_read_as_papers_made_one_by_one(tmp_path: Path) -> None:
    with create_file(tmp_path / "sample.cop") as store, store.write("sample") as session:
        community = sample.create(session, date(2026, 11, 22))
    told = {}
    for way in ("alone", "together"):
        (tmp_path / way).mkdir()
        run = [sys.executable, "-c", SCRIPT, str(tmp_path), way, str(community)]
        subprocess.run(run, check=True, capture_output=True)
        told[way] = {path.name: Printed(path, Report(0)).words() for path in _made(tmp_path / way)}
    assert len(told["alone"]) == 2 * len(PAPERS)
    assert told["together"] == told["alone"]


def _made(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf"))
