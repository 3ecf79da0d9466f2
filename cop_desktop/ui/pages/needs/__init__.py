"""Needs and topics: from what is lacking to what it was worth."""

from .page import NeedsPage

__all__ = ["NeedsPage"]
