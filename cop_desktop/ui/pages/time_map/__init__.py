"""The map of time: the stages of all communities over the years."""

from .page import TimeMapPage

__all__ = ["TimeMapPage"]
