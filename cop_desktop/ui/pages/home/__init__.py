"""Home: four questions answered at a glance, and the work year below."""

from .page import HomePage

__all__ = ["HomePage"]
