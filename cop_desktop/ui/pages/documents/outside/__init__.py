"""To the ministry: what would leave, what left, and how far it came."""

from .view import OutsideView

__all__ = ["OutsideView"]
