"""Papers as PDF: a handout, the pack of a meeting of forty, a plan of a hundred chapters.

python -m bench.paper

The floor is ReportLab drawing the same words as they come: unwrapped, unordered, wrong in Hebrew.
"""

import argparse
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.start import sample_file
from bench.table import Line, median, show
from cop_desktop.export import document as say
from cop_desktop.export import pack
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.pdf import write_pack, write_pdf
from cop_desktop.i18n import catalog
from cop_desktop.services import communities
from cop_desktop.store import open_file

WORDS = "התייעצות עמיתים: מעון בלי מקום (3 רשויות, 45 דק׳) Zoom 16:30"


PEOPLE = 40


def gathered(folder: Path) -> tuple[say.Document, list[say.Part]]:
    """The handout of the sample's next meeting, and its pack, for forty."""
    store = open_file(sample_file(folder), read_only=True)
    with store.read() as session:
        key = communities.every(session, date.today())[0].id
        subject, he = Subject(key, date.today()), catalog("he")
        handout = PAPERS["handout"].make(session, subject, he)
        offer = pack.offer(session, subject, he)
        wanted = {paper: offer.copies(paper, PEOPLE) for paper in offer.keys}
        parts = list(pack.parts(session, offer, wanted, he))
    store.close()
    return handout, parts


def from_the_start(file: Path, out: Path) -> None:
    """The same pack by the command, a new process each time: nothing is warm."""
    command = [sys.executable, "-m", "cop_desktop", "export", pack.KEY, str(file), str(out)]
    command += ["--copies", str(PEOPLE), "--force"]
    subprocess.run(command, check=True, capture_output=True)


def long_plan(chapters: int) -> say.Document:
    """Chapters of a heading, a paragraph and a table of 34 rows."""
    columns = tuple(say.Column(it) for it in ("מה", "מי", "עד מתי"))
    blocks: list[say.Block] = []
    for n in range(chapters):
        rows = tuple(say.Row((f"{WORDS} {n}.{row}", "דנה כהן", "1.1.2027")) for row in range(34))
        blocks += [say.Heading(f"פרק {n}"), say.Paragraph(WORDS * 6), say.Table(columns, rows)]
    return say.Document("תכנית", "he", True, tuple(blocks), say.Head("קהילה", "תכנית"))


def bare(lines: int, path: Path) -> None:
    canvas = Canvas(str(path), pagesize=A4)
    for n in range(lines):
        canvas.drawString(50, 800 - 15 * (n % 50), WORDS)
        if n % 50 == 49:
            canvas.showPage()
    canvas.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chapters", type=int, default=100)
    told = parser.parse_args()
    he = catalog("he")
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name), Path(name) / "out.pdf"
        (short, parts), long = gathered(folder), long_plan(told.chapters)
        show(
            "A handout of two pages",
            [
                Line("ReportLab, 60 bare lines", median(lambda: bare(60, out))),
                Line("the handout", median(lambda: write_pdf(short, out, he)), "≈ 50 ms"),
            ],
        )
        pages = write_pack(parts, out, he, "pack").pages
        show(
            f"The pack of a meeting of {PEOPLE}, {pages} pages",
            [
                Line(
                    f"ReportLab, {pages} pages of bare lines", median(lambda: bare(50 * pages, out))
                ),
                Line("the pack", median(lambda: write_pack(parts, out, he, "pack")), "< 1 s"),
                Line(
                    "the command, from the start of Python",
                    median(lambda: from_the_start(folder / "sample.cop", out), 3),
                ),
            ],
        )
        show(
            f"A plan of {told.chapters} chapters",
            [
                Line("ReportLab, bare lines", median(lambda: bare(told.chapters * 40, out), 2)),
                Line("the plan", median(lambda: write_pdf(long, out, he), 2), "≈ 2.8 s"),
            ],
        )


if __name__ == "__main__":
    main()
