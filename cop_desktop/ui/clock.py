"""An hour of the day as people type it."""

import re
from datetime import time

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

_CLOCK = re.compile(r"(\d{1,2})(?:[:.,\s]?([0-5]\d))?")


def read_clock(text: str) -> time:
    """An hour as people type it: 16:30, 16.30, 1630, 9. Raises UserError with an example."""
    found = _CLOCK.fullmatch(text.strip().strip("\u200e\u200f\u2066\u2069"))
    if not found or int(found[1]) > 23:
        raise UserError(N_("Write an hour such as {example}."), example="16:30")
    return time(int(found[1]), int(found[2] or 0))
