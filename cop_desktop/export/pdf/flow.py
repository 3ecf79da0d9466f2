"""Filling pages: boxes in, places out. Nothing is drawn here, so the page count is known early."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cop_desktop.errors import UserError
from cop_desktop.export.writing import Watch
from cop_desktop.i18n import N_

from .box import Box

COMPANY = 30.0  # points at least beside what closes a document
SHORT = 200.0  # points at most of what goes whole to keep it company


@dataclass(slots=True)
class Page:
    """Boxes with their distance from the top of the text area; `filled` is where they end."""

    placed: list[tuple[Box, float]] = field(default_factory=list)
    filled: float = 0.0
    below: float = 0.0
    sunk: float = 0.0  # height taken at the foot

    def put(self, box: Box, width: float) -> None:
        top = self.top_for(box)
        height = box.height(width)
        self.placed.append((box, top))
        self.filled, self.below = top + height, box.below

    def sink(self, box: Box, width: float, room: float) -> None:
        height = box.height(width)
        self.placed.append((box, room - height))
        self.sunk = height + max(box.above, self.below)

    def part_end(self, width: float, room: float) -> list[Box]:
        """Take the end off what stands last: what closes a document stands beside something.

        It is at most `room` high, in the order of popping; a short last box goes whole, with the
        heading over it. Nothing where neither is possible.
        """
        last, top = self.placed[-1]
        parts = None if last.sinks else last.split(width, last.height(width) - COMPANY)
        if not parts:
            return self._take_last(width, room)
        if parts[1].height(width) + max(parts[1].below, COMPANY) > room:
            return []
        self.placed[-1] = (parts[0], top)
        self.filled, self.below = top + parts[0].height(width), parts[0].below
        return [parts[1]]

    def _take_last(self, width: float, room: float) -> list[Box]:
        count = 2 if len(self.placed) > 1 and self.placed[-2][0].keeps else 1
        taken = [box for box, _ in self.placed[-count:]]
        high = sum(box.height(width) + max(box.below, COMPANY) for box in taken)
        if len(self.placed) <= count + 1 or taken[-1].sinks or high > min(room, SHORT):
            return []
        del self.placed[-count:]
        last, top = self.placed[-1]
        self.filled, self.below = top + last.height(width), last.below
        return taken[::-1]

    def top_for(self, box: Box) -> float:
        return self.filled + max(self.below, box.above) if self.placed else 0.0

    def room_for(self, box: Box, room: float) -> float:
        return room - self.sunk - self.top_for(box)


def flow(
    boxes: Sequence[Box], width: float, room: float, pages: list[Page], watch: Watch
) -> list[Page]:
    """Put boxes on the last of `pages` and on as many more as they need.

    Every step places a box or a part of one, so it ends: a part is shorter than its whole. Were it
    not, `watch` would end it.
    """
    waiting = list(reversed(boxes))
    while waiting:
        box = waiting.pop()
        watch(box.name)
        page = pages[-1]
        free = page.room_for(box, room)
        if box.height(width) <= free + 0.01 and _next_fits(box, waiting, page, width, room):
            (page.sink(box, width, room) if box.sinks else page.put(box, width))
            continue
        waiting += _rest(box, page, width, room, last=not waiting)
        pages.append(Page())
    return pages


def _rest(box: Box, page: Page, width: float, room: float, *, last: bool) -> list[Box]:
    """Put on the page what fits of a box; what goes to the next page, in the order of popping."""
    parts = None if box.keeps and page.placed else box.split(width, page.room_for(box, room))
    if parts:
        page.put(parts[0], width)
        return [parts[1]]
    if not page.placed:
        raise UserError(
            N_("“{text}” does not fit on one page. Shorten it and print again."), text=box.name
        )
    tail = page.part_end(width, room - box.height(width)) if last else []
    return [box, *tail]


def _next_fits(box: Box, waiting: Sequence[Box], page: Page, width: float, room: float) -> bool:
    """A heading stays where at least the beginning of what it leads to has room."""
    if not box.keeps or not waiting or not page.placed:
        return True
    left = page.room_for(box, room) - box.height(width)
    for following in reversed(waiting):
        left -= max(box.below, following.above)
        if following.height(width) > left:
            return left > 0 and not following.keeps and following.split(width, left) is not None
        if not following.keeps:
            return True
        left, box = left - following.height(width), following
    return True


def stretch(page: Page, room: float) -> bool:
    """Let lines to write on share what is left of their page; True if there are any."""
    growing = [box for box, _ in page.placed if box.fills]
    for box in growing:
        box.grow((room - page.filled - page.sunk) / len(growing))
    return bool(growing)
