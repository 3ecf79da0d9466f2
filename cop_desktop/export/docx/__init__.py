"""Documents for Word: the same words in right-to-left paragraphs and tables, to be edited."""

from .blocks import write_docx

__all__ = ["write_docx"]
