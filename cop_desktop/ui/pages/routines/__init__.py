"""The place of routines: the small rhythm between meetings."""

from .page import RoutinesPage

__all__ = ["RoutinesPage"]
