"""Making the pack in a worker: bytes to show and to print, or files."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cop_desktop import formats
from cop_desktop.export import pack
from cop_desktop.export.document import Part
from cop_desktop.export.writing import Watch
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.ui.tasks import Progress


@frozen
class Bound:
    """A pack as PDF: pages in all, of one copy of each part, and signs no font has."""

    pdf: bytes
    pages: int
    parts: tuple[int, ...]
    replaced: tuple[str, ...]


@frozen
class Order:
    """What is to be bound."""

    parts: tuple[Part, ...]
    title: str
    words: Catalog
    two_sided: bool = False

    def once(self) -> "Order":
        """One copy of each, to look at."""
        return replace(
            self, parts=tuple(replace(it, copies=1) for it in self.parts), two_sided=False
        )


def bind(order: Order, progress: Progress) -> Bound:
    """Written aside: no half file is ever seen."""
    with tempfile.TemporaryDirectory(prefix="maagalim-") as folder:
        path = Path(folder) / "pack.pdf"
        watch = Watch(ask=lambda: progress(0, 1))
        report = pack.write(
            order.parts, path, order.title, order.words, two_sided=order.two_sided, watch=watch
        )
        return Bound(path.read_bytes(), report.pages, report.parts, report.replaced)


def save(order: Order, path: Path, progress: Progress) -> None:
    """All parts in one file."""
    watch = Watch(ask=lambda: progress(0, 1))
    pack.write(order.parts, path, order.title, order.words, two_sided=order.two_sided, watch=watch)


def save_apart(order: Order, folder: Path, progress: Progress) -> int:
    """A file for each part; the answer is how many."""
    progress(0, 1)
    return len(pack.write_apart(order.parts, folder, order.words))


def sheets(order: Order, pages: Sequence[int]) -> tuple[int, int]:
    """Pages and sheets of paper for all copies; `pages` are those of one copy of each part."""
    in_all = sum(part.copies * count for part, count in zip(order.parts, pages, strict=True))
    if not order.two_sided:
        return in_all, in_all
    both = (
        part.copies * (count if part.document.one_sided else (count + 1) // 2)
        for part, count in zip(order.parts, pages, strict=True)
    )
    return in_all, sum(both)


def in_words(order: Order, pages: Sequence[int], _: Catalog) -> str:
    """What the pack takes in all."""
    if not pages:
        return _("Nothing is ticked")
    in_all, paper = sheets(order, pages)
    return formats.dotted(
        _.plural("{n} page", "{n} pages", in_all),
        _.plural("{n} sheet of paper", "{n} sheets of paper", paper),
    )
