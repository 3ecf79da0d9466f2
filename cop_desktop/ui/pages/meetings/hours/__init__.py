"""The rule of attendance and the ledger of hours: for the leader, never a score."""

from .view import HoursView

__all__ = ["HoursView"]
