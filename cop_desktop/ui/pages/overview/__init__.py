"""Many communities: all of them in a table, and one from all sides."""

from .page import OverviewPage

__all__ = ["OverviewPage"]
