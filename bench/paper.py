"""Papers as PDF: a handout, the pack of a meeting of forty, a plan of a hundred chapters.

python -m bench.paper

The floor is ReportLab drawing the same words as they come: unwrapped, unordered, wrong in Hebrew.
"""

import argparse
import tempfile
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.start import sample_file
from bench.table import Line, median, show
from cop_desktop.export import document as say
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.pdf import write_pack, write_pdf
from cop_desktop.i18n import catalog
from cop_desktop.services import communities
from cop_desktop.store import open_file

WORDS = "התייעצות עמיתים: מעון בלי מקום (3 רשויות, 45 דק׳) Zoom 16:30"


PEOPLE = 40


def papers(folder: Path) -> dict[str, say.Document]:
    """The papers of the sample's next meeting."""
    store = open_file(sample_file(folder), read_only=True)
    with store.read() as session:
        key = communities.every(session, date.today())[0].id
        subject, he = Subject(key, date.today()), catalog("he")
        wanted = ("handout", "sign-in", "role-cards")
        documents = {name: PAPERS[name].make(session, subject, he) for name in wanted}
    store.close()
    return documents


def pack(documents: dict[str, say.Document]) -> list[say.Part]:
    """A handout and a form for everybody, a list to sign, two-sided role cards, name tents."""
    form = say.Document("משוב", "he", True, (
        say.Ratings((WORDS,) * 6, "כלל לא", "במידה רבה מאוד", "לא רלוונטי"),
        *(say.OpenQuestion(WORDS, n) for n in (7, 8, 9)),
    ), say.Head("קהילה", "משוב", form=True))  # fmt: skip
    names = tuple(say.NameTent(f"רונית בן־שושן {n}", "עיריית נוף") for n in range(PEOPLE))
    tents = say.Document("שמות", "he", True, (say.NameTents(names),), paper=say.Format.TENTS)
    rows = tuple(say.SignInRow("בן־שושן", f"רונית {n}", "עיריית נוף") for n in range(PEOPLE))
    signing = say.SignIn(("שם", "רשות", "תפקיד", "חתימה"), rows)
    sheet = say.Document("נוכחות", "he", True, (signing,), say.Head("קהילה", "נוכחות"))
    return [say.Part(documents["handout"], PEOPLE), say.Part(sheet), say.Part(form, PEOPLE),
            say.Part(documents["role-cards"]), say.Part(tents)]  # fmt: skip


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
        made, long = papers(folder), long_plan(told.chapters)
        short, parts = made["handout"], pack(made)
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
