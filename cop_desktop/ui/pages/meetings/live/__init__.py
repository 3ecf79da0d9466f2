"""The screen that stays open during a meeting: what is on, who is here, what was caught."""

from .view import LiveView

__all__ = ["LiveView"]
