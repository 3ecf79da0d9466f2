"""How a field of a block is saved: its name for Undo, and what is set.

A call and no signal: what is refused has to come back to the field.
"""

from collections.abc import Callable
from typing import Any

Save = Callable[[str, dict[str, Any]], None]
