"""What can be found in a file is told by its own text, whatever was printed before it."""

from pathlib import Path

from cop_desktop.export.document import Paragraph
from tests.export.reading import printed
from tests.export.samples import paper

PLAIN, DOUBLED = "يتولاه", "يتولّاه"  # the second has a shadda on the same joined letters


def test_a_paper_reads_alike_whatever_was_printed_before(tmp_path: Path) -> None:
    def words(text: str) -> str:
        return printed(paper(Paragraph(text), language="ar"), tmp_path).words()

    before = words(PLAIN), words(DOUBLED)
    again = words(DOUBLED), words(PLAIN)
    assert again == before[::-1]
    assert PLAIN in before[0]
    assert "\u0651" in before[1]
