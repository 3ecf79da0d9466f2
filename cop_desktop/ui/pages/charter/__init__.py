"""The charter: its parts, its versions, the six steps of setting up, and the private log."""

from .page import CharterPage

__all__ = ["CharterPage"]
