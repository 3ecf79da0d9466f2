"""Packages of many communities become one overview: taken in once, in any order, without harm.

What is there after some packages were taken in depends on which they were, never on their order
or on how often each came; only the key that is believed without a call is the first that came.
The caller hands in a batch and gets a receipt for each.
"""

from .past import ReceivedRow, came, history
from .receipts import Arrival, Changes, Counts, Receipt
from .standing import OTHER_KEY
from .taking import take_in
from .trusting import trust

__all__ = [
    "OTHER_KEY",
    "Arrival",
    "Changes",
    "Counts",
    "Receipt",
    "ReceivedRow",
    "came",
    "history",
    "take_in",
    "trust",
]
