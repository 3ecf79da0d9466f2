"""Packages: taking them in, what became of each, who is missing, what changed."""

from .page import PackagesPage

__all__ = ["PackagesPage"]
