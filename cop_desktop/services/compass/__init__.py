"""The lifecycle compass: signs of the stage a community is in, computed from its data.

Facts for and against with their figures, and a suggestion that follows from them: never a verdict.
"""

from .reading import ahead, of
from .signs import Compass, Direction, Recheck, Sign, Way

__all__ = ["Compass", "Direction", "Recheck", "Sign", "Way", "ahead", "of"]
