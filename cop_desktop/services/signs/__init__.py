"""Warning signs: rules as data over the file, read as of a day."""

from .history import History, Past, history
from .lights import Light, Sign, every, in_force, lit
from .snoozes import SnoozeRow

__all__ = ["History", "Light", "Past", "Sign", "SnoozeRow", "every", "history", "in_force", "lit"]
