"""Documents drawn as PDF: the only place that knows reportlab."""

from .writer import Report, write_pack, write_pdf

__all__ = ["Report", "write_pack", "write_pdf"]
