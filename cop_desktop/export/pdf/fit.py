"""Fitting a sheet to its page: air goes first, then what can be spared, never the size of type.

A poster alone gives up size: it is set as large as there is room for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cop_desktop.export.document import (
    Block,
    Gantt,
    OpenQuestion,
    Poster,
    Ratings,
    SignIn,
    Spare,
    Table,
)

from .flow import Page, flow, stretch
from .frame import Sheet
from .gantt import ROWS
from .poster import sizes
from .press import Press


def fit(blocks: Sequence[Block], page: Page, press: Press, sheet: Sheet) -> list[Page]:
    """The pages of a sheet that begins on `page`: as few as there is a way to, then as airy."""
    best: list[Page] = []
    for tight, left_out in _attempts(blocks):
        pages = _set(_without(blocks, left_out), tight, page, press, sheet)
        if not best or len(pages) < len(best):
            best = pages
        if len(best) == 1:
            break
    return best


def _attempts(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """How tight, and how many spare blocks left out, in the order of trying."""
    tightest = max((_steps(block) for block in blocks), default=0)
    yield from ((tight, 0) for tight in range(tightest + 1))
    spares = sum(isinstance(block, Spare) for block in blocks)
    yield from ((tightest, count) for count in range(1, spares + 1))


def _steps(block: Block) -> int:
    """How many times a block can be set tighter."""
    if isinstance(block, Gantt):
        return len(ROWS) - 1
    if isinstance(block, Poster):
        return len(sizes(block)) - 1
    roomy = isinstance(block, Table) and block.roomy
    return 2 if roomy or isinstance(block, Ratings | OpenQuestion) else 0


def _without(blocks: Sequence[Block], count: int) -> list[Block]:
    spares = [block for block in blocks if isinstance(block, Spare)]
    dropped = sorted(spares, key=lambda spare: spare.order)[:count]
    kept: list[Block] = []
    for block in blocks:
        if not isinstance(block, Spare):
            kept.append(block)
        else:
            left_out = any(block is spare for spare in dropped)
            kept.extend(block.instead if left_out else block.blocks)
    return kept


def _set(blocks: Sequence[Block], tight: int, page: Page, press: Press, sheet: Sheet) -> list[Page]:
    press.tight = tight
    press.next_room, press.first_room = sheet.room, sheet.room - page.filled - page.below
    press.tail = _tail(blocks, press, sheet)
    boxes = press.boxes(blocks)
    pages = flow(boxes, sheet.text_width, sheet.room, [_copy(page)], press.watch)
    if any(stretch(filled, sheet.room) for filled in pages):
        pages = flow(boxes, sheet.text_width, sheet.room, [_copy(page)], press.watch)
    return pages


def _tail(blocks: Sequence[Block], press: Press, sheet: Sheet) -> float:
    """Height of what follows a sign-in list and must share its last page."""
    at = next((i for i, block in enumerate(blocks) if isinstance(block, SignIn)), None)
    if at is None:
        return 0.0
    boxes = press.boxes(blocks[at + 1 :])
    return sum(box.height(sheet.text_width) + box.above for box in boxes)


def _copy(page: Page) -> Page:
    return replace(page, placed=list(page.placed))
