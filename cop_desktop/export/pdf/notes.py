"""What a paper has no room for: cut with a mark where it stands, whole at the end of the paper."""

from collections.abc import Iterator

from cop_desktop.export.document import Block, Heading, Item, ItemList, Mark, Paragraph, Text, Voice
from cop_desktop.i18n import Catalog


class Notes:
    """The texts that were cut, numbered in the order in which a reader meets them.

    A rehearsal of the drawing tells what is cut and what stands whole; what is whole in another
    place of the same paper (an activity in its table, the title in its head) needs no note.
    """

    def __init__(self) -> None:
        self._cut: dict[str, Text] = {}
        self._whole: set[str] = set()
        self._numbers: dict[str, int] = {}

    def hear(self, plain: str, text: Text, cut: bool) -> None:
        """A text was drawn, in full or not."""
        if cut:
            self._cut.setdefault(plain, text)
        else:
            self._whole.add(plain)

    def settle(self) -> tuple[Text, ...]:
        """Give out the numbers; the answer is the texts in their order."""
        lost = [plain for plain in self._cut if plain not in self._whole]
        self._numbers = {plain: number for number, plain in enumerate(lost, start=1)}
        return tuple(self._cut[plain] for plain in lost)

    def mark(self, plain: str) -> str:
        """The reference beside a cut; empty when the text stands whole in another place."""
        number = self._numbers.get(plain)
        return f"\u2068[{number}]\u2069" if number else ""


def appendix(texts: tuple[Text, ...], _: Catalog) -> Iterator[Block]:
    """The full texts, under their numbers."""
    yield Heading(_("Full texts"))
    yield Paragraph(
        _(
            "Texts too long for their place stand here in full; a number in brackets points to "
            "each."
        ),
        Voice.NOTE,
    )
    yield ItemList(tuple(Item(text, Mark.NUMBER) for text in texts))
