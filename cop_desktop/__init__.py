"""Maagalim: a desktop program for leaders of professional learning communities."""

__version__ = "0.1.0"
