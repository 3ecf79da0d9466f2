"""The work plan: goals, their activities, the months, and what may stand in the way."""

from .page import PlanPage

__all__ = ["PlanPage"]
