"""Meetings: the year of them, and one with its agenda, attendance, decisions and details."""

from .page import MeetingsPage

__all__ = ["MeetingsPage"]
