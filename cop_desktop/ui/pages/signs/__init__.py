"""Warning signs, their history and thresholds, and the yearly self-check."""

from .page import SignsPage

__all__ = ["SignsPage"]
