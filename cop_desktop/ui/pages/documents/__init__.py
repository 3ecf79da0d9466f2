"""The place of documents: everything that can leave, seen before it does."""

from .page import DocumentsPage

__all__ = ["DocumentsPage"]
