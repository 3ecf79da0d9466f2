"""Two laptops: handing a copy on, bringing copies together, deciding what contradicts."""

from .bringing import BringTogether
from .deciding import Contradictions
from .handing import HandCopy
from .report import LastReport

__all__ = ["BringTogether", "Contradictions", "HandCopy", "LastReport"]
