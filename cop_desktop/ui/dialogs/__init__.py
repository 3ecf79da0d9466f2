"""Dialogs: import, export, and what cannot be undone."""
