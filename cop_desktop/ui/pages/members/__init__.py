"""Members: a list of everybody and, beside it, whoever is chosen."""

from .page import MembersPage

__all__ = ["MembersPage"]
