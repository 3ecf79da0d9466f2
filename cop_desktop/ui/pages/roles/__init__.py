"""Roles: who holds which of the seven, since when, and how far leadership is spread."""

from .page import RolesPage

__all__ = ["RolesPage"]
